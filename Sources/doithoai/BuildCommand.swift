import ArgumentParser
import Content
import Domain
import Foundation
import Publishing
import Register
import Theme

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

    @Option(help: .hidden)
    var without: [BuildPart] = []

    func run() throws {
        guard try without.isEmpty || folders.state.rehearsal != nil else {
            throw CommandFailure(.wrongUse, "Chỉ được bỏ bớt phần việc (--without) khi chạy thử.")
        }
        let now = try folders.clock.now
        let folder = PublicFolder(path: try folders.publicFolder.path)
        let inputs = try signature()
        let record = folders.state.cache.appending(path: "last-build").path
        let last = LastBuild.read(record)
        if let result = try last?.result(inputs: inputs.digest, now: now, in: folder) { return try tell(result) }
        let result = try build(at: now, into: folder)
        if result.diagnostics.isEmpty, inputs.isCertain,
            let this = try LastBuild(inputs: inputs.digest, now: now, boundary: result.boundary, in: folder)
        {
            try this.write(to: record)
        }
        try tell(result)
    }

    /// Of everything ``build(at:into:)`` reads; taken before any of it is read.
    private func signature() throws -> InputSignature {
        let state = folders.state
        var inputs = InputSignature()
        inputs.add("\(ProgramDigest.own)")
        for folder in [folders.root.appending(path: "content"), folders.themeDirectory] {
            inputs.add(folder: folder.path)
        }
        if try state.rehearsal != nil { inputs.add(folder: state.url.appending(path: "content").path) }
        for file in [state.rehearsalFile.path, state.register.path, state.register.path + "-wal"] {
            inputs.add(file: file)
        }
        inputs.add(without.map(\.rawValue).joined(separator: " "))
        if !without.contains(.documents) { inputs.add(try EditionDocuments.engineFingerprint(root: folders.root)) }
        return inputs
    }

    private func build(at now: Date, into folder: PublicFolder) throws -> Publisher.Result {
        let content = try load(at: now)
        guard let portal = content.portal else { return .refused(content.diagnostics) }
        let publication = try publication(portal, at: now)
        let publisher = Publisher(
            theme: try Theme(directory: folders.themeDirectory),
            assets: try SiteAssets(themeDirectory: folders.themeDirectory),
            documents: without.contains(.documents)
                ? NoDocuments() : try EditionDocuments(root: folders.root, cache: folders.state.cache),
            readsForPrivacy: !without.contains(.privacy), jobs: jobs.map(Jobs.init) ?? .processors)
        var result = try publisher.publish(publication, into: folder)
        result.diagnostics = (content.diagnostics + result.diagnostics).sorted()
        return result
    }

    private func load(at now: Date) throws -> LoadedContent {
        // The cache needs its folder; a place that has no content is given none.
        if FileManager.default.fileExists(atPath: folders.root.appending(path: "content").path) {
            try folders.state.make()
        }
        return try folders.contentLoader(keepingCache: true).load(at: now)
    }

    /// Counts and approvals come from the register; before the first registration there is none.
    private func publication(_ portal: Portal, at now: Date) throws -> Publication {
        let state = folders.state
        // Made with its modes before anything puts a file there.
        try state.make()
        var publication = Publication(portal: portal, now: now, rehearsal: try state.rehearsal)
        guard FileManager.default.fileExists(atPath: state.register.path) else { return publication }
        let register = try RegisterDatabase(path: state.register.path, clock: folders.clock)
        publication.figures = try register.figures()
        publication.approvals = try register.approvals()
        try register.close()
        return publication
    }
}
