import Domain
import Theme

/// The words of an edition that follow from its phase.
extension PublicEdition {
    /// What a page may have as its one red button.
    struct Action {
        var link: Chrome.Link?
        var value: ThemeValue { link.map { .link($0.label, $0.href) } ?? .absent }
    }

    var lead: String {
        switch phase {
        case .upcoming, .announced, .open:
            "Ông, bà gặp khó khăn khi làm thủ tục hành chính với Sở? Hãy gửi câu hỏi. "
                + "\(dialogue.chair) trả lời trực tiếp tại hội nghị."
        case .closed: "Đã hết hạn nhận phiếu. Sở đang chuẩn bị trả lời tại hội nghị."
        case .held: "Hội nghị đã diễn ra. Sở đang trả lời bằng văn bản những nội dung còn lại."
        case .results: "Sở đã công bố kết quả và câu trả lời của đợt này."
        }
    }

    var mainAction: Action {
        switch phase {
        case .upcoming, .announced: Action(link: Chrome.Link("Đọc thông báo", readingPath))
        case .open: Action(link: Chrome.Link("Điền phiếu đăng ký", formPath))
        case .closed, .held: Action(link: Chrome.Link("Tra cứu phiếu", PageMaker.lookup.href))
        case .results: Action(link: Chrome.Link("Xem kết quả", resultsPath))
        }
    }

    var secondAction: Action {
        switch phase {
        case .upcoming, .announced: Action(link: Chrome.Link("Xem mẫu phiếu giấy", paperPath))
        case .open, .closed, .held: Action(link: Chrome.Link("Đọc thông báo", readingPath))
        case .results: Action(link: Chrome.Link("Tìm câu trả lời", PageMaker.subjects.href))
        }
    }

    /// The way to the online form while it is open.
    var formAction: Action {
        Action(link: phase == .open ? Chrome.Link("Điền phiếu đăng ký", formPath) : nil)
    }
}

extension PageMaker {
    /// The dates of an edition with what is past and what comes next; they change with the phase only.
    func dates(_ edition: PublicEdition) -> [ThemeValue] {
        let schedule = edition.schedule
        let phase = edition.phase
        let dates: [(heading: String, before: String, time: ThemeValue, day: CivilDate, isPast: Bool)] = [
            ("Bắt đầu nhận phiếu", "", .time(schedule.opens), CivilDate(of: schedule.opens), phase >= .open),
            ("Hết hạn nhận phiếu", "", .time(schedule.closes), CivilDate(of: schedule.closes), phase >= .closed),
            ("Gửi giấy mời", "Trong ngày", .day(schedule.invitations), schedule.invitations, phase >= .held),
            ("Hội nghị đối thoại", "", .time(schedule.conference), CivilDate(of: schedule.conference), phase >= .held),
            (
                "Trả lời bằng văn bản", "Chậm nhất", .day(schedule.answersDue), schedule.answersDue,
                phase >= .results || edition.isPastDue
            ),
        ]
        let current = dates.firstIndex { !$0.isPast }
        return dates.enumerated().map { index, date in
            let isCurrent = index == current
            let badge = badge(of: edition, isPast: date.isPast, isCurrent: isCurrent, isLast: index == dates.count - 1)
            return [
                "heading": .text(date.heading), "before": .text(date.before), "time": date.time,
                "leaf": .leaf(date.day), "is-past": .flag(date.isPast), "is-current": .flag(isCurrent), "badge": badge,
            ]
        }
    }

    /// A day gone by is said to be gone, no more: whether the letters went out that day the portal cannot know.
    /// «Đã xong» only for what is counted: matters still open after the last date are said to be late.
    private func badge(of edition: PublicEdition, isPast: Bool, isCurrent: Bool, isLast: Bool) -> ThemeValue {
        let open = view.figures.of(edition.dialogue.series).open
        if isPast, isLast, open > 0 {
            return edition.isPastDue ? .badge(.late, "Còn \(open) nội dung") : .badge(.pending, "Còn \(open) nội dung")
        }
        if isPast { return isLast ? .badge(.done, "Đã xong") : .badge(.closed, "Đã qua") }
        return isCurrent && edition.phase == .open ? .badge(.open, "Đang nhận phiếu") : .absent
    }
}
