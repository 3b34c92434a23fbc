import Cryptography
import Domain
package import Foundation
package import Theme

/// Stylesheet, script and pictures of the theme, each under a name that changes with its bytes.
package struct SiteAssets: Sendable {
    /// Where they stand on the site.
    package let paths: Chrome.Assets
    /// The script of the search page alone.
    let searchScript: String
    let files: [ReleasedFile]

    /// Reads the theme's folder.
    ///
    /// - Throws: Every file that cannot be read, and what the theme says of its styles.
    package init(themeDirectory: URL) throws(ThemeError) {
        var problems: [Diagnostic] = []
        var stylesheet = ""
        do throws(ThemeError) {
            stylesheet = try Stylesheet.assemble(from: themeDirectory)
        } catch {
            problems += error.problems
        }
        self.init(stylesheet: stylesheet) { name in
            do {
                return try Data(contentsOf: themeDirectory.appending(path: name))
            } catch {
                problems.append(Theme.unreadable("\(themeDirectory.lastPathComponent)/\(name)"))
                return Data()
            }
        }
        guard problems.isEmpty else { throw ThemeError(problems) }
    }

    /// - Parameter read: Gives the bytes of a file of the theme by its path in it.
    init(stylesheet: String, read: (String) throws -> Data) rethrows {
        var files: [ReleasedFile] = []
        func add(_ name: String, _ bytes: Data, _ source: String) -> String {
            let digest = SHA256Digest(of: bytes).description.prefix(8)
            let dot = name.lastIndex(of: ".") ?? name.endIndex
            let path = "/tai-nguyen/\(name[..<dot]).\(digest)\(name[dot...])"
            // A picture has no words, but its bytes may look like a telephone number.
            let words = name.hasSuffix(".png") ? "" : nil
            files.append(ReleasedFile(path: "site" + path, bytes: bytes, source: source, words: words))
            return path
        }
        func script(_ name: String) throws -> Data {
            Data(Script.plain(String(decoding: try read("scripts/\(name)"), as: UTF8.self)).utf8)
        }
        paths = Chrome.Assets(
            stylesheet: add("dt.css", Data(stylesheet.utf8), "theme/styles"),
            script: add("dt.mjs", try script("dt.mjs"), "theme/scripts/dt.mjs"),
            icons: add("bieu-tuong.svg", try read("images/bieu-tuong.svg"), "theme/images/bieu-tuong.svg"),
            emblem: add("bieu-trung.svg", try read("images/bieu-trung.svg"), "theme/images/bieu-trung.svg"),
            favicon: add("favicon.svg", try read("images/favicon.svg"), "theme/images/favicon.svg"),
            picture: add("chia-se.png", try read("images/chia-se.png"), "theme/images/chia-se.png"))
        searchScript = add("tim-kiem.mjs", try script("tim-kiem.mjs"), "theme/scripts/tim-kiem.mjs")
        self.files = files
    }
}
