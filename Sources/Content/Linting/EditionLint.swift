import Domain

/// Looks through the papers of one edition for slips that such papers are known for: docs/check.md.
struct EditionLint: Sendable {
    private let site: Site
    private let foreign: ForeignFieldLint?

    /// - Parameter isSound: Whatever is wrong in `site.yaml` may be the very name of a field.
    init(site: Site, isSound: Bool) {
        self.site = site
        foreign = isSound ? ForeignFieldLint(site: site) : nil
    }

    func check(
        _ dialogue: Dialogue?, _ plan: Plan?, _ results: ResultsReport?,
        in sources: [ContentPath.EditionFile: SourceFile]
    ) {
        let runs = sources.mapValues(LintRun.init)
        if let dialogue, let run = runs[.dialogue] {
            DayOffLint(dialogue: dialogue, holidays: site.holidays, run: run).check()
            DutyLint(site: site, dialogue: dialogue).check(run, plan: runs[.plan])
            checkDates(of: dialogue, results, runs)
        }
        if let plan, let run = runs[.plan] {
            BasisLint(site: site, day: dialogue.map { CivilDate(of: $0.schedule.announced) }).check(plan, run)
        }
        for (file, run) in runs where file != .results {
            PartyLint.check(run)
            foreign?.check(run)
        }
        if let run = runs[.form] { LabelLint.check(run) }
        for run in runs.values { run.settle() }
    }

    private func checkDates(
        of dialogue: Dialogue, _ results: ResultsReport?, _ runs: [ContentPath.EditionFile: LintRun]
    ) {
        // While the dates of the edition are wrong in themselves, nothing can be compared with them.
        let isSound = runs[.dialogue].map { !$0.source.inspection.hasErrors(in: $0.source.path) } ?? false
        let lint = DateLint(dialogue: dialogue, results: isSound ? results?.page.published : nil, comparesDays: isSound)
        for run in runs.values { lint.check(run) }
    }
}

extension LintRun {
    /// Looks through a form that belongs to no edition.
    static func checkFeedback(_ source: SourceFile) {
        let run = LintRun(source)
        PartyLint.check(run)
        LabelLint.check(run)
        run.settle()
    }
}
