import Domain
import Yams

/// A file of `content/` as text, with the run its faults go to.
final class SourceFile {
    /// From the root of the checkout.
    let path: String
    /// The text, with LF line ends whatever the file had.
    let text: String
    let inspection: Inspection
    /// Whether its data may have comments; known once the data was opened.
    var hasComments = true
    /// Its data, for the rules that come once several files are read; nothing before it was opened.
    var data: Node?
    /// The warnings its writer lets stand.
    var acceptances: [Acceptance] = []
    /// Cut when they are asked for: a file without faults hardly needs them.
    private(set) lazy var lines: [Substring] =
        text.utf8.split(separator: 10, omittingEmptySubsequences: false).map(Substring.init)

    /// Bytes of the largest file that is read: on odd input parsers take time by the square of its size.
    static let limit = 1_000_000

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
        let position = SourcePosition(file: path, line: line, column: column)
        inspection.add(fault, at: position, excerpt: excerpt(ofLine: line), from: day)
    }

    /// A line so long is no text, and thousands of faults may stand in it.
    private static let longestExcerpt = 20_000
    private var lastExcerpt = (line: 0, text: "")

    private func excerpt(ofLine line: Int) -> String {
        guard lines.indices.contains(line - 1), lines[line - 1].utf8.count <= Self.longestExcerpt else { return "" }
        if lastExcerpt.line != line { lastExcerpt = (line, String(lines[line - 1])) }
        return lastExcerpt.text
    }

    /// Notes a fault at the line of a key at the top level of the file's data.
    func report(_ fault: Fault, atKey key: String) {
        guard let index = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) else { return report(fault) }
        report(fault, line: index + 1, column: 1)
    }

    /// The column in characters of a byte of `line`; both count from 1.
    func column(ofByte byte: Int, line: Int) -> Int {
        guard byte > 1, lines.indices.contains(line - 1) else { return byte }
        let text = lines[line - 1]
        // Nodes come in order: each counts on from the one before, or a long line would cost its square.
        var from = (byte: 1, column: 1)
        if lastColumn.line == line, lastColumn.byte <= byte { from = (lastColumn.byte, lastColumn.column) }
        let start = text.utf8.index(text.startIndex, offsetBy: min(from.byte - 1, text.utf8.count))
        let end = text.utf8.index(text.startIndex, offsetBy: min(byte - 1, text.utf8.count))
        let column = from.column + text[start..<end].count
        lastColumn = (line, byte, column)
        return column
    }

    private var lastColumn = (line: 0, byte: 1, column: 1)

    /// The column in characters of a Unicode scalar of `line`; both count from 1.
    func column(ofScalar scalar: Int, line: Int) -> Int {
        guard scalar > 1, lines.indices.contains(line - 1) else { return scalar }
        return Substring(lines[line - 1].unicodeScalars.prefix(scalar - 1)).count + 1
    }
}
