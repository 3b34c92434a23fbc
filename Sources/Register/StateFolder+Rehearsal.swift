package import Domain
package import Foundation

extension StateFolder {
    /// The anchor of the rehearsal this folder was made for; nothing for a real one.
    ///
    /// - Throws: ``RehearsalError/unreadable`` when the mark is there but cannot be read: never taken for a real folder.
    package var rehearsal: Rehearsal? {
        get throws {
            guard isMarkedRehearsal else { return nil }
            do {
                return try RehearsalFile.decoder.decode(Rehearsal.self, from: Data(contentsOf: rehearsalFile))
            } catch {
                throw RehearsalError.unreadable
            }
        }
    }

    /// Whether the mark of a rehearsal is there, readable or not.
    package var isMarkedRehearsal: Bool { FileManager.default.fileExists(atPath: rehearsalFile.path) }

    /// The clock every program given this folder reads: the machine's, or the rehearsal's that ticks on from its anchor.
    package var clock: Clock {
        get throws { try rehearsal.map { Clock.rehearsing($0) } ?? .system }
    }

    /// Makes this folder a rehearsal that begins at `start`, or leaves the rehearsal it already is as it stands.
    ///
    /// - Parameters:
    ///   - restart: Moves the anchor of a rehearsal that is there; its register is kept.
    ///   - clock: The real clock.
    /// - Returns: The anchor in force.
    /// - Throws: ``RehearsalError/realFolder`` when the folder holds the register or keys of a real portal.
    package func rehearse(from start: Date, restart: Bool, clock: Clock = .system) throws -> Rehearsal {
        if let existing = try rehearsal, !restart { return existing }
        if try rehearsal == nil, try holdsRealState { throw RehearsalError.realFolder }
        let anchor = Rehearsal(rehearsedStart: start, realStart: clock.now)
        // The mark comes first: nothing may be written into a folder that could be taken for a real one.
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        try RehearsalFile.encoder.encode(anchor).write(to: rehearsalFile, options: .atomic)
        try make()
        return anchor
    }

    private var holdsRealState: Bool {
        get throws {
            if FileManager.default.fileExists(atPath: register.path) { return true }
            guard FileManager.default.fileExists(atPath: keys.path) else { return false }
            return try !FileManager.default.contentsOfDirectory(atPath: keys.path).isEmpty
        }
    }
}

/// Why a folder cannot be used for a rehearsal.
package enum RehearsalError: Error, Hashable, Sendable {
    /// It holds the register or the keys of a real portal.
    case realFolder
    /// Its `rehearsal.json` cannot be read.
    case unreadable
}

private enum RehearsalFile {
    static var encoder: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.dateEncodingStrategy = .secondsSince1970
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        return encoder
    }

    static var decoder: JSONDecoder {
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .secondsSince1970
        return decoder
    }
}
