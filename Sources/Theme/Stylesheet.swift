import Domain
package import Foundation

/// The one stylesheet of the portal, joined from the theme's files at build.
package enum Stylesheet {
    /// Bytes it must stay within: with the largest page it has to fit into 60 kB.
    package static let limit = 24_000

    /// The cascade layers in order of weight, each from `styles/<layer>.css`.
    ///
    /// `components` goes on with `components/<name>/*.css`, by name: what several share comes first.
    static let layers = ["tokens", "base", "layout", "components", "utilities", "print"]

    /// Joins the files below the theme's `directory`, without comments and the blanks between signs.
    ///
    /// - Throws: A file that cannot be read, or a result that is over the limit.
    package static func assemble(from directory: URL) throws(ThemeError) -> String {
        var sheet = "@layer \(layers.joined(separator: ","));\n"
        for layer in layers {
            var files = ["styles/\(layer).css"]
            if layer == "components" {
                files += Theme.paths(below: directory, extension: "css").filter { $0.hasPrefix("components/") }
            }
            sheet += "@layer \(layer){\n"
            for file in files { sheet += try plain(file, in: directory) }
            sheet += "}\n"
        }
        guard sheet.utf8.count <= limit else {
            throw ThemeError([
                Diagnostic(
                    .error, rule: "stylesheet-size", at: SourcePosition(file: directory.lastPathComponent + "/styles"),
                    problem: "Bảng kiểu nặng \(sheet.utf8.count) byte, tối đa \(limit).",
                    remedy: "Bỏ bớt kiểu ít dùng.")
            ])
        }
        return sheet
    }

    private static func plain(_ file: String, in directory: URL) throws(ThemeError) -> String {
        let text: String
        do {
            text = try String(contentsOf: directory.appending(path: file), encoding: .utf8)
        } catch {
            throw ThemeError([Theme.unreadable("\(directory.lastPathComponent)/\(file)")])
        }
        return withoutComments(text).split(separator: "\n")
            .map { closed($0.trimmingCharacters(in: .whitespaces)) }
            .filter { !$0.isEmpty }
            .map { $0 + "\n" }
            .joined()
    }

    /// A line without the blanks that stand after signs for the eye only; strings stay as they are.
    static func closed(_ line: String) -> String {
        let signs = Array("{;:,".utf8)
        let bytes = Array(line.utf8)
        var closed: [UInt8] = []
        closed.reserveCapacity(bytes.count)
        var isQuoted = false
        for (index, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if !isQuoted {
                let before = closed.last ?? 0
                let isBeforeBrace = index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "{")
                if byte == UInt8(ascii: " "), isBeforeBrace || signs.contains(before) { continue }
                if byte == UInt8(ascii: "}"), before == UInt8(ascii: ";") { closed.removeLast() }
            }
            closed.append(byte)
        }
        return String(decoding: closed, as: UTF8.self)
    }

    /// Good for our own files: none has `/*` inside a string.
    static func withoutComments(_ text: String) -> String {
        var rest = text[...]
        var kept = ""
        while let open = rest.range(of: "/*") {
            kept += rest[..<open.lowerBound]
            guard let close = rest[open.upperBound...].range(of: "*/") else { return kept }
            rest = rest[close.upperBound...]
        }
        return kept + rest
    }
}
