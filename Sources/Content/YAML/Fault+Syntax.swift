import Domain

extension Fault {
    static func slugExample(_ text: String) -> String {
        let slug = VietnameseText.slug(text)
        return slug.isEmpty ? "van-phong" : slug
    }

    /// - Parameters:
    ///   - problem: The words of libyaml, in English.
    ///   - sign: What stands there.
    static func yamlSyntax(_ problem: String, at sign: Character? = nil) -> Fault {
        let (cause, cure) = yamlWords(problem, at: sign)
        return Fault("yaml-syntax", cause, remedy: cure)
    }

    static let openBracket = Fault(
        "yaml-syntax", "Ngoặc mở ở đây mà không đóng lại, hoặc thiếu dấu phẩy giữa hai mục.",
        remedy: "[ đóng bằng ], { đóng bằng }; các mục cách nhau bằng dấu phẩy.")

    /// Editors meet a few of libyaml's faults; the rest is shown as it is.
    private static func yamlWords(_ problem: String, at sign: Character?) -> (cause: String, cure: String) {
        if problem.contains("mapping values are not allowed") {
            return ("Giá trị có dấu hai chấm, nên không biết đâu là khóa.", "Đặt cả giá trị trong ngoặc kép: \"…\".")
        }
        if problem.contains("cannot start any token") || problem.contains("tab character") {
            return sign == "\t"
                ? ("Dòng thụt vào bằng dấu tab.", "Xóa dấu tab, thụt vào bằng dấu cách.")
                : ("Giá trị bắt đầu bằng dấu \(sign.map(String.init) ?? "đặc biệt").", "Đặt giá trị trong ngoặc kép.")
        }
        if problem.contains("unexpected end of stream") || problem.contains("document separator") {
            return ("Ngoặc kép mở ra mà không đóng lại.", "Thêm dấu ngoặc kép ở cuối giá trị.")
        }
        if problem.contains("could not find expected ':'") {
            return (
                "Dòng thiếu dấu hai chấm sau khóa, thiếu dấu cách sau dấu hai chấm, hoặc không thụt vào.",
                "Viết `khóa: giá trị`."
            )
        }
        if problem.contains("did not find expected") {
            return (
                "Dòng thụt vào không đều với các dòng trên.",
                "So với các dòng trên và dưới: cùng một bậc thì thụt vào như nhau."
            )
        }
        if problem.contains("undefined alias") || problem.contains("alias") || problem.contains("anchor") {
            return ("Giá trị bắt đầu bằng dấu *, là bí danh của YAML.", "Đặt giá trị trong ngoặc kép.")
        }
        return ("YAML viết sai ở đây (\(problem)).", "Xem mẫu ở docs/content-format.md.")
    }

    static let yamlAnchor = Fault(
        "yaml-anchor", "Giá trị bắt đầu bằng & là neo của YAML, ở đây không dùng.",
        remedy: "Cần chính dấu & thì đặt giá trị trong ngoặc kép; cần lặp lại một giá trị thì viết lại nó.")

    static func date(_ text: String) -> Fault {
        let digits = text.filter { $0.isNumber || $0 == "/" }
        if text.contains("/"), digits.split(separator: "/").count >= 3, !text.contains(where: \.isLetter) {
            return Fault(
                "impossible-date", "Không có ngày giờ “\(text)”.",
                remedy: "Xem lại ngày, tháng, năm, giờ; cách viết: 20/11/2021 hoặc 20/11/2021 17:30.")
        }
        return Fault(
            "not-a-date", "“\(text)” không phải ngày tháng.",
            remedy: "Viết ngày/tháng/năm, có giờ thì thêm sau dấu cách: 20/11/2021 17:30.")
    }

    static func impossibleYear(_ year: Int) -> Fault {
        Fault("impossible-year", "Không thể là năm \(year).", remedy: "Ghi đủ bốn chữ số của năm, ví dụ 2025.")
    }

    static func dayOnly(_ key: String) -> Fault {
        Fault("day-only", "`\(key)` là một ngày, không có giờ.", remedy: "Bỏ phần giờ.")
    }

    static func timeMissing(_ key: String) -> Fault {
        Fault(
            "time-missing", "`\(key)` thiếu giờ: không ghi giờ thì máy hiểu là 0 giờ.",
            remedy: "Viết thêm giờ, ví dụ 20/11/2021 17:30.")
    }
}
