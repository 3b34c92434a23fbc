import Domain

/// Looks through the papers of one edition for slips that such papers are known for: docs/check.md.
struct EditionLint {
    let site: Site
    /// Whatever is wrong in `site.yaml` may be the very name of a field.
    let isSiteSound: Bool
    let dialogue: Dialogue?
    let plan: Plan?
    let results: ResultsReport?
    let sources: [ContentPath.EditionFile: SourceFile]

    func run() {
        let runs = sources.mapValues(LintRun.init)
        if let dialogue, let run = runs[.dialogue] {
            DayOffLint(dialogue: dialogue, holidays: site.holidays, run: run).check()
            DutyLint(site: site, dialogue: dialogue).check(run, plan: runs[.plan])
            checkDates(of: dialogue, runs)
        }
        if let plan, let run = runs[.plan] {
            BasisLint(site: site, day: dialogue.map { CivilDate(of: $0.schedule.announced) }).check(plan, run)
        }
        let foreign = isSiteSound ? ForeignFieldLint(site: site) : nil
        for (file, run) in runs where file != .results {
            PartyLint.check(run)
            foreign?.check(run)
        }
        if let run = runs[.form] { LabelLint.check(run) }
        for run in runs.values { run.settle() }
    }

    private func checkDates(of dialogue: Dialogue, _ runs: [ContentPath.EditionFile: LintRun]) {
        // While the dates of the edition are wrong in themselves, nothing can be compared with them.
        let isSound = sources[.dialogue].map { !$0.inspection.hasErrors(in: $0.path) } ?? false
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
