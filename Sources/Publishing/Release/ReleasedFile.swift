package import Foundation

/// A file on its way to the public.
package struct ReleasedFile: Hashable, Sendable {
    /// From the root of the tree: `site/…` for the web server, `service/…` for the form service.
    package var path: String
    package var bytes: Data
    /// The file of the checkout it was mainly made from, for messages; nothing when it was made from many.
    package var source: String?
    /// The words of a file whose bytes are no text, such as a PDF: what the pattern rule reads instead.
    package var words: String?

    package init(path: String, bytes: Data, source: String? = nil, words: String? = nil) {
        self.path = path
        self.bytes = bytes
        self.source = source
        self.words = words
    }

    package init(path: String, text: String, source: String? = nil) {
        self.init(path: path, bytes: Data(text.utf8), source: source)
    }

    /// Whether a release keeps it one release longer: pages in readers' hands may still ask for it.
    static func isKeptLonger(_ path: String) -> Bool {
        path.hasPrefix("site/tai-nguyen/") || path.hasPrefix("service/forms/")
    }

    /// Whether the path is one that a release may write: relative, within the tree, without odd parts.
    static func isSound(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 1, parts[0] == "site" || parts[0] == "service" else { return false }
        return parts.allSatisfy { part in
            !part.isEmpty && !part.hasPrefix(".")
                && part.utf8.allSatisfy {
                    ($0 >= 0x30 && $0 <= 0x39) || ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A)
                        || [0x2D, 0x2E, 0x5F].contains($0)
                }
        }
    }
}
