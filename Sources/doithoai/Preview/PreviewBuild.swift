import Cryptography
import Domain
import Foundation
import Publishing
import Register
import Theme

/// Builds of a preview, one after the other, into its own folder.
struct PreviewBuild {
    private let build: SiteBuild
    private let folders: FolderOptions
    private let place: PreviewPlace
    private let clock: Clock
    /// Of this run of the preview: pages opened under an earlier one are loaded anew.
    private let run = UUID().uuidString
    private var releases = 0
    /// What was there at the last look, before the build that followed it.
    private var seen: SHA256Digest?
    private var boundary: Boundary?
    /// What only a look through the papers finds, see ``ContentLoader``.
    private var slips: [Diagnostic] = []
    /// What the last look at the files took.
    private var looking = Duration.zero

    /// What came of one build.
    struct Outcome {
        var diagnostics: [Diagnostic]
        var words: String
    }

    init(folders: FolderOptions, place: PreviewPlace, clock: Clock) {
        self.folders = folders
        self.place = place
        self.clock = clock
        // A book of answers takes a second to draw: an editor waits for pages, not for paper.
        build = SiteBuild(
            folders: folders, cache: place.cache, drafts: place.overlay,
            without: [.documents, .compression])
    }

    /// How long to wait until the next look: an editor waits for it after a save, but ten thousand files looked at without
    /// a pause would keep a processor busy.
    var pause: Duration { min(max(.milliseconds(20), looking * 5), .milliseconds(250)) }

    /// Whether a file was saved, or a date came, since the last build.
    mutating func isStale() throws -> Bool {
        if let boundary, boundary.instant <= clock.now { return true }
        let before = seen
        looking = try ContinuousClock().measure { seen = try inputs().digest }
        return seen != before
    }

    /// Does beforehand what the first save would wait for. What fails here is told by that save.
    func prepare() { try? folder.alignStandby() }

    private var folder: PublicFolder { PublicFolder(path: place.publicFolder.path, disk: .hasty) }

    /// Builds once; what is wrong is told, and the site stays as it was.
    mutating func refresh() throws -> Outcome {
        let now = clock.now
        if seen == nil { seen = try inputs().digest }
        let drafts = try PreviewDrafts(folders: folders, overlay: place.overlay)
        do {
            var waiting: [Preview.Draft] = []
            let result = try build.run(at: now, into: folder) { publication in
                let preview = Preview(of: publication)
                waiting = preview.drafts
                return preview.publication
            }
            boundary = result.boundary
            if let report = result.report, !report.isUnchanged { releases += 1 }
            let site = "\(run)/\(releases)"
            func all() -> [Diagnostic] { drafts.renamed((result.diagnostics + slips).sorted()) + drafts.diagnostics }
            // The page comes first: until its papers are looked through, the slips of the save before stand.
            try write(Status(site: site, all(), waiting))
            slips = try build.diagnostics(at: now).filter { !result.diagnostics.contains($0) }
            try write(Status(site: site, all(), waiting))
            return Outcome(diagnostics: all(), words: words(of: result, drafts: waiting.count))
        } catch {
            // A preview goes on: the next save may mend it.
            let diagnostics = drafts.renamed(Self.diagnostics(of: error))
            try write(Status(site: "\(run)/\(releases)", diagnostics, []))
            return Outcome(diagnostics: diagnostics, words: Self.refused)
        }
    }

    private static let refused = "Chưa dựng được; đang hiện bản trước."

    private static func diagnostics(of error: any Error) -> [Diagnostic] {
        if let theme = error as? ThemeError { return theme.problems }
        return [
            Diagnostic(
                .error, rule: "not-built", at: SourcePosition(file: "doithoai"),
                problem: VietnameseFailure(error)?.message ?? "\(error)",
                remedy: "sửa điều nêu trên rồi lưu lại một tệp")
        ]
    }

    private func inputs() throws -> InputSignature {
        var inputs = try build.inputs()
        inputs.add(folder: folders.state.drafts.path)
        return inputs
    }

    private func words(of result: Publisher.Result, drafts: Int) -> String {
        guard let report = result.report else { return Self.refused }
        return drafts == 0 ? "\(report.sentence)." : "\(report.sentence); \(drafts) bản nháp."
    }

    private func write(_ status: Status) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        try encoder.encode(status).write(to: place.status, options: .atomic)
    }

    /// What the panel on the pages reads.
    private struct Status: Encodable {
        struct Problem: Encodable {
            var severity: String
            var place: String
            var problem: String
            var remedy: String
            var excerpt: String
        }

        var site: String
        var problems: [Problem]
        var drafts: [Preview.Draft]

        init(site: String, _ diagnostics: [Diagnostic], _ drafts: [Preview.Draft]) {
            self.site = site
            self.drafts = drafts
            // What keeps the page from being built first.
            let (errors, warnings) = (
                diagnostics.filter { $0.severity == .error }, diagnostics.filter { $0.severity != .error }
            )
            problems = (errors + warnings).map {
                Problem(
                    severity: $0.severity.rawValue, place: "\($0.position)", problem: $0.problem, remedy: $0.remedy,
                    excerpt: $0.excerpt)
            }
        }
    }
}
