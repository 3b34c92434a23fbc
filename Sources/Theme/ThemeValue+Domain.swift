package import Domain
package import Foundation

/// The records that many templates share, made in one place so that their names agree.
extension ThemeValue {
    /// `label`, `href`.
    package static func link(_ label: String, _ href: String) -> ThemeValue {
        ["label": .text(label), "href": .text(href)]
    }

    /// `words`, `machine`: «17 giờ 30, thứ Bảy ngày 20/11/2021».
    package static func time(_ instant: Date) -> ThemeValue {
        [
            "words": .text(Unbroken.time(VietnameseDate.words(instant))),
            "machine": .text(VietnameseDate.machine(instant)),
        ]
    }

    /// `words`, `machine`: «thứ Bảy ngày 20/11/2021».
    package static func day(_ day: CivilDate) -> ThemeValue {
        ["words": .text(Unbroken.time(VietnameseDate.words(day))), "machine": .text(VietnameseDate.machine(day))]
    }

    /// `words`, `machine`: «20/11/2021», for lists and tables.
    package static func figures(_ day: CivilDate) -> ThemeValue {
        ["words": .text(VietnameseDate.figures(day)), "machine": .text(VietnameseDate.machine(day))]
    }

    /// `month`, `day`, `week`: what a leaf of the wall calendar says.
    package static func leaf(_ day: CivilDate, longMonth: Bool = false) -> ThemeValue {
        let figures = VietnameseDate.figures(day)
        let week = VietnameseDate.weekday(day)
        return [
            "month": .text((longMonth ? "Tháng " : "") + figures.dropFirst(3)),
            "day": .text(String(figures.prefix(2))),
            "week": .text(week.uppercasedFirst),
        ]
    }

    /// `tone`, `label`.
    package static func badge(_ tone: BadgeTone, _ label: String) -> ThemeValue {
        ["tone": .text(tone.rawValue), "label": .text(label)]
    }

    package static func badge(_ phase: Phase) -> ThemeValue {
        switch phase {
        case .upcoming, .announced: .badge(.soon, phase.label)
        case .open: .badge(.open, phase.label)
        case .closed, .held: .badge(.closed, phase.label)
        case .results: .badge(.done, phase.label)
        }
    }

    /// Of a matter; one without an outcome is open.
    package static func badge(_ outcome: Outcome?) -> ThemeValue {
        switch outcome {
        case .answered?: .badge(.answered, Outcome.answered.label)
        case .guided?: .badge(.guided, Outcome.guided.label)
        case .escalated?: .badge(.escalated, Outcome.escalated.label)
        case .excluded?: .badge(.closed, Outcome.excluded.label)
        case .withdrawn?: .badge(.closed, Outcome.withdrawn.label)
        case nil: .badge(.pending, "Đang xử lý")
        }
    }

    package static func badge(_ state: PublicState) -> ThemeValue {
        switch state {
        case .received: .badge(.soon, state.label)
        case .inProgress: .badge(.pending, state.label)
        case .concluded: .badge(.done, state.label)
        }
    }

    /// Several lines, each a text of the list; empty lines are left out.
    package static func lines(_ text: String) -> ThemeValue {
        .list(text.utf8.split(separator: UInt8(ascii: "\n")).map { .text(String(Substring($0))) })
    }

    /// `heading`, `text`, `before`, `time`, `state`, `is-current`: a step of a track.
    package static func step(
        _ heading: String, text: String = "", before: String = "", time: ThemeValue = .absent, _ state: StepState
    ) -> ThemeValue {
        [
            "heading": .text(heading), "text": .text(text), "before": .text(before), "time": time,
            "state": .text(state.rawValue),
            "is-current": .flag(state == .current),
        ]
    }

    /// `name`, `value`: inputs a form carries unseen.
    package static func hiddenInputs(_ pairs: [(name: String, value: String)]) -> ThemeValue {
        .list(pairs.map { ["name": .text($0.name), "value": .text($0.value)] })
    }
}

/// The colours and shapes a badge may have; its words say the same.
package enum BadgeTone: String, Hashable, Sendable, CaseIterable {
    case soon, open, closed, done, late, pending, answered, guided, escalated
}

/// How far a step of a track has got.
package enum StepState: String, Hashable, Sendable, CaseIterable {
    case done, current, next
}
