import Domain
import Theme

extension PageMaker {
    /// `/doi-thoai/<id>/ke-hoach/`: the plan as a sheet in official layout.
    func plan(_ edition: PublicEdition) -> SitePage? {
        guard let plan = edition.plan else { return nil }
        let dialogue = edition.dialogue
        var prose = self.prose(numbering: .official)
        let pdf = edition.documents.first { $0.subject == .plan && $0.label == "PDF" }
        let issued = CivilDate(of: edition.schedule.announced)
        return SitePage(
            path: edition.planPath, template: "pages/ke-hoach", title: plan.page.title,
            description: plan.page.description, section: PageMaker.notices.href, updated: .day(plan.page.updated),
            owner: divisionName(plan.page.owner), isArticle: true, modified: plan.page.updated,
            crumbs: [PageMaker.home, link(edition)],
            source: "content/doi-thoai/\(dialogue.id)/ke-hoach.md",
            values: [
                "toc": .list(contents(of: plan, prose)),
                "downloads": .text(edition.notice == nil ? edition.paperPath : edition.noticePath + "#tai-ve"),
                "pdf": pdf.map { .text(edition.path(of: $0)) } ?? .absent,
                "number-symbol": .text(plan.numberSymbol), "place": .text(site.agency.place),
                "month": .text(issued.month < 3 ? "0\(issued.month)" : "\(issued.month)"),
                "year": .text("\(issued.year)"), "document-title": .text(plan.documentTitle),
                "legal-bases": .list(
                    plan.legalBases.enumerated().map { index, base in
                        .text("Căn cứ " + legalBasis(base) + (index + 1 < plan.legalBases.count ? ";" : "."))
                    }),
                "opening": .text(spelledOut(plan.opening)), "body-html": .html(prose.render(plan.page.body.closed)),
                "electronic": recipients(dialogue, .electronic), "on-paper": recipients(dialogue, .paper),
                "archive": .text(dialogue.archive),
                "signature": [
                    "authority": .text(dialogue.signature.authority), "post": .text(dialogue.signature.post),
                    "name": .text(dialogue.signature.name),
                ],
            ])
    }

    private func contents(of plan: Plan, _ prose: ProseHTML) -> [ThemeValue] {
        var numbers = HeadingNumbers()
        return plan.page.body.blocks.compactMap { block in
            guard case .heading(let level, let id, let content) = block, level <= 2 else { return nil }
            return .link(numbers.next(level: level) + content.plainText, "#" + prose.anchor(id))
        }
    }

    private func recipients(_ dialogue: Dialogue, _ medium: Recipient.Medium) -> ThemeValue {
        .list(
            dialogue.recipients.filter { $0.medium == medium }.map { recipient in
                .text(recipient.purpose.isEmpty ? recipient.name : "\(recipient.name) (\(recipient.purpose))")
            })
    }
}

extension Prose {
    /// The same text closed with `./.`, the end mark of an official document.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.
    var closed: Prose {
        guard case .paragraph(var line)? = blocks.last, case .text(let text)? = line.last else {
            return Prose(blocks: blocks + [.paragraph([.text("./.")])], footnotes: footnotes)
        }
        let trimmed = text.hasSuffix(".") ? String(text.dropLast()) : text
        line[line.count - 1] = .text(trimmed + "./.")
        return Prose(blocks: blocks.dropLast() + [.paragraph(line)], footnotes: footnotes)
    }
}
