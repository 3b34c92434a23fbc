package import Cryptography
package import Foundation

/// The secret keys of a state folder, made at first use: `keys/<purpose>-<generation>.key`, 32 bytes, mode 0600.
package struct Keyring: Sendable {
    /// What a key is for: one key never serves two purposes.
    package enum Purpose: String, CaseIterable, Sendable {
        /// Derives and digests the codes of receipts.
        case code
        /// Digests senders' network addresses.
        case sender
        /// Signs the tokens of check pages. Made last: a token needs the code of its generation.
        case token
    }

    private let pairs: [Purpose: KeyPair]

    /// Reads the keys of `folder`, making those that are missing.
    ///
    /// Safe when several programs start at once: all end with the same keys.
    /// - Throws: ``KeyringError`` for a key file of the wrong size or one that others may read; file errors as they come.
    package init(of folder: StateFolder) throws {
        try folder.make()
        // Also finishes a change that was cut short: a token is worth nothing without the code of its generation.
        try Self.complete(Self.generations(in: folder).max() ?? 1, in: folder)
        var pairs: [Purpose: KeyPair] = [:]
        for purpose in Purpose.allCases { pairs[purpose] = try KeyFiles(folder: folder.keys, purpose: purpose).pair() }
        self.pairs = pairs
    }

    /// The keys for that purpose.
    package subscript(purpose: Purpose) -> KeyPair {
        guard let pair = pairs[purpose] else { preconditionFailure("every purpose has its keys") }
        return pair
    }

    /// Makes a new current key for every purpose; the one before stays valid, the one before that is deleted.
    ///
    /// - Parameter afterEach: Called after each file that was made; what it throws cuts the change short.
    package static func rotate(in folder: StateFolder, afterEach: () throws -> Void = {}) throws {
        _ = try Keyring(of: folder)
        let last = try generations(in: folder).max() ?? 0
        guard last != UInt8.max else { throw KeyringError.exhausted(Purpose.token.rawValue) }
        try complete(last + 1, in: folder, afterEach: afterEach)
        for purpose in Purpose.allCases { try KeyFiles(folder: folder.keys, purpose: purpose).deleteOld() }
    }

    /// Makes the keys of that generation that are missing.
    private static func complete(
        _ generation: UInt8, in folder: StateFolder, afterEach: () throws -> Void = {}
    ) throws {
        for purpose in Purpose.allCases {
            let files = KeyFiles(folder: folder.keys, purpose: purpose)
            guard try !files.generations().contains(generation) else { continue }
            try files.add(generation: generation)
            try afterEach()
        }
    }

    private static func generations(in folder: StateFolder) throws -> [UInt8] {
        try Purpose.allCases.flatMap { try KeyFiles(folder: folder.keys, purpose: $0).generations() }
    }

    /// The generations there are, oldest first; those of all purposes change together.
    package static func ages(in folder: StateFolder) throws -> [Age] {
        let files = KeyFiles(folder: folder.keys, purpose: .token)
        let all = try files.generations()
        return try all.map { Age(generation: $0, made: try files.made($0), isCurrent: $0 == all.last) }
    }

    /// When a generation of keys was made.
    package struct Age: Hashable, Sendable {
        package let generation: UInt8
        /// By the machine's clock.
        package let made: Date
        package let isCurrent: Bool
    }
}

/// A key file that must not be used.
package enum KeyringError: Error, Hashable, Sendable {
    /// Not 32 bytes long.
    case damaged(file: String)
    /// Group or others may read or write it.
    case exposed(file: String)
    /// 255 generations were used up.
    case exhausted(String)
}
