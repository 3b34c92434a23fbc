import ArgumentParser
import Documents
import Domain
import Register

/// Whom an invitation, a sheet or a label is for.
struct GuestOptions: ParsableArguments {
    @Flag(help: "Chỉ người ghi trên phiếu là sẽ dự.")
    var attending = false

    @Flag(help: "Cả người gửi phiếu đến muộn.")
    var late = false
}

/// Who is invited to the conference: every sender with a matter that enters it.
struct GuestList {
    /// By the first registration of each.
    private(set) var invitations: [Invitation] = []
    /// Registrations whose sender was erased.
    private(set) var unknown: [RegisterNumber] = []

    /// - Parameters:
    ///   - registrations: Of the edition, by number.
    ///   - form: The definition behind a digest.
    init(
        _ registrations: [Registration], _ options: GuestOptions, form: (String) throws -> FormDefinition
    ) throws {
        var places: [String: Int] = [:]
        var forms: [String: FormDefinition] = [:]
        for registration in registrations {
            guard let number = registration.number, registration.entersConference(includingLate: options.late) else {
                continue
            }
            let definition = try forms[registration.formDigest] ?? form(registration.formDigest)
            forms[registration.formDigest] = definition
            if options.attending, registration.answers.willAttend(in: definition) != true { continue }
            let sender = Sender(registration.answers, form: definition)
            if sender.isUnknown {
                unknown.append(number)
            } else if let place = places[sender.mark] {
                invitations[place].registrations.append(number)
            } else {
                places[sender.mark] = invitations.count
                invitations.append(Invitation(sender: sender, registrations: [number]))
            }
        }
    }
}

extension Registration {
    /// Whether any of its matters is for the conference: not sealed, not taken back; raised there it needs no invitation.
    func entersConference(includingLate: Bool) -> Bool {
        guard channel != .conference, includingLate || !isLate else { return false }
        return matters.contains(where: \.entersConference)
    }
}

extension Matter {
    /// Not sealed and not taken back.
    var entersConference: Bool { outcome != .excluded && outcome != .withdrawn }
}

extension Sender {
    /// Equal for the same person of the same organisation at the same address. Marks count: Lan is not Lân.
    fileprivate var mark: String {
        [name, organisation, address].map { $0.lowercased() }.joined(separator: "\n")
    }
}
