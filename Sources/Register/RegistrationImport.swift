package import Cryptography
package import Domain
import Foundation

/// Checks and takes in forms that reached the department elsewhere: paper, post, e-mail, or a file of them.
package struct RegistrationImport: Sendable {
    /// Where a form's registrations go, and when they are late.
    package struct Target: Sendable {
        package var form: FormDefinition
        /// The edition it belongs to; nothing for feedback, whose series is the year's.
        package var dialogue: Dialogue?

        package init(form: FormDefinition, dialogue: Dialogue?) {
            self.form = form
            self.dialogue = dialogue
        }
    }

    /// Something wrong in an element.
    package struct Problem: Hashable, Sendable {
        /// Counts from 1, in the order of the file.
        package var element: Int
        /// The field or key meant; empty for the element as a whole.
        package var field: String
        /// In Vietnamese.
        package var message: String
    }

    /// A checked element, ready to be stored.
    package struct Ready: Sendable {
        package var submission: Submission
        package var code: Code
        package var outcomes: [ImportedOutcome]
    }

    private let targets: [String: Target]
    private let site: Site
    private let key: Key

    /// - Parameter key: The key for the purpose `code`.
    package init(portal: Portal, key: Key) {
        var targets = [portal.feedback.form.id: Target(form: portal.feedback.form, dialogue: nil)]
        for edition in portal.editions {
            targets[edition.form.id] = Target(form: edition.form, dialogue: edition.dialogue)
        }
        self.targets = targets
        site = portal.site
        self.key = key
    }

    /// Checks every element by the rules senders are checked by.
    ///
    /// - Parameters:
    ///   - tokens: What makes an element itself: the same element gives the same token, so importing a file again
    ///     stores nothing twice. Random tokens otherwise.
    /// - Returns: The elements in the order received; empty when there is any problem.
    package func check(
        _ elements: [ImportedRegistration], tokens: (ImportedRegistration, Int) throws -> [UInt8]
    ) throws -> (ready: [Ready], problems: [Problem]) {
        var ready: [Ready] = []
        var problems: [Problem] = []
        for (index, element) in elements.enumerated() {
            let found = try check(element, token: tokens(element, index))
            problems += found.problems.map { Problem(element: index + 1, field: $0.field ?? "", message: $0.message) }
            if let submission = found.ready { ready.append(submission) }
        }
        guard problems.isEmpty else { return ([], problems) }
        let inOrder = ready.enumerated().sorted { left, right in
            (left.element.submission.receivedAt, left.offset) < (right.element.submission.receivedAt, right.offset)
        }
        return (inOrder.map(\.element), [])
    }

    /// The token of an element of a file: of its content, and of how many equal ones stand before it.
    package static func token(of element: ImportedRegistration, repetition: Int) throws -> [UInt8] {
        var canonical = CanonicalBytes()
        canonical.add("import")
        canonical.add(element.received.seconds)
        canonical.add(element.channel.rawValue)
        canonical.add(element.form)
        canonical.add(FormAnswers(element.answers).canonicalBytes)
        canonical.add(Int64(repetition))
        return Array(SHA256Digest(of: canonical.bytes).bytes.prefix(16))
    }

    /// The token of a form that is entered by hand: every one is new.
    package static func randomToken() -> [UInt8] { SecureRandom.bytes(16) }

    private func check(_ element: ImportedRegistration, token: [UInt8]) throws -> (
        ready: Ready?, problems: [FormProblem]
    ) {
        guard let target = targets[element.form] else {
            let known = targets.keys.sorted().joined(separator: ", ")
            return (nil, [FormProblem(field: "form", message: "Không có mẫu “\(element.form)”. Các mẫu có: \(known).")])
        }
        let checked = target.form.check(element.answers.mapValues { [$0] }, subjects: site.subjects.map(\.id))
        var problems = checked.problems + outcomeProblems(element, form: target.form, answers: checked.answers)
        if checked.exits {
            problems.append(FormProblem(field: nil, message: "Đơn khiếu nại, tố cáo không vào sổ này."))
        }
        guard problems.isEmpty else { return (nil, problems) }
        return (try ready(element, target: target, answers: checked.answers, token: token), [])
    }

    private func outcomeProblems(
        _ element: ImportedRegistration, form: FormDefinition, answers: FormAnswers
    ) -> [FormProblem] {
        let count = RegisterEntry.matters(in: answers, form: form).count
        return element.outcomes.flatMap { outcome in
            var problems: [String] = []
            if !(1...max(1, count)).contains(outcome.matter) {
                problems.append("Phiếu không có nội dung \(outcome.matter).")
            }
            if site.subject(outcome.subject) == nil { problems.append("Không có lĩnh vực “\(outcome.subject)”.") }
            if site.division(outcome.division) == nil { problems.append("Không có phòng “\(outcome.division)”.") }
            if !outcome.kind.isPublishable, outcome.reason.isEmpty { problems.append("Kết quả này cần có lý do.") }
            return problems.map { FormProblem(field: "outcomes", message: $0) }
        }
    }

    private func ready(
        _ element: ImportedRegistration, target: Target, answers: FormAnswers, token: [UInt8]
    ) throws -> Ready {
        let reference = Reference(randomBytes: SecureRandom.bytes(8))
        let code = Code(secretBytes: ReceiptSecrets.codeBytes(token: token, key: key))
        let submission = Submission(
            series: target.dialogue?.series ?? .feedback(year: CivilDate(of: element.received).year),
            channel: element.channel, form: target.form,
            formDigest: SHA256Digest(of: try target.form.canonicalBytes()).description, answers: answers,
            receivedAt: element.received,
            isLate: target.dialogue?.schedule.isLate(element.received, by: element.channel) ?? false,
            quarantine: element.quarantine, token: token, reference: reference,
            codeHash: ReceiptSecrets.codeHash(reference: reference.symbols, code: code.symbols, key: key), sender: nil)
        return Ready(submission: submission, code: code, outcomes: element.outcomes)
    }
}
