import Domain
import Foundation

/// The published figures as open data: JSON for programs, CSV for spreadsheets.
struct FiguresData {
    var figures: Figures

    /// All series with their one-way tables; keys sorted.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(
            Document(
                chainHead: figures.chainHead, countedUpTo: figures.countedUpTo.map(VietnameseDate.machine),
                series: figures.series.map(Document.Series.init)))
    }

    /// One series, a line for each registration.
    static func csv(_ series: SeriesFigures) -> String {
        var table = CSVText()
        table.add(["Số tiếp nhận", "Ngày nhận", "Tình trạng"])
        for entry in series.entries {
            table.add(["\(entry.number)", VietnameseDate.machine(entry.day), entry.state.label])
        }
        return table.text
    }

    /// All series with their one-way tables, a line for each count.
    func csv(_ maker: PageMaker) -> String {
        var table = CSVText()
        table.add(["Sổ", "Cách đếm", "Mục", "Số"])
        for series in figures.series {
            let tables = FigureTables(series: series, maker: maker)
            let groups: [(String, [(label: String, count: Int, fill: String)])] = [
                ("Phiếu theo cách gửi", tables.byChannel), ("Nội dung theo kết quả", tables.outcomes),
                ("Nội dung theo lĩnh vực", tables.bySubject), ("Nội dung theo phòng, đơn vị", tables.byDivision),
                (
                    "Phiếu ngoài sổ",
                    [("Chờ kiểm tra", series.quarantined, ""), ("Không nhận sau khi kiểm tra", series.refused, "")]
                ),
            ]
            for (name, rows) in groups {
                for row in rows { table.add([series.series.id, name, row.label, String(row.count)]) }
            }
        }
        return table.text
    }

    /// The shape of the JSON file.
    private struct Document: Encodable {
        var chainHead: String
        var countedUpTo: String?
        var series: [Series]

        struct Series: Encodable {
            var id: String
            var registrations: Int
            var matters: Int
            var open: Int
            var byChannel: [String: Int]
            var byOutcome: [String: Int]
            var bySubject: [String: Int]
            var byDivision: [String: Int]
            var quarantined: Int
            var refused: Int

            init(_ series: SeriesFigures) {
                id = series.series.id
                registrations = series.registrations
                matters = series.matters
                open = series.open
                byChannel = Dictionary(
                    uniqueKeysWithValues: series.registrationsByChannel.map { ($0.key.rawValue, $0.value) })
                byOutcome = Dictionary(
                    uniqueKeysWithValues: series.mattersByOutcome.map { ($0.key.rawValue, $0.value) })
                bySubject = series.mattersBySubject
                byDivision = series.mattersByDivision
                quarantined = series.quarantined
                refused = series.refused
            }
        }
    }
}
