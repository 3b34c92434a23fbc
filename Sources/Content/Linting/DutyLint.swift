import Domain
import Yams

/// Duties of a plan that nobody holds, or that have no date.
struct DutyLint {
    let site: Site
    let dialogue: Dialogue

    /// Holders other than a single division.
    private static let holders = [
        "các phòng", "các đơn vị", "trưởng các phòng", "trưởng phòng", "trưởng các đơn vị", "lãnh đạo sở", "giám đốc",
        "bộ phận", "công chức", "người đứng đầu", "thủ trưởng",
    ].map(\.phrase)
    private static let parts = ["tổ chức thực hiện", "phân công", "trách nhiệm thực hiện"].map(\.phrase)
    private static let columns = ["phụ trách", "chủ trì", "đơn vị", "phòng", "người làm", "thực hiện"].map(\.phrase)

    func check(_ run: LintRun, plan: LintRun?) {
        let nodes = run.source.data?.mapping?["tasks"]?.sequence.map(Array.init) ?? []
        if nodes.count == dialogue.tasks.count {
            for (duty, node) in zip(dialogue.tasks, nodes) where duty.due == nil {
                run.report(.dutyWithoutDate, at: node)
            }
        }
        if let plan {
            checkParts(plan)
            checkTables(plan)
        }
    }

    private func checkParts(_ run: LintRun) {
        var isInPart = false
        var isUnderHolder = false
        for text in run.texts {
            switch text.role {
            case .heading(let level) where level <= 2:
                isInPart = Self.parts.contains { text.words.first($0, in: text.words.indices) != nil }
                isUnderHolder = false
            case .heading where isInPart:
                isUnderHolder = true
                if !namesHolder(text) {
                    run.report(.dutyWithoutOwner, in: text, atWord: 0)
                } else if let division = division(in: text),
                    !dialogue.tasks.contains(where: { $0.owner == division.id })
                {
                    run.report(.holderWithoutTask(division.name), in: text, atWord: 0)
                }
            case .item where isInPart && !isUnderHolder && !namesHolder(text):
                run.report(.dutyWithoutOwner, in: text, atWord: 0)
            default: break
            }
        }
    }

    private func namesHolder(_ text: LintText) -> Bool {
        let words = text.words
        return division(in: text) != nil || Self.holders.contains { words.first($0, in: words.indices) != nil }
    }

    private func division(in text: LintText) -> Division? {
        site.divisions.first { division in
            let name = LintWord.all(in: division.name).map(\.text)
            return text.words.first(name, in: text.words.indices) != nil
        }
    }

    /// Rows of a table with a column of owners that leave it blank.
    private func checkTables(_ run: LintRun) {
        var column: Int?
        var isHead = true
        for text in run.texts {
            guard text.role == .row else {
                (column, isHead) = (nil, true)
                continue
            }
            let cells = text.text.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map(String.init)
            if isHead {
                column = cells.firstIndex { cell in
                    let words = LintWord.all(in: cell)
                    return Self.columns.contains { words.first($0, in: words.indices) == 0 }
                }
                isHead = false
            } else if let column, column < cells.count, LintWord.all(in: cells[column]).isEmpty {
                run.report(.dutyWithoutOwner, in: text, atWord: 0)
            }
        }
    }
}
