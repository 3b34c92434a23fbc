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

    @Option(help: .hidden)
    var without: [BuildPart] = []

    func run() throws {
        guard try without.isEmpty || folders.state.rehearsal != nil else {
            throw CommandFailure(.wrongUse, "Chỉ được bỏ bớt phần việc (--without) khi chạy thử.")
        }
        let now = try folders.clock.now
        let content = try load(at: now)
        guard let portal = content.portal else { throw report(content.diagnostics) }
        let publication = try publication(portal, at: now)
        let publisher = Publisher(
            theme: try Theme(directory: folders.themeDirectory),
            assets: try SiteAssets(themeDirectory: folders.themeDirectory),
            documents: without.contains(.documents)
                ? NoDocuments() : try EditionDocuments(root: folders.root, cache: folders.state.cache),
            readsForPrivacy: !without.contains(.privacy))
        let result = try publisher.publish(publication, into: PublicFolder(path: folders.publicFolder.path))
        let diagnostics = (content.diagnostics + result.diagnostics).sorted()
        guard let release = result.report else { throw report(diagnostics) }
        for diagnostic in diagnostics { print(diagnostic, terminator: "\n\n") }
        print(words(of: release))
        print(words(of: result.boundary))
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

    private func report(_ diagnostics: [Diagnostic]) -> CommandFailure {
        let errors = diagnostics.count { $0.severity == .error }
        let list = diagnostics.map { "\($0)\n\n" }.joined()
        return CommandFailure(.problems, list + "\(errors) lỗi. Chưa phát hành gì; cổng giữ nguyên bản trước.")
    }

    private func words(of release: ReleaseReport) -> String {
        let groups = [("mới", release.added), ("sửa", release.changed), ("gỡ", release.removed)]
        let lines = groups.flatMap { word, pages in
            pages.prefix(20).map { "  \(word): \($0)" }
                + (pages.count > 20 ? ["  \(word): và \(pages.count - 20) trang nữa"] : [])
        }
        return ([release.sentence + "."] + lines).joined(separator: "\n")
    }

    private func words(of boundary: Boundary?) -> String {
        guard let boundary else { return "Không còn mốc nào phía trước." }
        let second = WallTime(of: boundary.instant).second
        let time = VietnameseDate.words(boundary.instant) + (second == 0 ? "" : " (giây thứ \(second))")
        return "Mốc kế tiếp: \(time), \(boundary.reason.prefix(1).lowercased())\(boundary.reason.dropFirst()). "
            + "Dựng lại vào lúc đó."
    }
}
