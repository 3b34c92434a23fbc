import Domain
import Foundation

/// Days and hours in the words of an edition against its schedule, and weekdays against their dates.
struct DateLint {
    /// A date of the schedule with the words that a sentence about it has.
    private struct Step {
        var name: String
        var day: CivilDate
        var hour: DateMention.Hour?
        var cues: [[String]]
    }

    private let steps: [Step]
    /// Other days the edition itself names.
    private let otherDays: Set<CivilDate>
    private let year: Int
    private let comparesDays: Bool

    init(dialogue: Dialogue, results: Date?, comparesDays: Bool) {
        let schedule = dialogue.schedule
        func step(_ name: String, _ instant: Date, hasHour: Bool, _ cues: String...) -> Step {
            let time = WallTime(of: instant)
            return Step(
                name: name, day: CivilDate(of: instant),
                hour: hasHour ? DateMention.Hour(hour: time.hour, minute: time.minute) : nil, cues: cues.map(\.phrase))
        }
        steps = [
            step("công bố", schedule.announced, hasHour: false, "công bố kế hoạch", "ban hành kế hoạch"),
            step("bắt đầu nhận phiếu", schedule.opens, hasHour: false, "bắt đầu nhận", "nhận phiếu từ", "mở nhận"),
            step(
                "hết hạn nhận phiếu", schedule.closes, hasHour: true, "nhận phiếu", "hạn nhận", "hết hạn", "ngừng nhận",
                "gửi phiếu", "nộp phiếu", "hạn gửi", "hạn nộp", "phiếu đăng ký", "hạn đăng ký"),
            step("gửi giấy mời", schedule.invitations.start, hasHour: false, "giấy mời", "thư mời"),
            step(
                "hội nghị", schedule.conference, hasHour: true, "hội nghị", "khai mạc", "buổi đối thoại",
                "đối thoại trực tiếp"),
            step(
                "hạn trả lời", schedule.answersDue.start, hasHour: false, "trả lời bằng văn bản", "công khai kết quả"),
        ]
        otherDays = Set(dialogue.tasks.compactMap(\.due) + [results.map(CivilDate.init(of:))].compactMap { $0 })
        year = dialogue.year
        self.comparesDays = comparesDays
    }

    func check(_ run: LintRun) {
        for text in run.texts {
            let mentions = DateMention.all(in: text.words, year: year)
            for mention in mentions { checkWeekday(mention, text, run) }
            guard comparesDays else { continue }
            for sentence in mentions.isEmpty ? [] : text.sentences {
                let own = mentions.filter { sentence.contains($0.words.lowerBound) && !$0.isCitation }
                guard !own.isEmpty else { continue }
                checkDays(own, about: about(text.words, sentence), text, run)
            }
            checkYear(text, run)
        }
    }

    private func checkWeekday(_ mention: DateMention, _ text: LintText, _ run: LintRun) {
        guard let weekday = mention.weekday, weekday != mention.day.weekday else { return }
        run.report(.weekday(mention.day), in: text, atWord: mention.words.lowerBound)
    }

    /// The steps a sentence speaks of.
    private func about(_ words: [LintWord], _ sentence: Range<Int>) -> [Step] {
        steps.filter { step in step.cues.contains { words.first($0, in: sentence) != nil } }
    }

    private func checkDays(_ mentions: [DateMention], about: [Step], _ text: LintText, _ run: LintRun) {
        for mention in mentions {
            let known = steps.filter { $0.day == mention.day }
            let only = mentions.count == 1 && about.count == 1 ? about.first : nil
            if let only, !known.contains(where: { $0.name == only.name }) {
                report(only, mention, text, run)
            } else if !known.isEmpty {
                checkHour(mention, known, text, run)
            } else if !otherDays.contains(mention.day), let step = about.first ?? nearest(to: mention.day) {
                report(step, mention, text, run)
            }
        }
    }

    private func checkHour(_ mention: DateMention, _ known: [Step], _ text: LintText, _ run: LintRun) {
        let hours = known.compactMap(\.hour)
        guard let hour = mention.hour, let right = hours.first, !hours.contains(hour) else { return }
        let instant = mention.day.at(hour: right.hour, minute: right.minute)
        run.report(
            .hourDiffers(known.first { $0.hour != nil }?.name ?? "", instant), in: text,
            atWord: mention.words.lowerBound)
    }

    private func report(_ step: Step, _ mention: DateMention, _ text: LintText, _ run: LintRun) {
        run.report(.dateDiffers(mention.day, step.name, step.day), in: text, atWord: mention.words.lowerBound)
    }

    /// The step whose day an unknown one was probably meant to be: the same day of another year, or the nearest within
    /// the time of the edition.
    private func nearest(to day: CivilDate) -> Step? {
        if let lastYear = steps.first(where: { ($0.day.day, $0.day.month) == (day.day, day.month) }) { return lastYear }
        guard let first = steps.first?.day, let last = steps.last?.day, first <= day, day <= last else { return nil }
        return steps.min { abs($0.day.number - day.number) < abs($1.day.number - day.number) }
    }

    /// Titles bear the year of the edition: one copied from last year's papers does not.
    private func checkYear(_ text: LintText, _ run: LintRun) {
        let titles = ["title", "short-title", "document-title", "opening", "about", "description"]
        guard case .value(let key) = text.role, titles.contains(key) else { return }
        let words = text.words
        let years = words.indices.filter { index in
            index > 0 && words[index - 1].text == "năm" && (1975...2999).contains(words[index].number ?? 0)
                && !(index > 2 && words[index - 3].text == "tháng")
        }
        if let first = years.first, !years.contains(where: { words[$0].number == year }) {
            run.report(.yearDiffers(year), in: text, atWord: first)
        }
    }
}

extension LintText {
    /// A row of a table speaks of one thing, however many signs stand in it.
    fileprivate var sentences: [Range<Int>] { role == .row ? [0..<words.count] : words.sentences }
}
