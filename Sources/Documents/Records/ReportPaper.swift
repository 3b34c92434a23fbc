package import Domain
package import Foundation

/// The report of results (báo cáo kết quả) of an edition: figures of the register, words of the office, and an annex
/// with every matter.
package struct ReportPaper: Hashable, Sendable {
    /// A row of the annex.
    package struct Line: Hashable, Sendable {
        package var channel: Channel
        /// Names, as people read them.
        package var subject: String
        package var question: String
        package var division: String
        package var outcome: String
        package var concluded: CivilDate?

        package init(
            channel: Channel, subject: String, question: String, division: String, outcome: String,
            concluded: CivilDate?
        ) {
            self.channel = channel
            self.subject = subject
            self.question = question
            self.division = division
            self.outcome = outcome
            self.concluded = concluded
        }
    }

    /// Matters of one outcome that went to a body outside the department.
    package struct Referral: Hashable, Sendable {
        package var outcome: Outcome
        /// Empty where the register has the outcome and no answer says to whom.
        package var authority: String
        package var matters: Int

        package init(outcome: Outcome, authority: String, matters: Int) {
            self.outcome = outcome
            self.authority = authority
            self.matters = matters
        }
    }

    package var dialogue: Dialogue
    package var site: Site
    package var legalBases: [LegalReference]
    /// Balanced: see ``SeriesFigures/isBalanced``.
    package var figures: SeriesFigures
    /// Registrations received after the closing second.
    package var late: Int
    package var countedUpTo: Date?
    /// Head of the event chain, in hexadecimal.
    package var chainHead: String
    /// People who came; nothing leaves a ruled place.
    package var attended: Int?
    /// What the office says of the edition; nothing leaves room to write.
    package var words: Prose?
    package var referrals: [Referral]
    /// By subject in the order of the site; excluded and withdrawn ones are not among them.
    package var lines: [Line]

    package init(
        dialogue: Dialogue, site: Site, legalBases: [LegalReference], figures: SeriesFigures, late: Int,
        countedUpTo: Date?, chainHead: String, attended: Int?, words: Prose?, referrals: [Referral], lines: [Line]
    ) {
        self.dialogue = dialogue
        self.site = site
        self.legalBases = legalBases
        self.figures = figures
        self.late = late
        self.countedUpTo = countedUpTo
        self.chainHead = chainHead
        self.attended = attended
        self.words = words
        self.referrals = referrals
        self.lines = lines
    }

    /// Whether figures and annex tell of the same matters: they are read one after the other, and the register may change
    /// in between.
    package var isOfOneMoment: Bool {
        let hidden = [Outcome.excluded, .withdrawn].map { figures.mattersByOutcome[$0] ?? 0 }
        return hidden.reduce(lines.count, +) == figures.matters
    }
}

extension Paper {
    /// The report with its annex.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4 and Phụ lục I, mục III (phụ lục kèm theo văn bản).
    package static func report(_ report: ReportPaper, frame: LetterFrame) -> Paper {
        let abstract = "Kết quả \(report.dialogue.topic)"
        let body = report.bases + report.parts + [.passage(.paragraph(report.ending))]
        var sections = [
            frame.section(
                .titled(symbol: "BC", "Báo cáo", abstract: abstract), addressees: Addressees([report.addressee]),
                body: body, recipients: frame.recipients(), hasFoot: false, footnotes: report.footnotes)
        ]
        if report.figures.matters > 0 { sections.append(report.annex) }
        return frame.paper("bao-cao", title: "Báo cáo k\(abstract.dropFirst())", sections)
    }
}

extension ReportPaper {
    fileprivate var addressee: String {
        let recipient = dialogue.recipients.first { $0.purpose.contains("b/c") }?.name
        // The plan may name it without the province: the letterhead has the province, and the list of authorities the
        // name that is not abbreviated.
        let name = recipient.map { site.agency.parent.hasPrefix($0) ? site.agency.parent : $0 } ?? site.agency.parent
        let full = name.replacing("UBND", with: "Ủy ban nhân dân")
        return site.authorities.contains { $0.name == full } ? full : name
    }

    /// Of the office's words; nothing else has notes.
    fileprivate var footnotes: [[TextRun]] {
        words.map { PassageWriter.footnotes(of: $0, baseURL: site.baseURL, links: .spelledOut) } ?? []
    }

    fileprivate var bases: [PaperBlock] {
        let opening = Passage(
            .paragraph,
            [
                TextRun("Thực hiện Kế hoạch số "), .gap(9), TextRun(" ngày "), .gap(24),
                TextRun(" của \(site.agency.name) về \(dialogue.topic), \(site.agency.name) báo cáo kết quả như sau:"),
            ])
        return (Passage.legalBases(legalBases) + [opening]).map(PaperBlock.passage)
    }

    fileprivate var ending: String { "Trên đây là báo cáo kết quả \(dialogue.topic) của \(site.agency.fullName)." }
}
