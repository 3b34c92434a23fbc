package import Cryptography
import Domain
package import Foundation

/// What the last build that changed or confirmed the live tree was made of: the next one, finding all as it was, is
/// done without reading anything.
///
/// A file that can be computed again: missing, old or broken it costs time, never a different result. It keeps what
/// was complained of, so that the complaint is made again.
package struct LastBuild: Hashable, Sendable, Codable {
    private let inputs: String
    private let manifest: String
    private let now: Date
    private let boundary: Boundary?
    private let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - inputs: Of all files and values the build was made of.
    ///   - now: The moment it was made for.
    ///   - folder: Where it is live.
    /// - Returns: Nothing when it released nothing or left something to be packed, or no whole tree is live.
    package init?(inputs: SHA256Digest, now: Date, result: Publisher.Result, in folder: PublicFolder) throws {
        guard result.report != nil, result.unpacked == nil, let live = try folder.live(),
            let bytes = try folder.manifestBytes(of: live)
        else { return nil }
        self.inputs = inputs.description
        self.now = now
        boundary = result.boundary
        diagnostics = result.diagnostics
        manifest = SHA256Digest(of: bytes).description
    }

    /// The result of a build that has nothing to do; nothing when there may be something.
    ///
    /// Every released file is looked at: one that was lost or cut short behind our back has to be made again.
    package func result(inputs: SHA256Digest, now: Date, in folder: PublicFolder) throws -> Publisher.Result? {
        // Warnings speak of days, pages of boundaries: between two moments of one day and before the next boundary,
        // neither can have changed.
        guard inputs.description == self.inputs, self.now <= now, boundary.map({ now < $0.instant }) ?? true,
            CivilDate(of: self.now) == CivilDate(of: now), let live = try folder.live(),
            let bytes = try folder.manifestBytes(of: live), SHA256Digest(of: bytes).description == manifest,
            let files = Manifest.wholeFiles(bytes, in: folder.path(of: live))
        else { return nil }
        return Publisher.Result(
            report: ReleaseReport(unchanged: live), diagnostics: diagnostics, boundary: boundary, files: files, made: []
        )
    }

    /// Reads the record at `path`; nothing when there is none or when it cannot be understood.
    package static func read(_ path: String) -> LastBuild? {
        do {
            return try Disk.read(path).map { try JSONDecoder().decode(LastBuild.self, from: $0) }
        } catch {
            return nil
        }
    }

    /// Writes the record; not synced, since losing it loses nothing.
    package func write(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        try Disk.real.create(path + ".new", bytes: try encoder.encode(self))
        try Disk.real.move(path + ".new", over: path)
    }
}
