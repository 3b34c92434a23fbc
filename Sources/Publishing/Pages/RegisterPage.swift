import Domain
import Theme

extension PageMaker {
    /// The public register, a page for each series; the one of the edition stands at `/so-tiep-nhan/` itself.
    func registers() -> [SitePage] {
        let all = registerSeries
        return all.map { register($0, among: all) }
    }

    /// Series with something in them or belonging to a public edition: the current edition's first, then by name.
    var registerSeries: [SeriesFigures] {
        let editions = view.editions.map { view.figures.of($0.dialogue.series) }
        let others = view.figures.series.filter { series in
            series.series.id.hasPrefix("phan-anh-") && !editions.contains { $0.series == series.series }
        }
        let all = editions + others.sorted { $0.series > $1.series }
        return all.isEmpty ? [SeriesFigures(series: .feedback(year: lastChange?.year ?? 2021))] : all
    }

    private func register(_ series: SeriesFigures, among all: [SeriesFigures]) -> SitePage {
        let tables = FigureTables(series: series, maker: self)
        let counted = view.figures.countedUpTo
        let head = view.figures.chainHead
        return SitePage(
            path: path(of: series, among: all), template: "pages/so-tiep-nhan", title: title(of: series),
            description: "Mọi phiếu Sở đã nhận, không có thông tin cá nhân.", section: PageMaker.register.href,
            updated: counted.map { .time($0) } ?? .absent, modified: counted.map { CivilDate(of: $0) },
            crumbs: [PageMaker.home], here: PageMaker.register.label,
            values: [
                "lead": .text(
                    "Mỗi phiếu là một dòng, đánh số liên tục. Sổ không có tên, điện thoại, địa chỉ. " + tables.balance),
                "filter": .list(
                    all.map { other in
                        [
                            "label": .text(shortTitle(of: other)), "href": .text(path(of: other, among: all)),
                            "is-current": .flag(other.series == series.series),
                        ]
                    }),
                "seal": head.isEmpty
                    ? .absent : ["digest": .text(head), "sealed": counted.map { .time($0) } ?? .absent],
                "count": .text(
                    series.entries.isEmpty
                        ? "Chưa có phiếu nào" : "\(VietnameseNumber.figures(series.registrations)) phiếu"),
                "entries": .list(
                    series.entries.map { entry in
                        [
                            "number": .text("\(entry.number)"), "time": .figures(entry.day),
                            "badge": .badge(entry.state),
                        ]
                    }),
                "tables": .list(tables.tables), "waiting": .text(tables.waiting),
                "files": .list(dataFiles(series)),
            ])
    }

    private func path(of series: SeriesFigures, among all: [SeriesFigures]) -> String {
        series.series == all.first?.series ? PageMaker.register.href : "\(PageMaker.register.href)\(series.series.id)/"
    }

    private func title(of series: SeriesFigures) -> String {
        "Sổ tiếp nhận công khai: \(shortTitle(of: series).lowercasedFirst)"
    }

    private func shortTitle(of series: SeriesFigures) -> String {
        if let edition = view.edition(series.series.id) { return edition.dialogue.shortTitle }
        return "Phản ánh, kiến nghị năm \(series.series.id.replacing("phan-anh-", with: ""))"
    }
}
