/// A script of the theme as it is released.
package enum Script {
    /// The same without lines of comment, empty lines and the blanks before a line.
    ///
    /// Good for our own files: comments stand on lines of their own, and no string runs over several lines.
    package static func plain(_ text: String) -> String {
        var isInComment = false
        let lines = text.split(separator: "\n").compactMap { line -> Substring? in
            let words = line.drop { $0 == " " }
            if words.hasPrefix("/*") { isInComment = true }
            defer { if words.hasSuffix("*/") { isInComment = false } }
            return isInComment || words.isEmpty || words.hasPrefix("//") ? nil : words
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
