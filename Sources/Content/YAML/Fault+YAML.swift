extension Fault {
    static let noFrontMatter = Fault(
        "front-matter", "Tệp thiếu phần khai báo ở đầu.",
        remedy: "Bắt đầu tệp bằng một dòng ---, rồi các khóa (title: …), rồi một dòng --- nữa.")

    static let openFrontMatter = Fault(
        "front-matter", "Phần khai báo ở đầu tệp không có dòng --- để khép lại.",
        remedy: "Thêm một dòng --- giữa phần khai báo và nội dung.")

    static let notAMapping = Fault(
        "not-a-mapping", "Phần khai báo phải gồm các dòng dạng `khóa: giá trị`.",
        remedy: "Xem mẫu ở docs/content-format.md.")

    static let keyIsNoWord = Fault(
        "key-type", "Khóa phải là một từ.",
        remedy: "Viết `khóa: giá trị`; giá trị có dấu { hay [ thì đặt trong ngoặc kép.")

    static func duplicateKey(_ key: String) -> Fault {
        Fault("duplicate-key", "Khóa `\(key)` được viết hai lần.", remedy: "Giữ lại một dòng.")
    }

    static func unknownKey(_ key: String, meant: String?, known: [String]) -> Fault {
        let list = "Các khóa dùng được ở đây: \(known.sorted().map { "`\($0)`" }.joined(separator: ", "))."
        // In { task: Nhận, xếp phiếu, owner: … } the comma cuts the value in two.
        let comma =
            key.contains(" ") ? "Nếu đây là phần sau dấu phẩy của một giá trị, đặt cả giá trị trong ngoặc kép. " : ""
        return Fault(
            "unknown-key", "Không có khóa `\(key)` ở đây.",
            remedy: meant.map { "Có phải ý ông, bà là `\($0)`?" } ?? comma + list)
    }

    static func cutByComment(_ key: String) -> Fault {
        .warning(
            "cut-by-comment", "Phần sau dấu # của `\(key)` bị coi là ghi chú và bỏ đi.",
            remedy: "Nếu là một phần của giá trị, đặt cả giá trị trong ngoặc kép; nếu là ghi chú, thêm dấu cách sau #.")
    }

    static func missingKey(_ key: String) -> Fault {
        if key == "owner" {
            return Fault(
                "missing-owner", "Chưa ghi phòng, đơn vị phụ trách (`owner`).",
                remedy: "Thêm `owner: …` với mã một phòng, đơn vị trong content/site.yaml.")
        }
        return Fault("missing-key", "Thiếu khóa `\(key)`.", remedy: "Thêm `\(key): …`.")
    }

    static func emptyValue(_ key: String) -> Fault {
        Fault("empty-value", "`\(key)` đang bỏ trống.", remedy: "Viết giá trị sau dấu hai chấm.")
    }

    static func emptyList(_ key: String) -> Fault {
        Fault("empty-value", "Danh sách `\(key)` chưa có mục nào.", remedy: "Viết ít nhất một mục.")
    }

    /// What a value should have been.
    enum Wanted: String {
        case text = "một dòng chữ"
        case number = "một số nguyên"
        case flag = "`true` hoặc `false`"
        case list = "một danh sách"
        case mapping = "các cặp `khóa: giá trị`"

        fileprivate var example: String {
            switch self {
            case .text: "Viết chữ ngay sau dấu hai chấm; có dấu : hoặc # thì đặt trong ngoặc kép."
            case .number: "Chỉ viết chữ số, không có dấu chấm, dấu phẩy hay đơn vị."
            case .flag: "Viết `true` (có) hoặc `false` (không)."
            case .list: "Viết mỗi mục một dòng bắt đầu bằng dấu -, hoặc [mục 1, mục 2]."
            case .mapping: "Viết mỗi cặp một dòng, thụt vào, hoặc { khóa: giá trị, … }."
            }
        }
    }

    static func wrongType(_ key: String, wanted: Wanted) -> Fault {
        Fault("wrong-type", "`\(key)` phải là \(wanted.rawValue).", remedy: wanted.example)
    }

    static func notAChoice(_ text: String, key: String, among values: [String]) -> Fault {
        let list = values.map { "`\($0)`" }.joined(separator: ", ")
        let meant = Suggestion.nearest(to: text, among: values).map { "Có phải ý ông, bà là `\($0)`? " } ?? ""
        return Fault(
            "not-a-choice", "`\(key)` không nhận giá trị `\(text)`.", remedy: "\(meant)Dùng một trong: \(list).")
    }

    static func notASlug(_ text: String) -> Fault {
        Fault(
            "not-a-slug", "`\(text)` không dùng làm mã được: chỉ chữ thường không dấu, chữ số và gạch nối.",
            remedy: "Ví dụ: `\(slugExample(text))`.")
    }

    static func duplicateName(_ text: String, kind: String, word: String) -> Fault {
        Fault("duplicate-name", "Đã có \(kind) mang \(word) `\(text)`.", remedy: "Đặt \(word) khác cho một trong hai.")
    }

    static func unknownName(_ text: String, names: KnownNames) -> Fault {
        let meant = Suggestion.nearest(to: text, among: names.all ?? []).map { "Có phải ý ông, bà là `\($0)`?" }
        let some = (names.all ?? []).prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        let list = some.isEmpty ? "Khai báo mã này ở \(names.home)." : "Các mã dùng được (\(names.home)): \(some)."
        return Fault("unknown-name", "Không có \(names.kind) nào mang mã `\(text)`.", remedy: meant ?? list)
    }
}
