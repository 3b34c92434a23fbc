import ArgumentParser
import Domain
import Foundation
import Publishing

/// `doithoai preview`: the site as it will be, drafts included, made anew at every save.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "Xem trước cổng trên máy này khi đang viết: có cả bản nháp, tự nạp lại mỗi khi lưu tệp.",
        discussion: """
            Không đụng tới cổng đang chạy. Trang nào chưa đăng hoặc chưa duyệt thì có ghi chú ở đầu trang; lỗi của \
            content/ và theme/ hiện ngay trên trang. Dừng bằng Ctrl-C.
            """)

    @OptionGroup var folders: FolderOptions

    @Option(name: .customLong("as-of"), help: "Xem cổng tại thời điểm này, ví dụ 2021-11-20T17:30.")
    var moment: MomentArgument?

    @Option(help: "Cổng mạng trên máy này.")
    var port: UInt16 = 8_081

    func run() throws {
        let place = try PreviewPlace(state: folders.state)
        defer { place.leave() }
        let clock = try moment.map { Clock.stopped(at: $0.instant) } ?? folders.clock
        let stop = StopSignal()
        var build = PreviewBuild(folders: folders, place: place, clock: clock)
        tell(try build.refresh())
        let server = try PreviewServer(root: folders.root, place: place, port: port)
        defer { server.stop() }
        say("Xem trước: \(server.address)    Dừng: Ctrl-C")
        build.prepare()
        while !stop.comes(within: build.pause) {
            guard server.isRunning else { throw CommandFailure(.fault, "nginx đã dừng. Xem \(place.log.path).") }
            if try build.isStale() { tell(try build.refresh()) }
        }
    }

    private func tell(_ outcome: PreviewBuild.Outcome) {
        for diagnostic in outcome.diagnostics where diagnostic.severity == .error { say("\(diagnostic)\n") }
        say(outcome.words)
    }

    /// At once, also into a file or a pipe: it is read while this runs.
    private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}

/// The wish of whoever started the program that it ends.
///
/// Make it before any thread is started: a thread that does not let them wait would end the program, and leave its server
/// behind. Programs started later inherit that they wait; nginx takes them all the same.
struct StopSignal {
    private var signals = sigset_t()

    init() {
        sigemptyset(&signals)
        for number in [SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, number) }
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits that long at most.
    func comes(within pause: Duration) -> Bool {
        var signals = signals
        let (seconds, attoseconds) = pause.components
        var time = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        return sigtimedwait(&signals, nil, &time) > 0
    }
}
