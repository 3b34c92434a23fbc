import ArgumentParser
import Domain
import Foundation
import Publishing
import Register

/// `doithoai build`: load, check, render, release; says what changed and when the next boundary is.
struct BuildCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Dựng cổng và phát hành; nếu có lỗi thì bản đang chạy giữ nguyên.",
        discussion: """
            Bản phát hành nằm ở public/ của thư mục gốc, hoặc public/ của thư mục chạy thử. Lệnh in ra những gì đã đổi \
            và mốc kế tiếp, lúc phải dựng lại.
            """)

    @OptionGroup var folders: FolderOptions
    @OptionGroup var listing: ListingOptions

    @Option(help: "Số việc làm cùng lúc. Mặc định: số bộ xử lý của máy. Kết quả không đổi theo số này.")
    var jobs: Int?

    func validate() throws {
        guard (jobs ?? 1) >= 1 else { throw ValidationError("--jobs phải là số từ 1 trở lên.") }
    }

    @Flag(
        name: .customLong("if-due"),
        help: "Chỉ dựng khi đã tới mốc mà bản phát hành đang chạy ghi lại; chưa tới thì không làm gì, không in gì.")
    var ifDue = false

    @Option(help: .hidden)
    var without: [BuildPart] = []

    func run() throws {
        guard try without.isEmpty || folders.state.rehearsal != nil else {
            throw CommandFailure(.wrongUse, "Chỉ được bỏ bớt phần việc (--without) khi chạy thử.")
        }
        let now = try folders.clock.now
        let folder = PublicFolder(path: try folders.publicFolder.path)
        guard try !ifDue || folder.isDue(at: now) else { return }
        let site = SiteBuild(
            folders: folders, cache: folders.state.cache, without: without, jobs: jobs.map(Jobs.init) ?? .processors)
        let inputs = try site.inputs()
        let record = folders.state.cache.appending(path: "last-build").path
        let last = LastBuild.read(record)
        if let result = try last?.result(inputs: inputs.digest, now: now, in: folder) { return try tell(result) }
        let result = try site.run(at: now, into: folder)
        if inputs.isCertain, let this = try LastBuild(inputs: inputs.digest, now: now, result: result, in: folder) {
            try this.write(to: record)
        }
        try tell(result)
    }
}
