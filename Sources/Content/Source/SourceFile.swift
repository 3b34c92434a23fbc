import Domain

/// A file of `content/` as text, with the run its faults go to.
final class SourceFile {
    /// From the root of the checkout.
    let path: String
    /// The text, with LF line ends whatever the file had.
    let text: String
    let inspection: Inspection
    /// Whether its data may have comments; known once the data was opened.
    var hasComments = true
    /// Cut when they are asked for: a file without faults hardly needs them.
    private(set) lazy var lines: [Substring] =
        text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)

    /// Decodes `bytes`, reporting what is not UTF-8, NFC and LF; reading goes on with the text mended.
    init(path: String, bytes: some Sequence<UInt8>, inspection: Inspection) {
        let decoded = DecodedText([UInt8](bytes))
        self.path = path
        self.text = decoded.text
        self.inspection = inspection
        for found in decoded.faults { report(found.fault, line: found.line, column: found.column) }
    }

    /// Notes a fault; `line` and `column` count from 1, 0 where unknown.
    ///
    /// - Parameter day: From when it is a fault; nothing for always.
    func report(_ fault: Fault, line: Int = 0, column: Int = 0, from day: CivilDate? = nil) {
        let excerpt = lines.indices.contains(line - 1) ? String(lines[line - 1]) : ""
        inspection.add(fault, at: SourcePosition(file: path, line: line, column: column), excerpt: excerpt, from: day)
    }

    /// Notes a fault at the line of a key at the top level of the file's data.
    func report(_ fault: Fault, atKey key: String) {
        guard let index = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return report(fault) }
        report(fault, line: index + 1, column: 1)
    }

    /// The column in characters of a byte of `line`; both count from 1.
    func column(ofByte byte: Int, line: Int) -> Int {
        guard byte > 1, lines.indices.contains(line - 1) else { return byte }
        return Substring(lines[line - 1].utf8.prefix(byte - 1)).count + 1
    }

    /// The column in characters of a Unicode scalar of `line`; both count from 1.
    func column(ofScalar scalar: Int, line: Int) -> Int {
        guard scalar > 1, lines.indices.contains(line - 1) else { return scalar }
        return Substring(lines[line - 1].unicodeScalars.prefix(scalar - 1)).count + 1
    }
}
