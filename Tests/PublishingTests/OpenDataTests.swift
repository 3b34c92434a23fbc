import Domain
import Foundation
import Testing

@testable import Publishing

@Suite("Open data") struct OpenDataTests {
    static func publication(_ titles: [String]) throws -> Publication {
        try AnswerListTests.publication(titles.count) { answers in
            for (index, title) in titles.enumerated() {
                answers[index].title = title
                answers[index].legalBases = ["luat-shtt-2005", "Công văn, số 1"]
            }
        }
    }

    /// Rows of a file by RFC 4180, read without the writer's help.
    static func rows(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var isQuoted = false
        var letters = text.unicodeScalars.dropFirst().makeIterator()
        var next = letters.next()
        while let letter = next {
            next = letters.next()
            switch letter {
            case "\"" where isQuoted && next == "\"":
                cell += "\""
                next = letters.next()
            case "\"": isQuoted.toggle()
            case "," where !isQuoted:
                row.append(cell)
                cell = ""
            case "\r" where !isQuoted && next == "\n":
                rows.append(row + [cell])
                (row, cell) = ([], "")
                next = letters.next()
            default: cell.unicodeScalars.append(letter)
            }
        }
        return rows
    }

    @Test(arguments: ["=1+1", "+84", "-1", "@A1", "\t=1", "\r=1", "＝1", "a=1", "", "–", "ạ, \"b\"\r\nc", "\n"])
    func `a cell comes back as it was, and as text where a spreadsheet would compute`(cell: String) {
        var table = CSVText()
        table.add(["x", cell, "y"])
        let isFormula = cell.unicodeScalars.first.map { "=+-@\t\r\n＝".unicodeScalars.contains($0) } ?? false
        #expect(Self.rows(table.text) == [["x", (isFormula ? "'" : "") + cell, "y"]])
        #expect(Array(table.text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
    }

    @Test func `both files of an edition say the same, and the columns are those that the page describes`() throws {
        let files = try Self.publication(["Một \"hai\", ba?", "=Bốn?"]).texts()
        let rows = Self.rows(try #require(files["site/doi-thoai/2021/hoi-dap/du-lieu.csv"]))
        let text = try #require(files["site/doi-thoai/2021/hoi-dap/du-lieu.json"])
        let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let answers = try #require(data["answers"] as? [[String: Any]])
        #expect(rows.count == 3 && answers.count == 2)
        #expect(rows[0] == AnswerField.all.map(\.heading).filter { !$0.isEmpty })
        let page = try #require(files["site/du-lieu-mo/index.html"])
        for field in AnswerField.all { #expect(page.contains("<code>\(field.key)</code>"), "\(field.key)") }
        for (row, answer) in zip(rows.dropFirst(), answers) {
            for (heading, cell) in zip(rows[0], row) {
                let field = try #require(AnswerField.all.first { $0.heading == heading })
                let words = (answer[field.key] as? [String])?.joined(separator: "; ") ?? answer[field.key] as? String
                #expect(cell == (words ?? "") || cell == "'" + (words ?? ""), "\(heading)")
            }
        }
        #expect(answers.compactMap { $0["title"] as? String } == ["=Bốn?", "Một \"hai\", ba?"])
    }

    @Test func `every record has what the schema requires and nothing it does not know`() throws {
        let files = try Self.publication(["Một?"]).texts()
        let schemaText = try #require(files["site/du-lieu-mo/hoi-dap.schema.json"])
        let schema = try #require(try JSONSerialization.jsonObject(with: Data(schemaText.utf8)) as? [String: Any])
        let properties = try #require(schema["properties"] as? [String: [String: Any]])
        let items = try #require(properties["answers"]?["items"] as? [String: Any])
        let known = try #require(items["properties"] as? [String: [String: Any]])
        let required = try #require(items["required"] as? [String])
        let text = try #require(files["site/doi-thoai/2021/hoi-dap/du-lieu.json"])
        let data = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(data["$schema"] as? String == schema["$id"] as? String)
        for answer in try #require(data["answers"] as? [[String: Any]]) {
            #expect(Set(answer.keys).isSubset(of: known.keys) && Set(required).isSubset(of: answer.keys))
            for (name, value) in answer {
                if let words = known[name]?["enum"] as? [String] { #expect(words.contains(value as? String ?? "")) }
            }
        }
    }

    @Test func `feedback has a file for each year in which answers were published`() throws {
        var publication = try SamplePublication.at("2024-01-01T09:00", isRehearsal: true)
        let index = try #require(publication.portal.answers.firstIndex { $0.series == .feedback })
        publication.portal.answers[index].published = try SamplePublication.instant("2023-05-01T08:00")
        let files = try publication.texts()
        #expect(files["site/phan-anh/hoi-dap/du-lieu-2023.csv"].map(Self.rows)?.count == 2)
        #expect(files["site/phan-anh/hoi-dap/du-lieu-2021.json"]?.contains("\"illustration\":true") == true)
        #expect(files["site/du-lieu-mo/index.html"]?.contains("/phan-anh/hoi-dap/du-lieu-2023.json") == true)
    }

    @Test func `the figures as rows add up to the figures as a record`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.figures = try SamplePublication.figures()
        let rows = Self.rows(try #require(try publication.texts()["site/so-tiep-nhan/so-lieu.csv"]))
        #expect(rows.first == ["Sổ", "Cách đếm", "Mục", "Số"])
        let outcomes = rows.filter { $0[1] == "Nội dung theo kết quả" }.compactMap { Int($0[3]) }
        #expect(outcomes.reduce(0, +) == 3)
        #expect(rows.contains(["2021", "Phiếu ngoài sổ", "Chờ kiểm tra", "4"]))
    }
}
