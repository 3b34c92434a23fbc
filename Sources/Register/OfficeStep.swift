package import Domain
import GRDB

/// What the office has to do next for a matter.
package enum OfficeStep: String, Hashable, Sendable, Codable, CaseIterable {
    /// The sender was unsure of the subject.
    case classify
    /// No division has it yet.
    case assign
    /// The division has to draft the answer.
    case draft
    /// A draft is being written, then approved by another officer.
    case approve
}

extension Matter {
    /// Nothing once it has an outcome, and for one that waits for the outcome of another.
    package func nextStep(drafted: Set<MatterID>) -> OfficeStep? {
        guard outcome == nil, sameAs == nil else { return nil }
        if subject == Subject.unsure { return .classify }
        if division == nil { return .assign }
        return drafted.contains(id) ? .approve : .draft
    }
}

extension RegisterDatabase {
    /// Open matters whose answer is being drafted.
    package func draftedMatters() throws -> Set<MatterID> {
        try queue.read { db in
            let rows = try db.rows(
                """
                SELECT id FROM matter_now
                WHERE outcome IS NULL AND 'drafted' = (
                    SELECT verb FROM decision
                    WHERE matter = matter_now.id AND verb IN ('drafted', 'split', 'withdrawn') ORDER BY id DESC LIMIT 1)
                """)
            return Set(try rows.compactMap { try MatterRow.id(of: $0["id"], in: db) })
        }
    }
}
