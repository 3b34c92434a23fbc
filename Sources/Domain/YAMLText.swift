import Foundation

/// Text written into YAML so that all of it is data, whatever it holds.
package enum YAMLText {
    /// A double-quoted scalar on one line.
    package static func quoted(_ text: String) -> String {
        "\"" + text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"") + "\""
    }

    /// A literal block: what a sender writes can never become a key, an anchor or the end of the front matter.
    ///
    /// U+2028, U+2029 and U+0085 are line ends to YAML; left in, the rest of the line would leave the block.
    package static func literal(_ text: String) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        // The indicator is given, so that a first line with spaces does not set the indentation.
        return "|2\n" + lines.map { $0.isEmpty ? "" : "  \($0)" }.joined(separator: "\n")
    }
}
