import Domain
import Foundation

/// A form as the office keys it in: which fields there are, and what was typed for them.
struct KeyedInForm {
    let form: FormDefinition
    let site: Site

    /// - Throws: ``CommandFailure`` that names the forms there are.
    init(id: String, portal: Portal) throws {
        let forms = portal.editions.map(\.form) + [portal.feedback.form]
        guard let form = forms.first(where: { $0.id == id }) else {
            throw CommandFailure(
                .wrongUse, "Không có mẫu “\(id)”. Các mẫu có: \(forms.map(\.id).joined(separator: ", ")).")
        }
        self.form = form
        site = portal.site
    }

    /// What was typed, as `name=value`; `name=@FILE` stands for the text in a file.
    func answers(from words: [String]) throws -> [String: String] {
        guard !words.isEmpty else { throw CommandFailure(.wrongUse, guide) }
        var answers: [String: String] = [:]
        for word in words {
            let halves = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard halves.count == 2, answers[halves[0]] == nil else {
                throw CommandFailure(.wrongUse, "--field cần có dạng tên=giá trị, mỗi ô một lần.")
            }
            guard form.field(named: halves[0]) != nil else {
                throw CommandFailure(.wrongUse, "Mẫu \(form.id) không có ô “\(halves[0])”.\n\n\(guide)")
            }
            answers[halves[0]] = halves[1].hasPrefix("@") ? try text(of: String(halves[1].dropFirst())) : halves[1]
        }
        return answers
    }

    private func text(of file: String) throws -> String {
        do {
            return try String(contentsOf: URL(filePath: file), encoding: .utf8)
        } catch {
            throw CommandFailure(.fault, "Không đọc được tệp \(file) (cần là chữ UTF-8).")
        }
    }

    /// Every field with what may be typed.
    private var guide: String {
        let width = form.fields.map(\.name.count).max() ?? 0
        let lines = form.fields.map { field in
            "\(field.required == .always ? "*" : " ") \(field.name.padded(to: width))  \(words(of: field))"
                .wrapped(indent: 0, hanging: width + 4)
        }
        let rules = form.atLeastOne.map { "Phải điền ít nhất một: \($0.fields.joined(separator: ", ")).\n" }
        return """
            Các ô của mẫu \(form.id), có dấu * là luôn phải điền:

            \(lines.joined(separator: "\n"))

            \(rules.joined())Mỗi ô một lần: --field tên=giá trị. Chữ dài để trong tệp: --field tên=@tệp.txt
            """
    }

    private func words(of field: FormField) -> String {
        var values = field.options.filter { !$0.exits }.map(\.value)
        if field.kind == .subject { values = site.subjects.map(\.id) + [Subject.unsure] }
        let choice = values.isEmpty ? "" : ": \(values.joined(separator: ", "))"
        guard case .when(let other, let wanted) = field.required else { return field.shortLabel + choice }
        return "\(field.shortLabel)\(choice) (phải điền khi \(other) là \(wanted.joined(separator: ", ")))"
    }
}
