import Content
import Cryptography
import Domain
import Foundation
import Testing

@testable import doithoai

/// The good site with the theme of this checkout, broken as a case says, in a folder of its own.
final class BrokenSite {
    private let root: URL
    private let theme: URL
    private var settings: Set<BrokenCase.Setting> = []
    /// Matter → digest of the answer before anything was changed.
    private let approved: [MatterID: String]

    /// The day the expectations were written for.
    static let now = CivilDate(year: 2026, month: 3, day: 1)
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    init(_ changes: [BrokenCase.Change]) throws {
        let files = FileManager.default
        root = files.temporaryDirectory.appending(path: "doithoai-broken-\(UUID().uuidString)")
        try files.createDirectory(at: root, withIntermediateDirectories: true)
        try files.copyItem(
            at: Self.checkout.appending(path: "Tests/Fixtures/sites/good/content"),
            to: root.appending(path: "content"))
        approved = try Self.digests(below: root)
        let shipped = Self.checkout.appending(path: "theme")
        theme = changes.contains(where: \.touchesTheme) ? root.appending(path: "theme") : shipped
        if theme != shipped { try files.copyItem(at: shipped, to: theme) }
        for change in changes { try apply(change) }
    }

    deinit {
        do { try FileManager.default.removeItem(at: root) } catch { print("left behind: \(root.path)") }
    }

    func check() throws -> CheckReport {
        let now = try #require(Self.now).start
        return try SiteCheck(
            content: ContentLoader(root: root), themeDirectory: theme,
            ledger: settings.contains(.noRegister) ? nil : ledger(),
            rehearsal: settings.contains(.rehearsal) ? Rehearsal(rehearsedStart: now, realStart: now) : nil, now: now
        ).run()
    }

    // MARK: Changes

    private func apply(_ change: BrokenCase.Change) throws {
        switch change {
        case .edit(let path, let find, let put): try edit(path, find, put)
        case .replace(let path, let bytes): try write(bytes, to: path)
        case .grow(let path, let times, let bytes):
            let old =
                FileManager.default.fileExists(atPath: place(path).path) ? try Data(contentsOf: place(path)) : Data()
            try write(old + (0..<times).flatMap { _ in bytes }, to: path)
        case .remove(let path): try FileManager.default.removeItem(at: place(path))
        case .rename(let path, let new):
            try FileManager.default.createDirectory(
                at: place(new).deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.moveItem(at: place(path), to: place(new))
        case .link(let path, let target):
            try FileManager.default.createSymbolicLink(atPath: place(path).path, withDestinationPath: target)
        case .setting(let setting): settings.insert(setting)
        }
    }

    private func edit(_ path: String, _ find: String, _ put: Data) throws {
        guard FileManager.default.fileExists(atPath: place(path).path) else {
            try #require(find.isEmpty, "\(path) is not there")
            return try write(put, to: path)
        }
        let old = try Data(contentsOf: place(path))
        guard !find.isEmpty else { return try write(old + put, to: path) }
        let range = try #require(old.range(of: Data(find.utf8)), "\(path) does not hold: \(find)")
        try #require(old[range.upperBound...].range(of: Data(find.utf8)) == nil, "\(path) holds twice: \(find)")
        try write(old[..<range.lowerBound] + put + old[range.upperBound...], to: path)
    }

    private func write(_ bytes: Data, to path: String) throws {
        try FileManager.default.createDirectory(
            at: place(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: place(path))
    }

    private func place(_ path: String) -> URL { root.appending(path: path) }

    // MARK: The register

    private func ledger() throws -> Ledger {
        let digests = settings.contains(.approvalOfOldBytes) ? approved : try Self.digests(below: root)
        let approvals = settings.contains(.noApproval) ? [:] : digests
        let moment = try #require(Self.now).start
        var figures = Figures.empty
        if settings.contains(.outOfBalance) {
            var series = SeriesFigures(series: Series(id: "2025"))
            series.matters = 3
            series.open = 1
            figures.series = [series]
        }
        return Ledger(
            figures: figures,
            approvals: approvals.map {
                Approval(
                    matter: $0, sha256: $1, drafter: "van_thu", approver: "lanhdao", approvedAt: moment,
                    withdrawnAt: nil)
            })
    }

    /// Read from the files themselves: the loader gives nothing for a site with errors.
    private static func digests(below root: URL) throws -> [MatterID: String] {
        var digests: [MatterID: String] = [:]
        for path in ContentLoader(root: root).sourcePaths() where path.contains("/hoi-dap/") {
            let bytes = try Data(contentsOf: root.appending(path: path))
            let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
            guard let line = lines.first(where: { $0.hasPrefix("matter: ") }) else { continue }
            guard let matter = MatterID(String(line.dropFirst("matter: ".count))) else { continue }
            digests[matter] = SHA256Digest(of: bytes).description
        }
        return digests
    }
}

extension BrokenCase.Change {
    fileprivate var touchesTheme: Bool {
        switch self {
        case .edit(let path, _, _), .replace(let path, _), .grow(let path, _, _), .remove(let path),
            .rename(let path, _), .link(let path, _):
            path.hasPrefix("theme")
        case .setting: false
        }
    }
}
