import Domain
import Theme

/// As much of a series as one page shows: a poor connection has to carry it.
struct RegisterPart {
    let series: SeriesFigures
    /// Counts from 0.
    let index: Int
    /// The site path of the first part.
    let root: String

    static let size = 100

    /// How many parts a series has; one at least.
    static func count(in series: SeriesFigures) -> Int { max(1, (series.entries.count + size - 1) / size) }

    var path: String { path(index) }
    var titleEnd: String { index == 0 ? "" : ", trang \(index + 1)" }
    var entries: ArraySlice<SeriesFigures.Entry> { series.entries.dropFirst(index * Self.size).prefix(Self.size) }

    var heading: String {
        series.entries.isEmpty ? "Chưa có phiếu nào" : "\(VietnameseNumber.figures(series.registrations)) phiếu"
    }

    /// The ways to the other parts; nothing when there is only one.
    var links: ThemeValue {
        let count = Self.count(in: series)
        guard count > 1 else { return .absent }
        return ["filter": .list((0..<count).map { .choice("Trang \($0 + 1)", path($0), isCurrent: $0 == index) })]
    }

    private func path(_ index: Int) -> String { index == 0 ? root : "\(root)trang-\(index + 1)/" }
}

extension ThemeValue {
    /// `label`, `href`, `is-current`: one choice of a filter.
    static func choice(_ label: String, _ href: String, isCurrent: Bool) -> ThemeValue {
        ["label": .text(label), "href": .text(href), "is-current": .flag(isCurrent)]
    }
}
