import Domain

/// The published answers of one edition, or of feedback in one year, as open data.
///
/// A record says what lists say and where the page is. The full words stay on the page: a file of a whole year with them
/// would be read anew from thousands of sources whenever one answer changes.
struct AnswerData: InContext {
    let context: PageContext
    /// «Câu trả lời, đợt đối thoại năm 2021».
    let title: String
    /// The site path without its ending.
    let path: String
    /// Newest first.
    let answers: [Answer]

    static let schemaPath = "/du-lieu-mo/hoi-dap.schema.json"

    var jsonPath: String { path + ".json" }
    var csvPath: String { path + ".csv" }

    var products: [Product] {
        var key = KeyWriter("open data")
        key.add(context.digest)
        key.add(title)
        key.add(path)
        key.add(answers) { $0.add($1) }
        return [
            Product(path: "site" + jsonPath, key: key.key) { ReleasedFile(path: "site" + jsonPath, text: json()) },
            Product(path: "site" + csvPath, key: key.key) { ReleasedFile(path: "site" + csvPath, text: csv()) },
        ]
    }

    /// The records with what a program needs to know of them.
    private func json() -> String {
        let head: [(String, LinkedData.Value)] = [
            ("$schema", .text(site.baseURL + Self.schemaPath)), ("title", .text(title)),
            ("publisher", .text(site.agency.fullName)), ("license", .text(site.baseURL + OpenData.page)),
        ]
        let records = answers.map { LinkedData.json(.record(record($0))) }
        let start = LinkedData.json(.record(head)).dropLast()
        return start + ",\"answers\":[\n" + records.joined(separator: ",\n") + "\n]}\n"
    }

    private func record(_ answer: Answer) -> [(String, LinkedData.Value)] {
        AnswerField.all.compactMap { field in
            let words = field.words(answer, self)
            switch field.kind {
            case .list: return (field.key, .list(words.map { .text($0) }))
            case .flag: return words.first.map { (field.key, .flag($0 == "true")) }
            case .text, .address, .day, .choice: return words.first.map { (field.key, .text($0)) }
            }
        }
    }

    private func csv() -> String {
        let fields = AnswerField.all.filter { !$0.heading.isEmpty }
        var table = CSVText()
        table.add(fields.map(\.heading))
        for answer in answers {
            table.add(
                fields.map { field in
                    let words = field.words(answer, self)
                    return field.kind == .flag ? (words.isEmpty ? "" : "có") : words.joined(separator: "; ")
                })
        }
        return table.text
    }
}
