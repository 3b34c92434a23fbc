import Domain

/// The JSON Schema of ``FiguresData``.
enum FiguresSchema {
    typealias Value = LinkedData.Value

    static let path = "/du-lieu-mo/so-lieu.schema.json"

    static func text(baseURL: String) -> String {
        let counts = [
            ("registrations", "Số phiếu đã vào sổ"), ("matters", "Số nội dung trong các phiếu"),
            ("open", "Số nội dung chưa có kết quả"), ("quarantined", "Số phiếu chờ kiểm tra, chưa vào sổ"),
            ("refused", "Số phiếu không nhận sau khi kiểm tra"),
        ].map { ($0.0, count($0.1)) }
        let tables = [
            ("byChannel", "Số phiếu theo cách gửi", Channel.allCases.map(\.rawValue)),
            ("byOutcome", "Số nội dung theo kết quả xử lý", Outcome.allCases.map(\.rawValue)),
            ("bySubject", "Số nội dung theo mã lĩnh vực", []),
            ("byDivision", "Số nội dung theo mã phòng, đơn vị; mã rỗng là chưa giao", []),
        ].map { ($0.0, table($0.1, $0.2)) }
        let series = object(
            [("id", AnswerSchema.string("Sổ: mã đợt đối thoại, hoặc phan-anh- và năm"))] + counts + tables,
            required: ["id"] + counts.map(\.0) + tables.map(\.0))
        let root: [(String, Value)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")), ("$id", .text(baseURL + path)),
            ("title", .text("Số liệu tổng hợp của các sổ tiếp nhận")), ("type", .text("object")),
            (
                "properties",
                .record([
                    ("chainHead", AnswerSchema.string("Mã đối chiếu của sổ; rỗng khi sổ chưa có gì")),
                    ("countedUpTo", AnswerSchema.string("Số liệu tính đến lúc nào", format: "date-time")),
                    ("series", .record([("type", .text("array")), ("items", series)])),
                ])
            ), ("required", .list([.text("chainHead"), .text("series")])), ("additionalProperties", .flag(false)),
        ]
        return LinkedData.json(.record(root)) + "\n"
    }

    private static func object(_ properties: [(String, Value)], required: [String]) -> Value {
        .record([
            ("type", .text("object")), ("properties", .record(properties)),
            ("required", .list(required.map { .text($0) })), ("additionalProperties", .flag(false)),
        ])
    }

    private static func count(_ description: String) -> Value {
        .record([("description", .text(description)), ("type", .text("integer")), ("minimum", .number(0))])
    }

    /// - Parameter names: All there may be; none for any.
    private static func table(_ description: String, _ names: [String]) -> Value {
        let number = Value.record([("type", .text("integer")), ("minimum", .number(0))])
        let limit: [(String, Value)] =
            names.isEmpty ? [] : [("propertyNames", .record([("enum", .list(names.map { .text($0) }))]))]
        return .record(
            [("description", .text(description)), ("type", .text("object")), ("additionalProperties", number)] + limit)
    }
}
