import Cryptography
package import Foundation

/// Finished files on disk, one per name, found again by the key they were made under.
package struct DocumentCache: Sendable {
    private let directory: URL

    /// - Parameter directory: Made when missing; may be emptied at any time.
    package init(directory: URL) {
        self.directory = directory
    }

    /// What is told of a file without reading it.
    struct Facts: Hashable, Sendable {
        var size: Int
        /// SHA-256 in hexadecimal.
        var digest: String
        var pages: Int?
    }

    /// The file that was kept under `key`; nothing when it is missing or cut short: then it is made again.
    func facts(name: String, key: String) -> Facts? {
        guard let text = try? String(contentsOf: factsFile(name, key), encoding: .utf8) else { return nil }
        let words = text.split(whereSeparator: \.isWhitespace)
        guard words.count >= 2, let size = Int(words[0]) else { return nil }
        let found = (try? FileManager.default.attributesOfItem(atPath: file(name: name, key: key).path))?[.size]
        guard found as? Int == size else { return nil }
        return Facts(size: size, digest: String(words[1]), pages: words.count > 2 ? Int(words[2]) : nil)
    }

    /// Where the bytes of `name` lie.
    func file(name: String, key: String) -> URL { directory.appending(path: "\(key).\(name)") }

    /// Keeps a file instead of older ones of its name.
    func keep(_ rendered: RenderedPaper, name: String, key: String) throws(DocumentsError) -> Facts {
        let facts = Facts(
            size: rendered.bytes.count, digest: SHA256Digest(of: rendered.bytes).description, pages: rendered.pages)
        let file = file(name: name, key: key)
        let words = ["\(facts.size)", facts.digest] + (facts.pages.map { ["\($0)"] } ?? [])
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try removeOlder(name)
            try Data(rendered.bytes).write(to: file, options: .atomic)
            // Last: facts without their file are never found.
            try Data((words.joined(separator: " ") + "\n").utf8).write(to: factsFile(name, key), options: .atomic)
        } catch {
            throw .cannotWrite(path: file.path, reason: error.localizedDescription)
        }
        return facts
    }

    private func factsFile(_ name: String, _ key: String) -> URL {
        directory.appending(path: "\(key).\(name).facts")
    }

    private func removeOlder(_ name: String) throws {
        for entry in try FileManager.default.contentsOfDirectory(atPath: directory.path)
        where entry.hasSuffix(".\(name)") || entry.hasSuffix(".\(name).facts") {
            try FileManager.default.removeItem(at: directory.appending(path: entry))
        }
    }
}
