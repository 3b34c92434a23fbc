import Documents
import Domain
import Register

/// The register as papers see it: registrations with senders and matters, and the approved answers. Nothing sealed.
struct Casebook {
    /// With a number, by series and number.
    let registrations: [Registration]
    private let site: Site
    private let forms: [String: FormDefinition]
    /// By the matter they were given to.
    private let approved: [MatterID: Answer]

    init(_ desk: LetterDesk) throws {
        let register = desk.session.register
        site = desk.site
        registrations = try register.registrations()
        var forms: [String: FormDefinition] = [:]
        for digest in Set(registrations.map(\.formDigest)) { forms[digest] = try register.form(digest: digest) }
        self.forms = forms
        let inForce = Dictionary(
            try register.approvals().filter { $0.withdrawnAt == nil }.map { ($0.matter, $0.sha256) }
        ) { $1 }
        approved = Dictionary(
            desk.portal.answers.compactMap { answer in
                answer.matter.flatMap { inForce[$0] == answer.sourceDigest ? ($0, answer) : nil }
            }
        ) { $1 }
    }

    func registrations(in series: Series) -> [Registration] { registrations.filter { $0.series == series } }

    /// What came up in a series: by subject in the order of the site, then by number. What has no subject, or one that the
    /// site does not know any more, comes last.
    func bySubject(in series: Series) -> [(matter: Matter, of: Registration)] {
        let order = Dictionary(uniqueKeysWithValues: site.subjects.enumerated().map { ($1.id, $0) })
        let entering = registrations(in: series).flatMap { registration in
            registration.matters.filter(\.entersConference).map { (matter: $0, of: registration) }
        }
        return entering.enumerated().map { (order[$1.matter.subject] ?? .max, $0, $1) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
    }

    /// A registration of a dialogue: letters that speak of its conference say nothing true of another series.
    ///
    /// - Throws: ``CommandFailure`` for one of another series; ``RegisterError/unknownRegistration(_:)``.
    func registration(_ number: RegisterNumber, of dialogue: Dialogue) throws -> Registration {
        guard number.series == dialogue.series else {
            throw CommandFailure(
                .wrongUse,
                "Phiếu \(number) không thuộc đợt \(dialogue.id), mà công văn này nói về hội nghị của đợt. Phiếu của đợt khác "
                    + "thì thêm --edition; phản ánh, kiến nghị thì trả lời bằng văn bản riêng.")
        }
        return try registration(number)
    }

    /// - Throws: ``RegisterError/unknownRegistration(_:)``.
    func registration(_ number: RegisterNumber) throws -> Registration {
        guard let found = registrations.first(where: { $0.number == number }) else {
            throw RegisterError.unknownRegistration(number.description)
        }
        return found
    }

    /// - Throws: ``RegisterError/sealed(_:)``: what is sealed is in no letter.
    func matter(_ id: MatterID) throws -> (matter: Matter, of: Registration) {
        let registration = try registration(id.registration)
        guard let matter = registration.matters.first(where: { $0.id == id }) else {
            throw RegisterError.unknownMatter(id)
        }
        guard !matter.isSealed else { throw RegisterError.sealed(id) }
        return (matter, registration)
    }

    func form(of registration: Registration) throws -> FormDefinition {
        guard let form = forms[registration.formDigest] else { throw RegisterError.digestMismatch }
        return form
    }

    func sender(of registration: Registration) throws -> Sender {
        Sender(registration.answers, form: try form(of: registration))
    }

    /// Why there is nobody to write to, if so.
    func whyNobody(_ registration: Registration) throws -> String? {
        guard try sender(of: registration).isUnknown else { return nil }
        return registration.isWhollySealed ? "phiếu đã niêm phong" : "đã xóa thông tin người gửi"
    }

    /// The answer that was approved for a matter, or for the one whose outcome it shares.
    func answer(to matter: Matter) -> Answer? { approved[matter.sameAs ?? matter.id] }

    /// A matter ready to be printed.
    ///
    /// - Parameter reply: The approved answer when nothing.
    func printed(
        _ matter: Matter, of registration: Registration, reply: PrintedReply? = nil
    ) throws -> PrintedMatter {
        PrintedMatter(
            id: matter.id, subject: site.subject(matter.subject)?.name ?? Subject.unsureLabel, text: matter.printedText,
            received: CivilDate(of: registration.receivedAt),
            reply: try reply ?? answer(to: matter).map { try PrintedReply($0, site: site) })
    }

    /// Who asks, without a name.
    func asker(of registration: Registration) throws -> String {
        try sender(of: registration).isUnknown
            ? Sender.erased : registration.answers.asker(in: form(of: registration))
    }

    /// Matters that share the outcome of that one.
    func shared(with id: MatterID) -> [MatterID] {
        registrations.flatMap(\.matters).filter { $0.sameAs == id }.map(\.id)
    }
}

extension Matter {
    /// As papers print it; what was erased is not a blank that nobody can explain.
    var printedText: String { text.isEmpty ? "(đã xóa)" : text }
}
