import Content
import Cryptography
import Domain
import Foundation
import Publishing
import Testing
import Theme

/// A copy of the checkout's content and theme that is edited at random, with a public folder it is built into.
final class EditedSite {
    let root = URL(filePath: NSTemporaryDirectory() + "edited-\(UUID().uuidString)", directoryHint: .isDirectory)
    var chance: Chance
    var now: Date
    var figures = Figures.empty
    var approvals: [MatterID: Approval] = [:]
    private var number = 0

    init(seed: UInt64) throws {
        chance = Chance(seed: seed)
        now = try SamplePublication.instant("2021-12-15T09:00")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
        for name in ["content", "theme"] {
            try FileManager.default.copyItem(
                at: SamplePublication.root.appending(path: name), to: root.appending(path: name))
        }
    }

    deinit {
        do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) }
    }

    var folder: PublicFolder { PublicFolder(path: root.appending(path: "public").path) }

    // MARK: Building

    /// What the site is made of now; nothing when content has errors.
    func publication() throws -> Publication? {
        guard let portal = ContentLoader(root: root).load(at: now).portal else { return nil }
        let start = try SamplePublication.instant("2021-11-01T00:00")
        return Publication(
            portal: portal, figures: figures, approvals: Array(approvals.values), now: now,
            rehearsal: Rehearsal(rehearsedStart: start, realStart: start))
    }

    func publisher(jobs: Int) throws -> Publisher {
        let theme = root.appending(path: "theme", directoryHint: .isDirectory)
        return try Publisher(
            theme: Theme(directory: theme), assets: SiteAssets(themeDirectory: theme), jobs: Jobs(jobs))
    }

    /// Everything that readers get now, without what is only kept, by path.
    func live() throws -> [String: Data] {
        let tree = try #require(try folder.live())
        let manifest = try #require(try folder.manifest(of: tree))
        let paths = manifest.files.filter { !$0.value.isKept }.keys
        return try Dictionary(
            uniqueKeysWithValues: paths.map {
                ($0, try Data(contentsOf: URL(filePath: "\(folder.path)/current/\($0)")))
            })
    }

    // MARK: Files

    /// Paths from the root of all files of content or theme that end so, sorted.
    func files(_ ending: String, in place: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: place).path)
            .filter { $0.hasSuffix(ending) }.sorted().map { "\(place)/\($0)" }
    }

    func answers() throws -> [String] {
        try files(".md", in: "content").filter { $0.contains("/hoi-dap/") }
    }

    func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    func write(_ text: String, to path: String) throws {
        try Data(text.utf8).write(to: root.appending(path: path))
    }

    func change(_ path: String, _ edit: (String) -> String) throws { try write(edit(try text(path)), to: path) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: root.appending(path: path)) }

    /// A number that no earlier edit got.
    func next() -> Int {
        number += 1
        return number
    }

    /// Answers a matter that nobody answered, and approves the words.
    func addApprovedAnswer() throws {
        let number = next()
        let matter = try #require(MatterID("2021-\(String(1_000 + number))/1"))
        let path = "content/doi-thoai/2021/hoi-dap/duyet-\(number).md"
        // Of the checkout: the copy may have been removed by an edit before.
        let sample = try String(
            contentsOf: SamplePublication.root.appending(
                path: "content/doi-thoai/2021/hoi-dap/hang-nhai-nhan-hieu.md"), encoding: .utf8)
        try write(
            sample.replacing("illustration: true", with: "matter: \(matter)")
                .replacing("title: ", with: "title: Đã duyệt \(number), "), to: path)
        try approve(path, matter)
    }

    func approve(_ path: String, _ matter: MatterID) throws {
        approvals[matter] = Approval(
            matter: matter, sha256: SHA256Digest(of: try Data(contentsOf: root.appending(path: path))).description,
            drafter: "a", approver: "b", approvedAt: try SamplePublication.instant("2021-12-01T08:00"),
            withdrawnAt: nil)
    }
}

/// Chance that can be had again: the same seed gives the same row.
///
/// Source: SplitMix64 (Steele, Lea, Flood 2014).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
