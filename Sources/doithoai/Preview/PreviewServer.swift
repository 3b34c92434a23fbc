import Domain
import Foundation

/// The shipped nginx with the shipped configuration, for this machine only.
struct PreviewServer {
    let address: String
    private let process: Process

    /// Starts it and waits until it answers.
    ///
    /// - Parameter root: Holds `deploy/nginx` and `theme/`.
    init(root: URL, place: PreviewPlace, port: UInt16) throws {
        address = "http://127.0.0.1:\(port)/"
        try Self.endOrphan(of: place)
        guard !Self.answers(port) else {
            throw CommandFailure(
                .fault, "Cổng \(port) đang có chương trình khác dùng. Chọn cổng khác, ví dụ: --port \(port &+ 1)")
        }
        try Self.render(root: root, place: place, port: port)
        process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "nginx", "-p", place.server.path, "-e", place.log.path, "-c",
            place.server.appending(path: "demo.conf").path,
        ]
        process.environment = Self.environment
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<100 where process.isRunning && !Self.answers(port) { usleep(50_000) }
        guard process.isRunning, Self.answers(port) else {
            process.terminate()
            throw CommandFailure(
                .fault,
                "Không mở được \(address). Xem \(place.log.path).")
        }
    }

    var isRunning: Bool { process.isRunning }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    /// nginx stands in a folder that a plain user's PATH leaves out.
    private static var environment: [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["PATH"] = (environment["PATH"] ?? "") + ":/usr/sbin"
        return environment
    }

    private static func render(root: URL, place: PreviewPlace, port: UInt16) throws {
        let render = Process()
        render.executableURL = root.appending(path: "deploy/nginx/render")
        render.arguments = [
            place.server.path, "demo.conf", "http.conf", "portal.conf", "preview.conf",
            // The workers must be able to read a state folder that is its owner's alone.
            "USER=\(getuid() == 0 ? "user root;" : "")", "PREFIX=\(place.server.path)", "LOGS=\(place.logs.path)",
            "LISTEN=127.0.0.1:\(port)", "PUBLIC=\(place.publicFolder.path)",
            "SOCKET=\(place.server.path)/none.sock", "STATUS=\(place.status.path)",
            "THEME=\(root.appending(path: "theme").path)",
        ]
        try render.run()
        render.waitUntilExit()
        guard render.terminationStatus == 0 else {
            throw CommandFailure(.fault, "Không tạo được cấu hình nginx từ \(root.path)/deploy/nginx.")
        }
    }

    /// A preview that was killed leaves its server behind; holding the folder's lock, we know that nobody needs it.
    private static func endOrphan(of place: PreviewPlace) throws {
        let file = place.server.appending(path: "nginx.pid")
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        let text = try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        guard let pid = Int32(text), pid > 1,
            let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline"),
            String(decoding: line, as: UTF8.self).contains(place.server.path)
        else { return }
        kill(pid, SIGTERM)
        for _ in 0..<100 where kill(pid, 0) == 0 { usleep(20_000) }
    }

    private static func answers(_ port: UInt16) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
