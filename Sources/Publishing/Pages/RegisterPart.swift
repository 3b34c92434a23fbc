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
    var pages: ThemeValue {
        let count = Self.count(in: series)
        guard count > 1 else { return .absent }
        let links = (0..<count).map { other in
            ThemeValue.page(
                "Trang \(other + 1)", path(other), rel: other == index - 1 ? "prev" : other == index + 1 ? "next" : "",
                isCurrent: other == index)
        }
        return ["label": "Các trang của sổ", "links": .list(links)]
    }

    private func path(_ index: Int) -> String { index == 0 ? root : "\(root)trang/\(index + 1)/" }
}
