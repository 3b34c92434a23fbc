internal import Domain
internal import Foundation
internal import Theme

extension Visit {
    /// A page in the frame of the release.
    func page(
        _ template: String, status: Int, _ head: PageHead, _ content: [String: ThemeValue],
        keeping: IntakeResponse.Keeping = .never, headers: [IntakeResponse.Header] = []
    ) throws -> IntakeResponse {
        var head = head
        head.isUnlisted = true
        return IntakeResponse(
            status: status, contentType: "text/html; charset=utf-8", keeping: keeping, headers: headers,
            body: try snapshot.pages.render(template, head, content))
    }

    /// Complaints and denunciations go another way; nothing of them is kept.
    func exit(_ filling: Filling) throws -> IntakeResponse {
        try page(
            "pages/gui/loi-ra", status: 200, head("Khiếu nại, tố cáo", filling),
            ["form-page": .text(filling.form.form.page)])
    }

    func early(_ filling: Filling, opens: Date) throws -> IntakeResponse {
        let dialogue = filling.form.dialogue
        return try page(
            "pages/gui/chua-mo", status: 403, head("Chưa đến ngày nhận phiếu", filling),
            [
                "edition": .text(dialogue?.shortTitle ?? ""), "opens": .time(opens),
                "notice": .text(dialogue.map { "/doi-thoai/\($0.id)/" } ?? "/"), "typed": typed(filling),
            ])
    }

    func closed(_ filling: Filling, at closed: Date) throws -> IntakeResponse {
        try page(
            "pages/gui/het-han", status: 410, head("Đã hết hạn nhận phiếu", filling),
            [
                "edition": .text(filling.form.dialogue?.shortTitle ?? ""), "closed": .time(closed),
                "typed": typed(filling),
            ])
    }

    func tooMany(_ filling: Filling, wait: Int) throws -> IntakeResponse {
        try page(
            "pages/gui/qua-nhieu", status: 429, head("Có quá nhiều lần gửi", filling),
            ["wait": .text("\(max(1, (wait + 59) / 60)) phút"), "typed": typed(filling)],
            headers: [IntakeResponse.Header("Retry-After", "\(wait)")])
    }

    /// An operator asked that nothing be taken for a while.
    func maintenance(_ filling: Filling?) throws -> IntakeResponse {
        try page(
            "pages/gui/bao-tri", status: 503,
            PageHead(title: "Cổng đang bảo trì phần nhận phiếu", current: filling?.form.form.page),
            ["typed": filling.map(typed) ?? .absent], headers: [IntakeResponse.Header("Retry-After", "300")])
    }

    func notReceived(_ filling: Filling, _ incident: Incident) throws -> IntakeResponse {
        try failed(incident, form: filling.form.form.page, typed: typed(filling))
    }

    /// Something failed where nothing was typed that could be lost.
    func unavailable(_ incident: Incident) throws -> IntakeResponse {
        try failed(incident, form: nil, typed: .absent)
    }

    private func failed(_ incident: Incident, form: String?, typed: ThemeValue) throws -> IntakeResponse {
        try page(
            "pages/gui/chua-nhan-duoc", status: 503, PageHead(title: "Sở chưa nhận được phiếu", current: form),
            [
                "incident": .text(incident.number), "form-page": form.map { .text($0) } ?? .absent, "typed": typed,
            ], headers: [IntakeResponse.Header("Retry-After", "120")])
    }

    func refused(_ refusal: Refusal, page formPage: String? = nil) throws -> IntakeResponse {
        try page(
            "pages/gui/loi-yeu-cau", status: refusal.status, PageHead(title: "Sở chưa đọc được yêu cầu"),
            ["reason": .text(refusal.reason), "form-page": formPage.map { .text($0) } ?? .absent],
            headers: refusal == .method ? [IntakeResponse.Header("Allow", "GET, HEAD, POST")] : [])
    }

    func notFound() throws -> IntakeResponse {
        let places = snapshot.chrome.places
        return try page(
            "pages/loi/404", status: 404, PageHead(title: "Không tìm thấy trang"),
            [
                "links": [
                    .link("Trang chủ", "/"), .link("Tra cứu phiếu", places.lookup),
                    .link("Gửi phản ánh, kiến nghị", places.feedback),
                    .link("Xem câu hỏi đã trả lời", places.questions),
                ]
            ])
    }

    private func head(_ title: String, _ filling: Filling) -> PageHead {
        PageHead(title: title, current: filling.form.form.page)
    }

    private func typed(_ filling: Filling) -> ThemeValue {
        FactsView(
            definition: filling.definition, answers: filling.answers, subjects: site.subjects, onlyFilled: true
        ).typed
    }
}
