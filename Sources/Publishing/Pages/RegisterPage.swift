import Domain
import Theme

extension PageMaker {
    /// The public register, some pages for each series; the one of the edition stands at `/so-tiep-nhan/` itself.
    func registers() -> [SitePage] {
        let all = registerSeries
        return all.flatMap { series in
            (0..<RegisterPart.count(in: series)).map { index in
                register(RegisterPart(series: series, index: index, root: path(of: series, among: all)), among: all)
            }
        }
    }

    /// Series with something in them or belonging to a public edition: the current edition's first, then by name.
    var registerSeries: [SeriesFigures] {
        let editions = view.editions.map { view.figures.of($0.dialogue.series) }
        let others = view.figures.series.filter { series in
            series.series.id.hasPrefix("phan-anh-") && !editions.contains { $0.series == series.series }
        }
        let all = editions + others.sorted { $0.series > $1.series }
        return all.isEmpty ? [SeriesFigures(series: Series(id: "phan-anh"))] : all
    }

    private func register(_ part: RegisterPart, among all: [SeriesFigures]) -> SitePage {
        let tables = FigureTables(series: part.series, maker: self)
        let counted = view.figures.countedUpTo.map { ThemeValue.time($0) } ?? .absent
        let head = view.figures.chainHead
        return SitePage(
            path: part.path, template: "pages/so-tiep-nhan", title: title(of: part.series) + part.titleEnd,
            description: "Mọi phiếu đã vào sổ của Sở, không có thông tin cá nhân.", section: PageMaker.register.href,
            updated: counted == .absent ? .day(view.feedback.form.updated) : counted, owner: keeper,
            modified: view.figures.countedUpTo.map { CivilDate(of: $0) },
            crumbs: [PageMaker.home],
            values: [
                "lead": .text(
                    "Mỗi phiếu là một dòng, đánh số liên tục. Sổ công khai không ghi tên, số điện thoại, địa chỉ."),
                "filter": .list(
                    all.map { other in
                        let path = path(of: other, among: all)
                        return .choice(shortTitle(of: other), path, isCurrent: other.series == part.series.series)
                    }),
                "seal": head.isEmpty ? .absent : ["digest": .text(head), "sealed": counted],
                "count": .text(part.heading), "entries": .list(part.entries.map(entry)), "pages": part.pages,
                "tables": .list(part.index == 0 ? tables.tables : []),
                "waiting": .text([tables.balance, tables.waiting].filter { !$0.isEmpty }.joined(separator: " ")),
                "files": .list(dataFiles(part.series)),
            ])
    }

    private func entry(_ entry: SeriesFigures.Entry) -> ThemeValue {
        ["number": .text("\(entry.number)"), "time": .figures(entry.day), "badge": .badge(entry.state)]
    }

    private func path(of series: SeriesFigures, among all: [SeriesFigures]) -> String {
        series.series == all.first?.series ? PageMaker.register.href : "\(PageMaker.register.href)\(series.series.id)/"
    }

    private func title(of series: SeriesFigures) -> String {
        "Sổ tiếp nhận công khai: \(shortTitle(of: series).lowercasedFirst)"
    }

    func shortTitle(of series: SeriesFigures) -> String {
        if let edition = view.edition(series.series.id) { return edition.dialogue.shortTitle }
        let year = series.series.id.split(separator: "-").last.flatMap { Int($0) }
        return PageMaker.feedback.label + (year.map { " năm \($0)" } ?? "")
    }
}
