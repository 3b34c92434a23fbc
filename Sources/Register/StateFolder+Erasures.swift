package import Domain
package import Foundation

extension StateFolder {
    /// The references of what was erased, as the file `erasures` lists them: one a line, nothing else about anyone.
    ///
    /// - Throws: ``ErasuresError`` for a line that is no reference; file errors as they come. Without a file: none.
    package static func erasures(in file: URL) throws -> [Reference] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [] }
        let text = try String(contentsOf: file, encoding: .utf8)
        return try text.split(separator: "\n").enumerated().map { index, line in
            guard let reference = Reference(String(line)) else { throw ErasuresError(line: index + 1) }
            return reference
        }
    }

    /// Appends references that the file does not list yet; on the disk when it returns.
    package static func addErasures(_ references: [Reference], to file: URL) throws {
        let known = Set(try erasures(in: file))
        let lines = references.filter { !known.contains($0) }.map { "\($0)\n" }.joined()
        guard !lines.isEmpty else { return }
        let descriptor = open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError.last }
        let bytes = Array(lines.utf8)
        let written = write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        guard close(descriptor) == 0, written else { throw POSIXError.last }
    }
}

/// A line of the file `erasures` that is no reference.
package struct ErasuresError: Error, Hashable, Sendable {
    package let line: Int
}
