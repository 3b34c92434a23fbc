package import Domain

/// The top of the first page: agency and number on the left, nation, place and date on the right.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, ô số 1–4.
package struct Letterhead: Hashable, Sendable, Encodable {
    /// The agency above, in capitals.
    package var parent: String
    /// The issuing agency, in capitals.
    package var agency: String
    package var nation: [String]
    /// «Số:      /KH-SKHCN»; the clerk gives the number.
    package var number: BlankLine
    package var dateLine: BlankLine

    package init(agency: Agency, symbol: String, dateLine: BlankLine) {
        parent = agency.parent.uppercased().composed
        self.agency = agency.name.uppercased().composed
        nation = Nation.lines
        number = BlankLine(before: "Số:", after: "/\(symbol)")
        self.dateLine = dateLine
    }
}

/// Quốc hiệu and tiêu ngữ.
package enum Nation {
    package static let lines = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
}

/// A line with one gap that a clerk or a sender fills in by hand.
package struct BlankLine: Hashable, Sendable, Encodable {
    package var before: String
    package var after: String

    /// «Bắc Kạn, ngày      tháng 11 năm 2021»: months 1 and 2 take a zero, the day stays blank.
    package static func date(place: String, in day: CivilDate) -> BlankLine {
        let month = day.month < 3 ? "0\(day.month)" : "\(day.month)"
        return BlankLine(before: "\(place), ngày", after: "tháng \(month) năm \(day.year)")
    }

    /// The words, with a plain space for the gap.
    package var plainText: String { "\(before) \(after)" }
}
