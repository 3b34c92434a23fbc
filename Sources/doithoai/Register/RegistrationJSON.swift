import Domain
import Foundation
import Register

/// A registration for other programs, everything but what the sender filled in; sealed text is not in it.
struct ListedRegistration: Encodable {
    var number: String?
    var reference: String
    var series: String
    var channel: Channel
    /// The digest of the form definition it was given under.
    var form: String
    var receivedAt: Date
    var enteredAt: Date?
    var isLate: Bool
    var quarantine: Quarantine?
    var refusedAt: Date?
    var likelyDuplicateOf: String?
    var matters: [ListedMatter]

    init(_ registration: Registration, drafted: Set<MatterID>) {
        number = registration.number?.description
        reference = registration.reference.description
        series = registration.series.id
        channel = registration.channel
        form = registration.formDigest
        receivedAt = registration.receivedAt
        enteredAt = registration.enteredAt
        isLate = registration.isLate
        quarantine = registration.quarantine
        refusedAt = registration.refusedAt
        likelyDuplicateOf = registration.likelyDuplicateOf?.description
        matters = registration.matters.map { ListedMatter($0, drafted: drafted) }
    }
}

/// A matter of it.
struct ListedMatter: Encodable {
    var id: String
    /// The form field it was written in.
    var field: String
    var subject: String
    var division: String?
    var sameAs: String?
    var outcome: Outcome?
    var outcomeAt: Date?
    /// What the office has to do next; nothing when nothing.
    var next: OfficeStep?
    var isSealed: Bool
    /// Empty when sealed.
    var text: String

    init(_ matter: Matter, drafted: Set<MatterID>) {
        id = matter.id.description
        field = matter.field
        subject = matter.subject
        division = matter.division
        sameAs = matter.sameAs?.description
        outcome = matter.outcome
        outcomeAt = matter.outcomeAt
        next = matter.nextStep(drafted: drafted)
        isSealed = matter.isSealed
        text = matter.text
    }
}

/// One registration with what the sender filled in and what was done about it.
struct ShownRegistration: Encodable {
    struct Line: Encodable {
        var at: Date
        var actor: String
        var verb: Verb
        var object: String
        var value: String
        var note: String
    }

    var registration: ListedRegistration
    /// Field name → text; without the fields of sealed matters.
    var answers: [String: String]
    var history: [Line]

    init(_ registration: Registration, drafted: Set<MatterID>, history: [HistoryLine]) {
        self.registration = ListedRegistration(registration, drafted: drafted)
        answers = registration.answers.values
        self.history = history.map {
            Line(at: $0.at, actor: $0.actor, verb: $0.verb, object: $0.object, value: $0.value, note: $0.note)
        }
    }
}
