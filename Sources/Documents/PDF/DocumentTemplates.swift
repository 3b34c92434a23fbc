import Cryptography
package import Foundation

/// The Typst templates of the theme, read once.
package struct DocumentTemplates: Sendable {
    private let files: [(name: String, bytes: Data)]
    /// Of all names and bytes.
    package let digest: String

    /// Reads every plain file of `directory`, such as `theme/documents/`.
    package init(directory: URL) throws(DocumentsError) {
        do {
            let names = try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
            files = try names.filter { !$0.hasPrefix(".") }.map { name in
                (name, try Data(contentsOf: directory.appending(path: name)))
            }
        } catch {
            throw .templatesMissing(directory.path)
        }
        digest = files.map { "\($0.name) \(SHA256Digest(of: $0.bytes))" }.joined(separator: "\n")
    }

    /// Puts them where the engine may read: templates see nothing outside that folder.
    func copy(to folder: URL) throws(DocumentsError) {
        do {
            for file in files { try file.bytes.write(to: folder.appending(path: file.name)) }
        } catch {
            throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
    }
}
