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

/// A line with one gap that a clerk or a sender fills in by hand, unless the value is known.
package struct BlankLine: Hashable, Sendable, Encodable {
    package var before: String
    /// Empty leaves the gap.
    package var value: String
    /// With the space before it, if there is one.
    package var after: String

    package init(before: String, value: String = "", after: String) {
        self.before = before.composed
        self.value = value.composed
        self.after = after.composed
    }

    /// «Bắc Kạn, ngày      tháng 11 năm 2021»: months 1 and 2 take a zero, the day stays blank unless given.
    package static func date(place: String, in day: CivilDate, showsDay: Bool = false) -> BlankLine {
        let month = day.month < 3 ? "0\(day.month)" : "\(day.month)"
        let number = day.day < 10 ? "0\(day.day)" : "\(day.day)"
        return BlankLine(
            before: "\(place), ngày", value: showsDay ? number : "", after: " tháng \(month) năm \(day.year)")
    }

    /// The words, with a plain space for the gap.
    package var plainText: String { "\(before) \(value)\(after)" }
}
