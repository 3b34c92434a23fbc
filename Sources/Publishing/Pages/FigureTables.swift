import Domain
import Theme

/// The counts of one series as sentences, tables and bars.
struct FigureTables {
    let series: SeriesFigures
    let maker: PageMaker

    /// «63 nội dung đã nhận = 41 đã trả lời + 8 đã hướng dẫn + …»; empty before the first matter.
    var balance: String {
        guard series.matters > 0 else { return "" }
        let parts = outcomes.map { "\(VietnameseNumber.figures($0.count)) \($0.label.lowercasedFirst)" }
        return "\(VietnameseNumber.figures(series.matters)) nội dung đã nhận = \(parts.joined(separator: " + "))."
    }

    /// A matter's outcomes in the order of the law's columns, open ones last.
    var outcomes: [(label: String, count: Int, fill: String)] {
        Outcome.allCases.map { ($0.label, series.mattersByOutcome[$0] ?? 0, $0.rawValue) }
            + [("Đang xử lý", series.open, "pending")]
    }

    /// By channel, subject, division and outcome: one way each, never crossed.
    ///
    /// None before the first registration: tables of nothing only take room.
    var tables: [ThemeValue] {
        guard series.registrations > 0 else { return [] }
        return [
            table("theo-ket-qua", "Theo kết quả xử lý", "nội dung theo kết quả xử lý", "Kết quả", outcomes),
            table("theo-linh-vuc", "Theo lĩnh vực", "nội dung theo lĩnh vực", "Lĩnh vực", bySubject),
            table(
                "theo-phong", "Theo phòng, đơn vị trả lời", "nội dung theo phòng, đơn vị", "Phòng, đơn vị", byDivision),
            table("theo-cach-gui", "Theo cách gửi", "phiếu theo cách gửi", "Cách gửi", byChannel),
        ]
    }

    var bySubject: [(label: String, count: Int, fill: String)] {
        let known = maker.site.subjects.map(\.id) + [Subject.unsure]
        let others = series.mattersBySubject.keys.filter { !known.contains($0) }.sorted()
        return (known + others).map { (maker.subjectName($0), series.mattersBySubject[$0] ?? 0, "") }
            .filter { $0.count > 0 || $0.label != Subject.unsureLabel }
    }

    var byDivision: [(label: String, count: Int, fill: String)] {
        let known = maker.site.divisions.map(\.id)
        let others = series.mattersByDivision.keys.filter { !known.contains($0) }.sorted()
        return (known + others).map { (maker.divisionName($0), series.mattersByDivision[$0] ?? 0, "") }
    }

    var byChannel: [(label: String, count: Int, fill: String)] {
        Channel.allCases.map { ($0.label, series.registrationsByChannel[$0] ?? 0, "") }
    }

    private func table(
        _ id: String, _ heading: String, _ caption: String, _ first: String,
        _ rows: [(label: String, count: Int, fill: String)]
    ) -> ThemeValue {
        let total = rows.map(\.count).reduce(0, +)
        return .table(
            id: id, heading: heading, caption: "\(VietnameseNumber.figures(total)) \(caption)", first: first,
            rows: rows.map { ($0.label, $0.count, $0.fill.isEmpty ? nil : $0.fill) })
    }

    /// The sentence as parts: «63 đã nhận», «= 41 đã trả lời», «+ 8 đã hướng dẫn».
    var balanceParts: [ThemeValue] {
        let all =
            [(sign: "", count: series.matters, label: "đã nhận", fill: "")]
            + outcomes.enumerated().map { index, part in
                (sign: index == 0 ? "= " : "+ ", count: part.count, label: part.label.lowercasedFirst, fill: part.fill)
            }
        return all.map { part in
            [
                "sign": .text(part.sign), "number": .text(VietnameseNumber.figures(part.count)),
                "label": .text(part.label), "fill": .text(part.fill), "is-first": .flag(part.sign.isEmpty),
            ]
        }
    }

    /// The stacked bar: each outcome that has matters, one after the other.
    var bars: [ThemeValue] {
        var x = 0
        return outcomes.filter { $0.count > 0 }.map { part in
            defer { x += part.count }
            return ["fill": .text(part.fill), "x": .text("\(x)"), "width": .text("\(part.count)")]
        }
    }

    /// «2 phiếu đang chờ kiểm tra …»; empty when there are none.
    var waiting: String {
        "Ngoài sổ: \(VietnameseNumber.figures(series.quarantined)) phiếu chờ kiểm tra vì giống thư rác, "
            + "\(VietnameseNumber.figures(series.refused)) phiếu không nhận sau khi kiểm tra. Phiếu ngoài sổ không có số."
    }
}
