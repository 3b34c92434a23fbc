package import Cryptography
package import Foundation

/// The secret keys of a state folder, made at first use: `keys/<purpose>-<generation>.key`, 32 bytes, mode 0600.
package struct Keyring: Sendable {
    /// What a key is for: one key never serves two purposes.
    package enum Purpose: String, CaseIterable, Sendable {
        /// Signs the tokens of check pages.
        case token
        /// Derives and digests the codes of receipts.
        case code
        /// Digests senders' network addresses.
        case sender
    }

    private let pairs: [Purpose: KeyPair]

    /// Reads the keys of `folder`, making those that are missing.
    ///
    /// Safe when several programs start at once: all end with the same keys.
    /// - Throws: ``KeyringError`` for a key file of the wrong size or one that others may read; file errors as they come.
    package init(of folder: StateFolder) throws {
        try folder.make()
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
    package static func rotate(in folder: StateFolder) throws {
        try folder.make()
        for purpose in Purpose.allCases { try KeyFiles(folder: folder.keys, purpose: purpose).rotate() }
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
