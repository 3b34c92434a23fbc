package import Domain

/// What is public anyway, so that a sender who calls himself so cannot stop an answer: «Sở Khoa học và Công nghệ»,
/// «Thông báo», «Bắc Kạn», the department's own mailbox.
package struct PublicWords: Sendable {
    private let phrases: [FoldedWords]
    private let telephones: Set<String>
    private let emails: Set<String>

    /// Gathers them from everything the portal says of itself.
    package init(of portal: Portal) {
        let site = portal.site
        let agency = [
            site.title, site.agency.name, site.agency.fullName, site.agency.parent, site.agency.place,
            site.agency.address, site.agency.symbol,
        ]
        let names =
            site.divisions.map(\.name) + site.subjects.flatMap { [$0.name, $0.examples] } + site.authorities.map(\.name)
            + Array(site.abbreviations.values) + Array(site.abbreviations.keys) + portal.pages.map(\.title)
        let editions = portal.editions.flatMap { edition in
            [
                edition.dialogue.title, edition.dialogue.shortTitle, edition.dialogue.place, edition.dialogue.chair,
                edition.dialogue.participants, edition.notice.title, edition.plan.page.title, edition.form.title,
            ]
        }
        let options = (portal.editions.map(\.form) + [portal.feedback.form]).flatMap(\.fields)
            .filter { $0.role != nil }.flatMap { field in [field.label, field.shortLabel] + field.options.map(\.label) }
        phrases = (agency + names + editions + options + PublicWords.portal).map(FoldedWords.init)
        telephones = Set((site.publicContacts + [site.agency.telephone]).compactMap(Telephone.normalised))
        emails = Set((site.publicContacts + [site.agency.email]).map { $0.lowercased() })
    }

    /// Whether those words stand, in that order, in something public.
    func contain(_ words: [String]) -> Bool { phrases.contains { $0.first(words) != nil } }

    func contain(telephone: String) -> Bool { telephones.contains(telephone) }

    func contain(email: String) -> Bool { emails.contains(email) }

    /// Words of the portal's own pages that no file of content holds.
    private static let portal = [
        "Thông báo", "Kế hoạch", "Hỏi đáp", "Câu hỏi", "Trả lời", "Câu trả lời", "Kết quả", "Phản ánh, kiến nghị",
        "Phiếu đăng ký", "Tra cứu", "Tìm kiếm", "Sổ tiếp nhận", "Đối thoại", "Thủ tục hành chính", "Lĩnh vực",
        "Cơ sở pháp lý", "Liên hệ", "Giới thiệu", "Trang chủ", "Người dân", "Doanh nghiệp",
    ]
}
