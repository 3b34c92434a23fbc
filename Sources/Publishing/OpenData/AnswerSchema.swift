import Domain

/// The JSON Schema of ``AnswerData``; each property's `title` is the column of the CSV file that holds the same.
///
/// Source: JSON Schema 2020-12.
enum AnswerSchema {
    typealias Value = LinkedData.Value

    static func text(baseURL: String) -> String {
        let fields = AnswerField.all
        let record = object(
            fields.map { ($0.key, property($0)) }, required: fields.filter(\.isAlways).map(\.key))
        let schema = object(
            [
                ("$schema", string("Địa chỉ của lược đồ này", format: "uri")), ("title", string("Tên tập dữ liệu")),
                ("publisher", string("Cơ quan công bố")),
                ("license", string("Trang nói điều kiện dùng lại", format: "uri")),
                ("answers", .record([("type", .text("array")), ("items", record)])),
            ], required: ["$schema", "title", "publisher", "license", "answers"])
        guard case .record(let pairs) = schema else { return "" }
        let head: [(String, Value)] = [
            ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
            ("$id", .text(baseURL + AnswerData.schemaPath)), ("title", .text("Câu hỏi đã được trả lời")),
        ]
        return LinkedData.json(.record(head + pairs)) + "\n"
    }

    private static func object(_ properties: [(String, Value)], required: [String]) -> Value {
        .record([
            ("type", .text("object")), ("properties", .record(properties)),
            ("required", .list(required.map { .text($0) })), ("additionalProperties", .flag(false)),
        ])
    }

    private static func property(_ field: AnswerField) -> Value {
        let shape: [(String, Value)]
        switch field.kind {
        case .text: shape = [("type", .text("string"))]
        case .address: shape = [("type", .text("string")), ("format", .text("uri"))]
        case .day: shape = [("type", .text("string")), ("format", .text("date"))]
        case .flag: shape = [("type", .text("boolean"))]
        case .choice(let words): shape = [("enum", .list(words.map { .text($0) }))]
        case .list:
            shape = [("type", .text("array")), ("items", .record([("type", .text("string"))]))]
        }
        let title = field.heading.isEmpty ? [] : [("title", Value.text(field.heading))]
        return .record(title + [("description", .text(field.meaning))] + shape)
    }

    static func string(_ description: String, format: String? = nil) -> Value {
        .record(
            [("description", .text(description)), ("type", .text("string"))]
                + (format.map { [("format", .text($0))] } ?? []))
    }
}
