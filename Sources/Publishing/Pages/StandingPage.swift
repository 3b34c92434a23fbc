import Domain
import Theme

extension PageMaker {
    /// `/<slug>/`: a page of words.
    func standing(_ page: Page) -> SitePage {
        let isForeign = page.language != "vi"
        var prose = self.prose()
        let isData = page.slug == OpenData.slug
        let body = words(of: page)
        return SitePage(
            path: "/\(page.slug)/", template: "pages/trang", title: page.title, description: page.description,
            language: page.language, updated: .day(page.updated), owner: divisionName(page.owner),
            isArticle: true, modified: page.updated, crumbs: [PageMaker.home],
            facts: isData ? [OpenData(maker: self).fact(of: page)] : [],
            source: "content/trang/\(page.slug).md",
            values: [
                "lead": .text(isForeign ? page.description : spelledOut(page.description)),
                "body-html": .html(prose.render(body)),
            ])
    }

    /// The words of a page, with what the portal itself adds to some.
    private func words(of page: Page) -> Prose {
        switch page.slug {
        case PageMaker.privacySlug: CollectedData(maker: self).inserted(into: page.body)
        case OpenData.slug: OpenData(maker: self).inserted(into: page.body)
        default: page.body
        }
    }

    static let privacySlug = "du-lieu-ca-nhan"
}

/// The list of collected data in the privacy page: from the form definitions, so that it cannot fall behind them.
struct CollectedData {
    let maker: PageMaker

    /// The page with the lists behind the first paragraph of its first section.
    func inserted(into prose: Prose) -> Prose {
        var prose = prose
        let heading = prose.blocks.firstIndex { if case .heading = $0 { true } else { false } } ?? -1
        let paragraph = prose.blocks[(heading + 1)...].firstIndex { if case .paragraph = $0 { true } else { false } }
        let place = paragraph.map { $0 + 1 } ?? prose.blocks.endIndex
        prose.blocks.insert(contentsOf: lists, at: place)
        return prose
    }

    private var lists: [Prose.Block] {
        let editions = maker.view.editions.prefix(1).map { ($0.edition.form, $0.dialogue.shortTitle.lowercasedFirst) }
        let feedback = [(maker.view.feedback.form, "quanh năm")]
        return (editions + feedback).flatMap { form, when in
            [.paragraph([.strong([.text(form.title)]), .text(", \(when):")]), list(form)]
        }
    }

    private func list(_ form: FormDefinition) -> Prose.Block {
        .list(
            start: nil,
            items: form.fields.map { field in
                let shown = field.isPrivate ? "" : "; được đăng công khai"
                return [.paragraph([.text("\(field.shortLabel): \(requirement(field, in: form))\(shown)")])]
            })
    }

    private func requirement(_ field: FormField, in form: FormDefinition) -> String {
        switch field.required {
        case .always: return "bắt buộc"
        case .when: return "bắt buộc khi gửi thay mặt tổ chức, doanh nghiệp, hợp tác xã"
        case .never:
            guard let rule = form.atLeastOne.first(where: { $0.fields.contains(field.name) }) else {
                return "không bắt buộc"
            }
            let others = rule.fields.filter { $0 != field.name }.compactMap { form.field(named: $0)?.shortLabel }
            return "điền ô này hoặc ô “\(others.joined(separator: "”, “"))”"
        }
    }
}
