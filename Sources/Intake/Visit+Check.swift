internal import Cryptography
internal import Domain
internal import Foundation
internal import Theme

extension Visit {
    /// Form in, check page out; nothing is stored.
    func check(_ filling: Filling) throws -> IntakeResponse {
        switch admission(of: filling, checkPageIssued: nil) {
        case .early(let opens): return try early(filling, opens: opens)
        case .closed(let closing): return try closed(filling, at: closing)
        case .open, .grace: break
        }
        if filling.edit != nil { return try formPage(filling, status: 200, problems: []) }
        if filling.checked.exits { return try exit(filling) }
        guard filling.checked.problems.isEmpty else {
            return try formPage(filling, status: 422, problems: filling.checked.problems)
        }
        return try checkPage(filling, status: 200, notice: nil)
    }

    func admission(of filling: Filling, checkPageIssued: Date?) -> Admission {
        Admission(
            filling.form.dialogue?.schedule, at: now, checkPageIssued: checkPageIssued,
            graceSeconds: settings.graceSeconds)
    }

    /// The check page with a new token.
    func checkPage(_ filling: Filling, status: Int, notice: String?) throws -> IntakeResponse {
        let key = desk.keys.token.current
        let token = CheckToken(
            content: filling.content, issued: now,
            isTrapped: filling.isTrapped || (filling.signed?.isTrapped ?? false), key: key)
        return try checkPage(filling, token: token.text(key: key), status: status, notice: notice, grace: nil)
    }

    /// The check page with a token that is already there.
    ///
    /// - Parameter grace: Until when it may still be sent, once the form is closed.
    func checkPage(
        _ filling: Filling, token: String, status: Int, notice: String?, grace: Date?
    ) throws -> IntakeResponse {
        var hidden = filling.definition.fields.map { (name: $0.name, value: filling.answers[$0.name]) }
        hidden.removeAll { $0.value.isEmpty }
        hidden.append((name: FormControl.token, value: token))
        let view = CheckView(
            definition: filling.definition, answers: filling.answers, subjects: site.subjects,
            action: filling.form.action + "/gui", hidden: hidden)
        return try page(
            "pages/gui/kiem-tra", status: status,
            PageHead(title: "Kiểm tra phiếu", current: filling.form.form.page),
            [
                "check": view.values, "grace": grace.map { .time($0) } ?? .absent,
                "notice": notice.map { .text($0) } ?? .absent,
            ], keeping: .forGoingBack)
    }

    /// The form with what was typed, and what has to be mended.
    func formPage(_ filling: Filling, status: Int, problems: [FormProblem]) throws -> IntakeResponse {
        let definition = filling.form.definition
        let view = FormView(
            definition: definition, answers: filling.answers, problems: problems, subjects: site.subjects,
            action: filling.form.action, honeypot: FormControl.honeypot,
            focus: filling.edit.flatMap { definition.field(named: $0)?.name })
        return try page(
            "pages/gui/bieu-mau", status: status,
            PageHead(title: definition.title, current: filling.form.form.page, hasErrors: !problems.isEmpty),
            [
                "heading": .heading(definition.title),
                "closes": filling.form.dialogue.map { .time($0.schedule.closes) } ?? .absent, "form": view.values,
                "paper": filling.form.paperPage.map { .text($0) } ?? .absent,
            ], keeping: .forGoingBack)
    }
}
