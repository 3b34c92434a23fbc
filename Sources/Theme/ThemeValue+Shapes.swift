package import Domain

/// Records of lists that several pages show.
extension ThemeValue {
    /// `title`, `href`, `badge`, `about`, `time`: a question in a list of questions.
    package static func question(
        _ title: String, _ href: String, badge: ThemeValue, about: String, time: ThemeValue
    ) -> ThemeValue {
        .record(["title": .text(title), "href": .text(href), "badge": badge, "about": .text(about), "time": time])
    }

    /// `type`, `href`, `name`, `details`, `digest`: a file to download.
    ///
    /// - Parameters:
    ///   - details: Type, pages and size in words: «PDF, 4 trang, 182 kB».
    ///   - digest: SHA-256 in hexadecimal; nothing to show none.
    package static func file(
        _ name: String, _ href: String, type: String, details: String, digest: String? = nil
    ) -> ThemeValue {
        .record([
            "type": .text(type), "href": .text(href), "name": .text(name), "details": .text(details),
            "digest": digest.map { .text($0) } ?? .absent,
        ])
    }

    /// `name`, `href`, `examples`, `count`: a tile that leads on.
    package static func tile(_ name: String, _ href: String, _ examples: String, count: String = "") -> ThemeValue {
        .record([
            "name": .text(name), "href": .text(href), "examples": .text(examples), "count": .text(count),
        ])
    }

    /// `label`, `number`: a large figure with its words.
    package static func figure(_ number: Int, _ label: String) -> ThemeValue {
        .record(["label": .text(label), "number": .text(VietnameseNumber.figures(number))])
    }

    /// `heading`, `before`, `time`, `leaf`, `is-past`, `is-current`, `badge`: one of an edition's dates.
    package static func milestone(
        _ heading: String, before: String = "", time: ThemeValue, on day: CivilDate, badge: ThemeValue = .absent,
        isPast: Bool = false, isCurrent: Bool = false
    ) -> ThemeValue {
        .record([
            "heading": .text(heading), "before": .text(before), "time": time, "leaf": .leaf(day),
            "is-past": .flag(isPast), "is-current": .flag(isCurrent), "badge": badge,
        ])
    }

    /// `label`, `href`, `is-current`: one choice of a filter.
    package static func choice(_ label: String, _ href: String, isCurrent: Bool) -> ThemeValue {
        .record(["label": .text(label), "href": .text(href), "is-current": .flag(isCurrent)])
    }

    /// `label`, `href`, `rel`, `is-current`: a way to a page of a long list.
    ///
    /// - Parameter rel: `prev`, `next`, or empty.
    package static func page(_ label: String, _ href: String, rel: String = "", isCurrent: Bool = false) -> ThemeValue {
        .record(["label": .text(label), "href": .text(href), "rel": .text(rel), "is-current": .flag(isCurrent)])
    }

    /// `id`, `heading`, `caption`, `first`, `scale`, `total`, `rows`: a table that is also its chart.
    ///
    /// - Parameters:
    ///   - first: Heads the first column.
    ///   - rows: With the bar's colour (`answered`, `guided` …), or nothing for the common one.
    package static func table(
        id: String, heading: String, caption: String, first: String,
        rows: [(label: String, number: Int, fill: String?)]
    ) -> ThemeValue {
        let total = rows.reduce(0) { $0 + $1.number }
        let scale = rows.map(\.number).max() ?? 0
        let shown = rows.map { row -> ThemeValue in
            .record([
                "label": .text(row.label), "number": .text(VietnameseNumber.figures(row.number)),
                "width": .text(String(row.number)), "share": .text(VietnameseNumber.share(row.number, of: total)),
                "fill": row.fill.map { .text($0) } ?? .absent,
            ])
        }
        return .record([
            "id": .text(id), "heading": .text(heading), "caption": .text(caption), "first": .text(first),
            "scale": .text(String(max(scale, 1))), "total": .text(VietnameseNumber.figures(total)),
            "rows": .list(shown),
        ])
    }
}
