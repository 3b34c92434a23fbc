import Domain
import GRDB

/// What the matters of a registration must be: made of what was received, then changed by each decision in turn.
struct MatterReplay {
    struct State {
        let field: String
        var text: String
        var subject: String
        var division: String?
        var sameAs: String?
        var outcome: String?
        var outcomeAt: Int64?
    }

    /// By position.
    private(set) var states: [Int: State] = [:]

    init(received answers: FormAnswers, form: FormDefinition) {
        let subject = RegisterEntry.subject(in: answers, form: form)
        for (index, part) in RegisterEntry.matters(in: answers, form: form).enumerated() {
            states[index + 1] = State(field: part.field, text: part.text, subject: subject)
        }
    }

    /// - Parameter decision: A row of `decision` with the `position` of its matter.
    mutating func apply(_ decision: Row) {
        let position: Int = decision["position"]
        let value: String = decision["value"]
        guard var state = states[position] else { return }
        switch Verb(rawValue: decision["verb"]) {
        case .classified: state.subject = value
        case .assigned: state.division = value
        case .outcome: (state.outcome, state.outcomeAt) = (value, decision["at"])
        case .joined: (state.sameAs, state.outcome, state.outcomeAt) = (value, nil, nil)
        case .reopened: (state.sameAs, state.outcome, state.outcomeAt) = (nil, nil, nil)
        case .split: split(&state, value)
        default: return
        }
        states[position] = state
    }

    private mutating func split(_ state: inout State, _ value: String) {
        guard let record = SplitRecord(value) else { return }
        let parts = MatterSplit(offsets: record.pieces.map(\.offset)).parts(of: state.text)
        for (piece, text) in zip(record.pieces, parts.dropFirst()) {
            states[piece.position] = State(
                field: state.field, text: text, subject: state.subject, division: state.division)
        }
        state.text = parts[0]
    }
}

/// Whether the matters of every registration are what the replay says.
struct MatterCheck {
    let db: Database

    func faults() throws -> [RegisterFault] {
        let decisions = Dictionary(
            grouping: try db.rows(
                """
                SELECT decision.registration, verb, value, at, position
                FROM decision JOIN matter ON matter.id = decision.matter ORDER BY decision.id
                """), by: { $0["registration"] as Int64 })
        var faults: [RegisterFault] = []
        var forms: [String: FormDefinition] = [:]
        let registrations = try Row.fetchCursor(
            db, sql: "SELECT * FROM registration WHERE number IS NOT NULL AND salt IS NOT NULL ORDER BY id")
        while let row = try registrations.next() {
            let registration = try RegistrationRow(row)
            let digest = registration.formDigest
            let form = try forms[digest] ?? RegisterDatabase.form(digest: digest, in: db)
            forms[digest] = form
            var replay = MatterReplay(received: registration.answers, form: form)
            for decision in decisions[registration.id] ?? [] { replay.apply(decision) }
            faults += try compare(registration, replay.states)
        }
        return faults
    }

    private func compare(_ registration: RegistrationRow, _ expected: [Int: MatterReplay.State]) throws
        -> [RegisterFault]
    {
        guard let number = registration.number else { return [] }
        func fault(_ position: Int, _ column: String) -> RegisterFault {
            .inconsistent(object: MatterID(registration: number, position: position).description, column: column)
        }
        let rows = try db.rows("SELECT * FROM matter WHERE registration = ? ORDER BY position", [registration.id])
        let positions = Set(rows.map { $0["position"] as Int })
        var faults = expected.keys.filter { !positions.contains($0) }.sorted().map { fault($0, "position") }
        for row in rows {
            let position: Int = row["position"]
            guard let state = expected[position] else {
                faults.append(fault(position, "position"))
                continue
            }
            faults += try differences(row, state).map { fault(position, $0) }
        }
        return faults
    }

    /// The columns that are not as they must be.
    private func differences(_ row: Row, _ state: MatterReplay.State) throws -> [String] {
        let original = try (row["same_as"] as Int64?).flatMap { try MatterRow.id(of: $0, in: db)?.description }
        let columns: [(name: String, holds: Bool)] = [
            ("field", row["field"] == state.field), ("text", row["text"] == state.text),
            ("subject", row["subject"] == state.subject), ("division", row["division"] == state.division),
            ("same_as", original == state.sameAs), ("outcome", row["outcome"] == state.outcome),
            ("outcome_at", row["outcome_at"] == state.outcomeAt),
        ]
        return columns.filter { !$0.holds }.map(\.name)
    }
}
