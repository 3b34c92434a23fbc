import Foundation
import Intake
import Testing

@testable import doithoai_form

@Suite("The configuration") struct ConfigurationTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func configuration(_ text: String, _ arguments: [String] = []) throws -> Configuration {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).conf")
        try Data(text.utf8).write(to: file)
        defer { unlink(file.path) }
        return try Configuration(Invocation(["--config", file.path] + arguments))
    }

    @Test func `the shipped sample says the defaults`() throws {
        let shipped = try Configuration(
            Invocation(["--config", Self.root.appending(path: "deploy/doithoai-form.conf").path]))
        let bare = try Configuration(Invocation([]))
        #expect(shipped.summary == bare.summary)
        #expect(shipped.intake == IntakeSettings())
    }

    @Test func `the shipped sample explains every key`() throws {
        let text = try String(contentsOf: Self.root.appending(path: "deploy/doithoai-form.conf"), encoding: .utf8)
        for number in Configuration.numbers { #expect(text.contains("\n\(number.key) = ")) }
        for place in ["root", "state", "socket", "figures-socket"] { #expect(text.contains("\n# \(place) = ")) }
    }

    @Test func `the command line comes before the file, the file before the default`() throws {
        let text = "root = /srv/portal\nstate = trang-thai # a comment\nmax-body = 128 KiB\ngrace = 10 min\n"
        let read = try configuration(text, ["--socket", "/run/x.sock"])
        #expect(read.root.path == "/srv/portal" && read.state.path == "/srv/portal/trang-thai")
        #expect(read.socket == "/run/x.sock" && read.isSocketAsked)
        #expect(read.bodyBytes == 131_072 && read.intake.graceSeconds == 600 && read.workers == 64)
        #expect(try configuration(text, ["--state", "/var/other"]).socket == "/var/other/run/form.sock")
    }

    @Test(arguments: [
        ("worker = 3", "không có khóa “worker”"), ("workers", "khóa = giá trị"), ("workers = ", "khóa = giá trị"),
        ("workers = 0", "từ 1"), ("workers = many", "số nguyên"), ("workers = -4", "số nguyên"),
        ("max-body = 64", "B, KiB, MiB"), ("max-body = 64 KB", "B, KiB, MiB"), ("max-body = 1 KiB", "từ 4096 B"),
        ("grace = 2 d", "s, min, h"), ("sender-kept = 400 d", "đến 90 d"),
        ("workers = 9999999999999999999", "số nguyên"),
        ("workers = 4\nworkers = 5", "viết hai lần"),
    ])
    func `a fault is named with its line and a remedy`(text: String, words: String) {
        let error = #expect(throws: ConfigurationFile.Faulty.self) { try configuration(text) }
        let problem = error?.problems.first ?? ""
        #expect(problem.contains(words) && problem.contains(".conf:"), "\(problem)")
    }

    @Test func `all faults are told in one run`() {
        let error = #expect(throws: ConfigurationFile.Faulty.self) {
            try configuration("workers = 0\nmax-body = x\nworker = 3\ngrace = y\nstate\ngrace = 1 s")
        }
        let lines = error?.problems.compactMap { $0.split(separator: ":").dropFirst().first } ?? []
        #expect(lines == ["1", "2", "3", "4", "5", "6"])
    }

    @Test(arguments: [["--nothing"], ["--state"], ["--state", ""], ["serve"]])
    func `wrong use is told`(arguments: [String]) {
        #expect(throws: Invocation.WrongUse.self) { try Invocation(arguments) }
    }
}
