package import Foundation

/// Finished files on disk, one per name, found again by digest.
package struct DocumentCache: Sendable {
    private let directory: URL

    /// - Parameter directory: Made when missing; may be emptied at any time.
    package init(directory: URL) {
        self.directory = directory
    }

    /// The kept bytes of `name` under `digest`, or those `make` gives, which are then kept instead of older ones.
    func bytes(
        name: String, digest: String, make: () throws(DocumentsError) -> [UInt8]
    ) throws(DocumentsError) -> [UInt8] {
        let file = directory.appending(path: "\(digest).\(name)")
        // Unreadable or cut short is the same as missing: it is made again.
        if let kept = try? Data(contentsOf: file), PDFFile.isWhole([UInt8](kept)) { return [UInt8](kept) }
        let made = try make()
        do {
            try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
            try removeOlder(than: file, name: name)
            try Data(made).write(to: file, options: .atomic)
        } catch {
            throw .cannotWrite(path: file.path, reason: error.localizedDescription)
        }
        return made
    }

    /// Runs `work` with a fresh folder that is gone afterwards.
    func withWorkFolder<Value>(
        _ work: (URL) throws(DocumentsError) -> Value
    ) throws(DocumentsError) -> Value {
        // The name is random so that two builds never meet; it reaches no output.
        let folder = directory.appending(path: "work-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
        let value: Result<Value, DocumentsError>
        do throws(DocumentsError) {
            value = .success(try work(folder))
        } catch {
            value = .failure(error)
        }
        do {
            try FileManager.default.removeItem(at: folder)
        } catch {
            throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
        return try value.get()
    }

    private func removeOlder(than file: URL, name: String) throws {
        for entry in try FileManager.default.contentsOfDirectory(atPath: directory.path)
        where entry.hasSuffix(".\(name)") && entry != file.lastPathComponent {
            try FileManager.default.removeItem(at: directory.appending(path: entry))
        }
    }
}
