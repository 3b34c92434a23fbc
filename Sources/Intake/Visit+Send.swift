internal import Cryptography
internal import Domain
internal import Foundation

extension Visit {
    /// Checked form in, receipt out: stored and synced before anything is said.
    func send(_ filling: Filling) throws -> IntakeResponse {
        if let token = storable(filling) {
            return try receiptPage(desk.store.store(submission(filling, token)), filling, token: token)
        }
        // What was stored before is shown again, also after closing and after the token's time: a phone that asks for
        // the page anew must not make its owner believe that nothing arrived.
        if let token = filling.signed, filling.edit == nil, filling.isUnchanged,
            let receipt = try desk.store.receipt(forToken: token.random)
        {
            return try receiptPage(receipt, filling, token: token)
        }
        switch admission(ofSent: filling) {
        case .early(let opens): return try early(filling, opens: opens)
        case .closed(let closing): return try closed(filling, at: closing)
        case .grace(let until) where filling.edit != nil: return try tooLateToMend(filling, until: until)
        case .open, .grace: break
        }
        if filling.edit != nil { return try formPage(filling, status: 200, problems: []) }
        if filling.checked.exits { return try exit(filling) }
        guard filling.checked.problems.isEmpty else {
            return try formPage(filling, status: 422, problems: filling.checked.problems)
        }
        guard filling.signed != nil else { return try checkPage(filling, status: 409, notice: Notice.noToken) }
        return try checkPage(filling, status: 409, notice: filling.isUnchanged ? Notice.expired : Notice.changed)
    }

    /// The token of a post that is to be stored: nothing speaks against it.
    ///
    /// Whether the token gave a receipt before is the store's to find out: asking first would wait for the disk twice.
    private func storable(_ filling: Filling) -> CheckToken? {
        guard let token = filling.signed, filling.edit == nil, filling.isUnchanged, !filling.checked.exits,
            filling.checked.problems.isEmpty,
            // A token of ours from a time to come says that the clock was set back, not that anything is wrong.
            abs(now.timeIntervalSince(token.issued)) <= TimeInterval(settings.tokenSeconds)
        else { return nil }
        switch admission(ofSent: filling) {
        case .open, .grace: return token
        case .early, .closed: return nil
        }
    }

    private func admission(ofSent filling: Filling) -> Admission {
        admission(of: filling, checkPageIssued: filling.isUnchanged ? filling.signed?.issued : nil)
    }

    /// After closing a new check page would be too late, so the one there is stays.
    private func tooLateToMend(_ filling: Filling, until: Date) throws -> IntakeResponse {
        guard let token = filling.signed, let key = desk.keys.token.key(generation: token.generation) else {
            return try closed(filling, at: until)
        }
        return try checkPage(
            filling, token: token.text(key: key), status: 200, notice: Notice.tooLateToMend, grace: until)
    }

    private func submission(_ filling: Filling, _ token: CheckToken) throws -> Submission {
        let code = try code(of: token)
        let reference = Reference(randomBytes: SecureRandom.bytes(8))
        let sender = ClientAddress(request.clientAddress).mark(key: desk.keys.sender.current)
        return Submission(
            series: filling.form.dialogue?.series ?? Series.feedback(year: CivilDate(of: now).year), channel: .portal,
            form: filling.definition, formDigest: filling.digest, answers: filling.answers, receivedAt: now,
            isLate: false, quarantine: quarantine(filling, token), token: token.random, reference: reference,
            codeHash: ReceiptSecrets.codeHash(
                reference: reference.symbols, code: code.symbols, key: try codeKey(of: token)),
            sender: Submission.SenderMark(
                hash: sender, expires: now.addingTimeInterval(TimeInterval(settings.senderDays) * 86_400)))
    }

    /// Nothing is dropped: what a program seems to have sent waits for the office, and gets the same receipt.
    ///
    /// A static form says nothing of when it was opened, so only the time between check page and sending is known.
    private func quarantine(_ filling: Filling, _ token: CheckToken) -> Quarantine? {
        if token.isTrapped || filling.isTrapped { return .honeypot }
        let seconds = Int(now.timeIntervalSince(token.issued))
        // Below zero the clock was set back: then nothing is known of the time spent.
        if seconds >= 0, seconds < settings.minimumReadingSeconds { return .tooFast }
        let signs = BulkSigns(filling.answers)
        if signs.links > settings.maximumLinks { return .manyLinks }
        return signs.repetition > settings.maximumRepetition ? .repetitive : nil
    }

    /// The same token gives the same code, so it need not be kept anywhere.
    func code(of token: CheckToken) throws -> Code {
        Code(secretBytes: ReceiptSecrets.codeBytes(token: token.random, key: try codeKey(of: token)))
    }

    private func codeKey(of token: CheckToken) throws -> Key {
        guard let key = desk.keys.code.key(generation: token.generation) else {
            throw KeyFault.missing(generation: token.generation)
        }
        return key
    }
}

/// The keys of the state folder do not belong together.
enum KeyFault: ExplainedFault {
    case missing(generation: UInt8)

    var cause: String {
        switch self {
        case .missing(let generation): "no code key of generation \(generation)"
        }
    }
}
