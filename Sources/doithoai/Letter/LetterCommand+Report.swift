import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter report`.
    struct Report: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "report", abstract: "Báo cáo kết quả đợt đối thoại, kèm phụ lục từng nội dung.",
            discussion: """
                Số liệu lấy từ sổ lúc chạy lệnh, phải cân thì mới lập được. Phần đánh giá, kiến nghị để chỗ viết; thêm \
                --words thì lấy lời của ket-qua.md. Phụ lục không ghi số phiếu và ngày nhận, để không ai suy ra nội dung nào không thuộc đối thoại hay đã rút lại.
                """)

        @OptionGroup var options: LetterOptions
        @OptionGroup var clerk: ClerkOptions

        @Option(help: "Số người dự hội nghị. Mặc định: attended của ket-qua.md; không có thì để trống.")
        var attended: Int?

        @Flag(help: "Đưa vào lời của ket-qua.md, viết cho người đọc trang.")
        var words = false

        func validate() throws {
            if let attended, attended < 0 { throw ValidationError("Số người dự không thể âm.") }
        }

        func run() throws {
            let desk = try options.open()
            try desk.requireConference("chưa có kết quả để báo cáo. Hãy lập báo cáo sau đó.")
            let paper = try ReportSource(desk: desk, attended: attended, hasWords: words).paper(
                frame: desk.frame(clerk))
            let id = desk.dialogue.id
            try desk.make(desk.orders(paper, name: "bao-cao-\(id)", what: "báo cáo kết quả đợt \(id)"))
        }
    }
}

/// What the report says, taken from register and content at one moment.
struct ReportSource {
    let desk: LetterDesk
    let attended: Int?
    /// Whether the words of the page of results are in it.
    let hasWords: Bool

    /// - Throws: ``CommandFailure`` when the figures do not add up.
    func paper(frame: LetterFrame) throws -> Paper {
        let figures = try desk.session.register.figures()
        let own = figures.of(desk.dialogue.series)
        guard own.isBalanced else {
            throw CommandFailure(
                .problems,
                "Số liệu của sổ \(own.series) không cân, chưa lập được báo cáo.\nTìm chỗ sai: doithoai register verify")
        }
        let book = try Casebook(desk)
        let registrations = book.registrations(in: desk.dialogue.series)
        let shown = try desk.session.folders.shown(desk.portal)
        let results = shown.editions.first { $0.dialogue.id == desk.dialogue.id }?.results
        try desk.warnOfSenders(
            in: registrations.flatMap { registration in
                registration.matters.filter { $0.entersConference && book.answer(to: $0) == nil }
                    .map { ($0, registration) }
            }, before: "gửi", book)
        let report = ReportPaper(
            dialogue: desk.dialogue, site: desk.site,
            legalBases: desk.edition.plan.legalBases.compactMap(desk.site.legalReference), figures: own,
            late: registrations.count(where: \.isLate), countedUpTo: figures.countedUpTo, chainHead: figures.chainHead,
            attended: came(results), words: hasWords ? results?.page.body : nil,
            referrals: referrals(registrations, book),
            lines: book.bySubject(in: desk.dialogue.series).map { line($0.matter, of: $0.of, book) })
        guard report.isOfOneMoment else {
            throw CommandFailure(.problems, "Sổ vừa thay đổi trong lúc lập báo cáo. Hãy chạy lại lệnh.")
        }
        return .report(report, frame: frame)
    }

    /// What the clerk says, or the page of results; told when the two differ.
    private func came(_ results: ResultsReport?) -> Int? {
        guard let attended else { return results?.attended }
        if let published = results?.attended, published != attended {
            print("ket-qua.md ghi \(published) người dự, --attended ghi \(attended). Báo cáo in \(attended).")
        }
        return attended
    }

    private func line(_ matter: Matter, of registration: Registration, _ book: Casebook) -> ReportPaper.Line {
        ReportPaper.Line(
            channel: registration.channel, subject: desk.session.subject(matter.subject),
            // The title of an approved answer holds no personal data; other words are the sender's own.
            question: book.answer(to: matter)?.title ?? matter.printedText.cut(to: 240),
            division: matter.division.map(desk.session.division) ?? "",
            outcome: matter.outcome?.label ?? "Chưa có kết quả",
            concluded: matter.outcomeAt.map(CivilDate.init(of:)))
    }

    /// To whom matters were guided or reported; where no approved answer says it, last and without a name.
    private func referrals(_ registrations: [Registration], _ book: Casebook) -> [ReportPaper.Referral] {
        var counts: [Outcome: [String: Int]] = [:]
        for matter in registrations.flatMap(\.matters) {
            guard let outcome = matter.outcome, outcome == .guided || outcome == .escalated else { continue }
            let id = book.answer(to: matter)?.authority
            let name = id.map { desk.site.authority($0)?.name ?? $0 } ?? ""
            counts[outcome, default: [:]][name, default: 0] += 1
        }
        return [Outcome.guided, .escalated].flatMap { outcome in
            (counts[outcome] ?? [:]).sorted { ($0.key.isEmpty ? 1 : 0, $0.key) < ($1.key.isEmpty ? 1 : 0, $1.key) }.map
            {
                ReportPaper.Referral(outcome: outcome, authority: $0.key, matters: $0.value)
            }
        }
    }
}
