import Domain
import Theme

extension PageMaker {
    /// `/`: the state of the edition, its one action, the dates, and what was answered lately.
    func home() -> SitePage {
        let edition = view.currentEdition
        var values: [String: ThemeValue] = [
            "edition": edition.map(homeEdition) ?? noEdition,
            "action": edition?.mainAction.value ?? .absent,
            "second": edition?.secondAction.value ?? .absent,
            "status": edition.map(homeStatus) ?? .absent,
            "conference": edition.map(conference) ?? .absent,
            "dates": .list(edition.map(dates) ?? []),
            "steps": edition.map(steps) ?? .absent,
            "tiles": .list(site.subjects.map(tile)),
            "answers": questions(Array(view.answers.prefix(4))),
            "all": view.answers.isEmpty
                ? .absent : .link("Xem tất cả \(count(view.answers.count))", PageMaker.questions.href),
        ]
        values.merge(homeFigures(edition)) { _, new in new }
        return SitePage(
            path: "/", template: "pages/trang-chu", title: "Trang chủ", description: homeDescription(edition),
            updated: lastChange.map { .day($0) } ?? .absent, owner: keeper, modified: lastChange, values: values)
    }

    private var noEdition: ThemeValue {
        [
            "badge": .badge(.soon, "Chưa có đợt nào"), "short-title": .text(""), "heading": .text(site.title),
            "lead": .text("Sở chưa công bố đợt đối thoại nào. Ông, bà gửi được phản ánh, kiến nghị quanh năm."),
        ]
    }

    private func homeEdition(_ edition: PublicEdition) -> ThemeValue {
        [
            "badge": .badge(edition.phase), "short-title": .text(edition.dialogue.shortTitle),
            "heading": .heading(edition.dialogue.title), "lead": .text(spelledOut(edition.lead)),
        ]
    }

    private func homeStatus(_ edition: PublicEdition) -> ThemeValue {
        let schedule = edition.schedule
        switch edition.phase {
        case .upcoming, .results: return .absent
        case .announced: return status("Sở nhận phiếu từ", .time(schedule.opens), "")
        case .open:
            return status("Nhận phiếu đến", .time(schedule.closes), "Điền mất khoảng 10 phút, không cần tài khoản.")
        case .closed: return status("Hội nghị diễn ra lúc", .time(schedule.conference), "")
        case .held: return status("Sở trả lời bằng văn bản chậm nhất", .day(schedule.answersDue), "")
        }
    }

    private func status(_ before: String, _ time: ThemeValue, _ after: String) -> ThemeValue {
        ["before": .text(before), "time": time, "after": .text(after)]
    }

    private func conference(_ edition: PublicEdition) -> ThemeValue {
        guard edition.phase < .held else { return .absent }
        let conference = edition.schedule.conference
        return [
            "time": .time(conference), "place": .text(edition.dialogue.place),
            "mode-note": .text("Hình thức: \(edition.dialogue.mode.label.lowercased())."),
            "calendar": .text(edition.calendarPath), "leaf": .leaf(CivilDate(of: conference), longMonth: true),
        ]
    }

    private func steps(_ edition: PublicEdition) -> ThemeValue {
        guard edition.phase <= .open else { return .absent }
        return [
            "online": edition.phase == .open ? .text(edition.formPath) : .absent, "paper": .text(edition.paperPath),
        ]
    }

    private func homeFigures(_ edition: PublicEdition?) -> [String: ThemeValue] {
        let counted = view.figures.countedUpTo.map { ThemeValue.time($0) } ?? .absent
        guard let edition, edition.phase >= .open else {
            return ["figures": [], "figures-heading": .text(""), "counted": counted]
        }
        let series = view.figures.of(edition.dialogue.series)
        let figures = [
            ("phiếu đã tiếp nhận", series.registrations), ("nội dung cần trả lời", series.matters),
            ("nội dung đã có kết quả", series.matters - series.open), ("nội dung đang xử lý", series.open),
        ]
        return [
            "figures": .list(
                figures.map { ["label": .text($0.0), "number": .text(VietnameseNumber.figures($0.1))] }),
            "figures-heading": .text("\(edition.dialogue.shortTitle) đến nay"), "counted": counted,
        ]
    }

    private func homeDescription(_ edition: PublicEdition?) -> String {
        guard let edition else { return "\(site.title) của \(site.agency.fullName)." }
        return "\(edition.dialogue.title) của \(site.agency.fullName): "
            + "nhận phiếu đến \(VietnameseDate.words(edition.schedule.closes))."
    }

    func tile(_ subject: Subject) -> ThemeValue {
        [
            "name": .heading(subject.name), "href": .text(subject.path),
            "examples": .text(spelledOut(subject.examples)),
            "count": .text(count(view.answers(on: subject).count)),
        ]
    }

    /// The latest day that words or counts changed.
    var lastChange: CivilDate? {
        let words = view.answers.map { CivilDate(of: $0.published) } + view.pages.map(\.updated)
        let editions = view.editions.flatMap {
            [CivilDate(of: $0.schedule.announced)] + ($0.results.map { [$0.page.updated] } ?? [])
        }
        let counts = view.figures.countedUpTo.map { [CivilDate(of: $0)] } ?? []
        return (words + editions + counts).max()
    }
}

extension Subject {
    var path: String { "/linh-vuc/\(slug)/" }
    var feedPath: String { path + "cap-nhat.atom" }
}
