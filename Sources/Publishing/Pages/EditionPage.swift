import Domain
import Theme

extension PageMaker {
    /// `/doi-thoai/`: all editions, newest first.
    func editionList() -> SitePage {
        SitePage(
            path: "/doi-thoai/", template: "pages/danh-sach", title: "Các đợt đối thoại",
            description: "Các đợt đối thoại của Sở, mỗi năm một đợt.",
            updated: view.editions.first.map { .day(modified($0)) } ?? .absent, owner: keeper,
            modified: view.editions.first.map(modified),
            crumbs: [PageMaker.home],
            values: [
                "lead": .text("Mỗi năm Sở tổ chức một đợt đối thoại trực tiếp về thủ tục hành chính."),
                "items": .list(
                    view.editions.map { edition in
                        [
                            "title": .text(edition.dialogue.title), "href": .text(edition.path),
                            "text": .text(archiveText(edition)), "before": "Hội nghị:",
                            "time": .time(edition.schedule.conference),
                            "badge": .badge(edition.phase),
                        ]
                    }),
            ])
    }

    /// `/doi-thoai/<id>/`: one edition, its dates and its pages.
    func edition(_ edition: PublicEdition) -> SitePage {
        SitePage(
            path: edition.path, template: "pages/dot", title: edition.dialogue.title,
            description: "Các mốc thời gian, tài liệu và kết quả: \(edition.dialogue.shortTitle.lowercasedFirst).",
            updated: .day(modified(edition)), owner: divisionName(edition.edition.notice.owner),
            modified: modified(edition),
            crumbs: [PageMaker.home, Chrome.Link("Các đợt đối thoại", "/doi-thoai/")],
            facts: edition.notice == nil ? [LinkedData.event(edition, site: site)] : [],
            source: "content/doi-thoai/\(edition.dialogue.id)/dialogue.yaml",
            values: [
                "badge": .badge(edition.phase), "lead": .text(edition.lead), "action": edition.mainAction.value,
                "dates": .list(dates(edition)), "tiles": .list(tiles(edition)),
            ])
    }

    /// What the archive says of an edition: where it stands, and what came of it once it is counted.
    private func archiveText(_ edition: PublicEdition) -> String {
        let series = view.figures.of(edition.dialogue.series)
        let answers = view.answers(in: edition).count
        var sentences = [edition.lead]
        if series.registrations > 0 {
            sentences.append(
                "\(VietnameseNumber.figures(series.registrations)) phiếu, "
                    + FigureTables(series: series, maker: self).balance)
        }
        if answers > 0 { sentences.append("Sở đã đăng \(count(answers)).") }
        return sentences.joined(separator: " ")
    }

    private func tiles(_ edition: PublicEdition) -> [ThemeValue] {
        let answers = view.answers(in: edition).count
        var tiles: [(name: String, href: String, text: String, count: String)] = []
        if edition.notice != nil {
            tiles.append(("Thông báo", edition.noticePath, "Ai tham gia, gửi phiếu thế nào, hội nghị ở đâu", ""))
        }
        if edition.plan != nil {
            tiles.append(("Kế hoạch", edition.planPath, "Toàn văn, có bản PDF và Word để tải về", ""))
        }
        tiles.append(("Phiếu đăng ký", edition.paperPath, "Mẫu phiếu giấy và cách điền", ""))
        tiles.append(("Điền phiếu trên cổng", edition.formPath, edition.formTileText, ""))
        tiles.append(("Sổ tiếp nhận", PageMaker.register.href, "Số phiếu, ngày nhận và tình trạng", ""))
        if edition.results != nil {
            tiles.append(("Kết quả", edition.resultsPath, "Báo cáo và số liệu", ""))
        }
        if answers > 0 {
            tiles.append(("Câu trả lời", edition.answersPath, "Câu hỏi của đợt này đã được Sở trả lời", count(answers)))
        }
        return tiles.map {
            ["name": .text($0.name), "href": .text($0.href), "examples": .text($0.text), "count": .text($0.count)]
        }
    }

    func modified(_ edition: PublicEdition) -> CivilDate {
        let pages = [edition.notice?.updated, edition.plan?.page.updated, edition.results?.page.updated]
        return pages.compactMap { $0 }.max() ?? CivilDate(of: edition.schedule.announced)
    }
}

extension PublicEdition {
    fileprivate var formTileText: String {
        switch phase {
        case .upcoming, .announced: "Nhận phiếu từ \(VietnameseDate.words(schedule.opens))"
        case .open: "Nhận phiếu đến \(VietnameseDate.words(schedule.closes))"
        case .closed, .held, .results: "Đã hết hạn lúc \(VietnameseDate.words(schedule.closes))"
        }
    }
}
