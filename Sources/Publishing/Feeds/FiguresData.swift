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
    ///
    /// With a byte-order mark and CRLF, so that spreadsheets read Vietnamese without being asked.
    static func csv(_ series: SeriesFigures) -> String {
        var lines = ["Số tiếp nhận,Ngày nhận,Tình trạng"]
        lines += series.entries.map {
            "\($0.number),\(VietnameseDate.figures($0.day)),\($0.state.label)"
        }
        return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
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
