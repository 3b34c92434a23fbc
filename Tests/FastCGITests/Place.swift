import FastCGIClient
import Foundation

/// A folder of its own with room for a socket, removed when let go.
final class Place {
    let folder: URL
    var socket: String { folder.appending(path: "form.sock").path }
    var client: FastCGIClient { FastCGIClient(path: socket) }

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "fcgi-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }
}
