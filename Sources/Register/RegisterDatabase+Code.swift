package import Cryptography
package import Domain
import Foundation
import GRDB

extension RegisterDatabase {
    /// A receipt made anew, to be shown once: the register keeps only a keyed digest of its code.
    package struct NewCode: Sendable {
        package let reference: Reference
        /// Nothing while the registration is outside the register.
        package let number: RegisterNumber?
        package let code: Code
    }

    /// Gives a registration a new code, for a sender who lost the receipt; the old one stops working at once.
    ///
    /// Random, unlike the first code: whoever still holds the token of the check page must not learn it.
    /// - Parameters:
    ///   - key: The current key for the purpose `code`.
    ///   - reason: How the sender proved to be the sender; may be empty.
    package func replaceCode(
        of reference: Reference, key: Key, reason: String = "", by officer: Officer
    ) throws -> NewCode {
        let code = Code(secretBytes: SecureRandom.bytes(10))
        let hash = ReceiptSecrets.codeHash(reference: reference.symbols, code: code.symbols, key: key)
        return try act(by: officer, duty: .clerk) { db, now in
            let found = try RegistrationRow.find(reference, in: db)
            try db.run("UPDATE registration SET code_hash = ? WHERE id = ?", [hash.data, found.id])
            try Decision(
                verb: .recoded, registration: found.id, object: found.number?.description ?? reference.description,
                note: reason, at: now, actor: officer.account
            ).record(loggedAt: now, in: db)
            return NewCode(reference: reference, number: found.number, code: code)
        }
    }
}
