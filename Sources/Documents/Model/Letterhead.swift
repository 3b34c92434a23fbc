package import Domain

/// The top of the first page: agency and number on the left, nation, place and date on the right.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, ô số 1–4 and 5b.
package struct Letterhead: Hashable, Sendable, Encodable {
    /// The agency above, in capitals.
    package var parent: String
    /// The issuing agency, in capitals.
    package var agency: String
    package var nation: [String]
    /// «Số:      /KH-SKHCN»; the clerk gives the number. Nothing where none is given.
    package var number: BlankLine?
    /// Nothing on minutes.
    package var dateLine: BlankLine?
    /// «V/v trả lời …» under the number of an official letter (công văn); empty for none.
    package var subject: String

    /// - Parameters:
    ///   - symbol: After the number, such as `KH-SKHCN` or, for an official letter, `SKHCN-VP`.
    ///   - number: What the clerk gave; empty while it is not known.
    package init(agency: Agency, symbol: String, number: String = "", dateLine: BlankLine?, subject: String = "") {
        parent = agency.parent.uppercased().composed
        self.agency = agency.name.uppercased().composed
        nation = Nation.lines
        self.number = symbol.isEmpty ? nil : BlankLine(before: "Số:", value: number, after: "/\(symbol)")
        self.dateLine = dateLine
        self.subject = subject.composed
    }

    var lines: [String] {
        [parent, agency] + nation + [number?.plainText ?? "", subject, dateLine?.plainText ?? ""]
    }
}

/// Quốc hiệu and tiêu ngữ.
package enum Nation {
    package static let lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
}

/// A line with gaps that a clerk or a sender fills in by hand, where the values are not known.
package struct BlankLine: Hashable, Sendable, Encodable {
    package var runs: [TextRun]

    package init(_ runs: [TextRun]) { self.runs = runs }

    /// One value between words.
    ///
    /// - Parameters:
    ///   - value: Empty leaves a gap.
    ///   - after: With the space before it, if there is one.
    package init(before: String, value: String = "", after: String) {
        guard value.isEmpty else {
            runs = [TextRun("\(before) \(value)\(after)")]
            return
        }
        runs = [TextRun(before), .gap(BlankLine.number), TextRun(String(after.drop { $0 == " " }))]
    }

    /// Room for a number of a few figures, in millimetres.
    package static let number = 9.0

    /// «Bắc Kạn, ngày      tháng 11 năm 2021»: months 1 and 2 take a zero, the day stays blank.
    package static func date(place: String, in day: CivilDate) -> BlankLine {
        BlankLine(before: "\(place), ngày", after: " tháng \(month(of: day)) năm \(day.year)")
    }

    /// «Bắc Kạn, ngày 05 tháng 11 năm 2021»; three gaps while the day is not known.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, 4: a zero before days below 10 and months 1 and 2.
    package static func date(place: String, on day: CivilDate?) -> BlankLine {
        guard let day else {
            return BlankLine([
                TextRun("\(place), ngày"), .gap(number), TextRun("tháng"), .gap(number), TextRun("năm"), .gap(12),
            ])
        }
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        return BlankLine([TextRun("\(place), ngày \(number) tháng \(month(of: day)) năm \(day.year)")])
    }

    private static func month(of day: CivilDate) -> String { day.month < 3 ? "0\(day.month)" : "\(day.month)" }

    /// The words, with a plain space for a gap.
    package var plainText: String { runs.plainText }
}
