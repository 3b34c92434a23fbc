package import Foundation

/// The register's word that the bytes of an answer may be published, and who gave it.
package struct Approval: Hashable, Sendable, Codable {
    package var matter: MatterID
    /// SHA-256 of the bytes of the answer's file, in hexadecimal.
    package var sha256: String
    /// The account that drafted; never the one that approved.
    package var drafter: String
    /// The account that approved.
    package var approver: String
    package var approvedAt: Date
    /// Nothing while in force.
    package var withdrawnAt: Date?

    package init(
        matter: MatterID, sha256: String, drafter: String, approver: String, approvedAt: Date, withdrawnAt: Date?
    ) {
        self.matter = matter
        self.sha256 = sha256
        self.drafter = drafter
        self.approver = approver
        self.approvedAt = approvedAt
        self.withdrawnAt = withdrawnAt
    }
}
