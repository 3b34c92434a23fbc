import Domain
import Foundation
import Register
import Testing

/// The built `doithoai` at work on a rehearsal of its own, over the content and theme of this checkout.
final class RehearsedOffice {
    let state: StateFolder
    /// The checkout, or a copy of it with another content.
    private var checkout = RehearsedOffice.root

    /// How a command ended and what it said.
    struct Ran {
        let status: Int32
        let output: String
        let errors: String

        /// What stands after a label on a line of its own, such as «Số biên nhận:».
        func value(after label: String) -> String {
            let line = output.split(separator: "\n").first { $0.hasPrefix(label) } ?? ""
            return line.dropFirst(label.count).trimmingCharacters(in: .whitespaces)
        }
    }

    init(asOf moment: String) throws {
        state = StateFolder(
            url: FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString.prefix(8))"))
        try run("rehearse", "--as-of", moment, "--state", state.url.path)
    }

    deinit {
        do { try FileManager.default.removeItem(at: state.url) } catch { print("left behind: \(state.url.path)") }
    }

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Runs a command that has to end well.
    @discardableResult
    func done(_ words: String..., by account: String? = nil) throws -> Ran { try done(words, by: account) }

    @discardableResult
    func done(_ words: [String], by account: String? = nil) throws -> Ran {
        let ran = try office(words, account)
        try #require(ran.status == 0, "\(words): \(ran.output)\(ran.errors)")
        return ran
    }

    /// Runs a command that has to be refused.
    /// - Returns: What it said of why.
    func refused(_ words: String..., by account: String? = nil, status: Int32 = 1) throws -> String {
        try refused(words, by: account, status: status)
    }

    func refused(_ words: [String], by account: String? = nil, status: Int32 = 1) throws -> String {
        let ran = try office(words, account)
        try #require(ran.status == status, "\(words) ended \(ran.status): \(ran.output)\(ran.errors)")
        return ran.errors
    }

    private func office(_ words: [String], _ account: String?) throws -> Ran {
        try run(words + ["--state", state.url.path, "--root", checkout.path] + (account.map { ["--as", $0] } ?? []))
    }

    @discardableResult
    private func run(_ words: String...) throws -> Ran { try run(words) }

    /// Into files, since a pipe nobody reads would stop a command that says much.
    private func run(_ words: [String]) throws -> Ran {
        let place = FileManager.default.temporaryDirectory.appending(path: "said-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        defer { do { try FileManager.default.removeItem(at: place) } catch { print("left behind: \(place.path)") } }
        let process = Process()
        // The test bundle and the programs are built into one folder.
        process.executableURL = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: "doithoai")
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try handle(place.appending(path: "output"))
        process.standardError = try handle(place.appending(path: "errors"))
        try process.run()
        process.waitUntilExit()
        return Ran(
            status: process.terminationStatus,
            output: try String(contentsOf: place.appending(path: "output"), encoding: .utf8),
            errors: try String(contentsOf: place.appending(path: "errors"), encoding: .utf8))
    }

    private func handle(_ file: URL) throws -> FileHandle {
        try Data().write(to: file)
        return try FileHandle(forWritingTo: file)
    }
}

extension RehearsedOffice {
    /// Goes on over a copy of the content in which an id is another one: whole words only.
    func renameInContent(_ id: String, _ other: String) throws {
        let files = FileManager.default
        let copy = state.url.appending(path: "ban-sao", directoryHint: .isDirectory)
        try files.createDirectory(at: copy, withIntermediateDirectories: true)
        for name in try files.contentsOfDirectory(atPath: Self.root.path) where name != "content" {
            try files.createSymbolicLink(
                at: copy.appending(path: name), withDestinationURL: Self.root.appending(path: name))
        }
        let content = copy.appending(path: "content")
        try files.copyItem(at: Self.root.appending(path: "content"), to: content)
        let word = try Regex("\\b\(id)\\b").wordBoundaryKind(.simple)
        for path in try files.subpathsOfDirectory(atPath: content.path)
        where path.hasSuffix("md") || path.hasSuffix("yaml") {
            let file = content.appending(path: path)
            try String(contentsOf: file, encoding: .utf8).replacing(word, with: other)
                .write(to: file, atomically: true, encoding: .utf8)
        }
        checkout = copy
    }

    /// Enters a form of an invented person.
    @discardableResult
    func add(
        channel: String = "counter", received: String? = nil, name: String = "Nguyễn Văn Ví Dụ",
        matters: [String] = ["Cân ở chợ bao lâu kiểm định một lần?"]
    ) throws -> Ran {
        var fields = [
            "khieu-nai=khong", "loai=ca-nhan", "ho-ten=\(name)", "dien-thoai=0987654321",
            "dia-chi=Thôn Nà Mẫu, xã Bằng Phúc, huyện Chợ Đồn", "linh-vuc=tdc", "du=khong",
        ]
        for (index, text) in matters.enumerated() { fields.append("phan-\(index + 1)=\(text)") }
        let words = ["register", "add", "--form", "dang-ky-2021", "--channel", channel]
        return try done(words + (received.map { ["--received", $0] } ?? []) + fields.flatMap { ["--field", $0] })
    }

    /// Enters feedback of an invented person, by post.
    func addFeedback(_ text: String) throws {
        let fields = [
            "khieu-nai=khong", "ho-ten=Trần Thị Thí Dụ", "dia-chi=Thôn Bản Mẫu, xã Côn Minh", "dien-thoai=0912345678",
            "linh-vuc=khcn",
            "noi-dung=\(text)",
        ]
        let words = ["register", "add", "--form", "phan-anh", "--channel", "post"]
        try done(words + fields.flatMap { ["--field", $0] })
    }

    /// Enters one that waits in quarantine.
    /// - Returns: Its reference.
    func addQuarantined(_ text: String) throws -> String {
        let file = state.url.appending(path: "cho.json")
        let answers = [
            "khieu-nai": "khong", "loai": "ca-nhan", "ho-ten": "Trần Thị Thí Dụ", "thu": "thidu@example.vn",
            "dia-chi": "Thôn Bản Mẫu, xã Côn Minh, huyện Na Rì", "linh-vuc": "shtt", "phan-1": text, "du": "khong",
        ]
        let element: [String: Any] = [
            "received": "2021-11-09T10:00:00", "channel": "portal", "form": "dang-ky-2021", "answers": answers,
            "outcomes": [String](), "quarantine": "honeypot",
        ]
        try JSONSerialization.data(withJSONObject: [element]).write(to: file)
        let ran = try done("register", "import", file.path, "--print-codes")
        return try #require(ran.output.split(separator: " ").first { Reference(String($0)) != nil }.map(String.init))
    }

    /// Opens the register itself, to see what the commands left there.
    func register<Result>(_ look: (RegisterDatabase) throws -> Result) throws -> Result {
        let database = try RegisterDatabase(path: state.register.path, clock: state.clock)
        let result = try look(database)
        try database.close()
        return result
    }
}
