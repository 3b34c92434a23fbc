import Domain
import Foundation
import Yams

/// Reads a form definition (`phieu-dang-ky.md`, `phan-anh/phieu.md`) and its guidance.
struct FormReader {
    struct Definition {
        var form: FormDefinition
        /// One sentence for search engines; empty for none.
        var description: String
        var guidance: Prose
        /// Invented answers by field, for a form that shows how to fill it in.
        var sample: [String: String]
    }

    let source: SourceFile
    /// Which form this is through all its revisions.
    let id: String
    /// The roles that must be there, each once.
    let needed: [FormField.Role]
    let site: Site?

    static func registration(_ source: SourceFile, edition: String, site: Site?) -> FormReader {
        FormReader(
            source: source, id: "dang-ky-\(edition)",
            needed: FormField.Role.allCases.filter { $0 != .matter }, site: site)
    }

    static func feedback(_ source: SourceFile, site: Site?) -> FormReader {
        FormReader(
            source: source, id: "phan-anh", needed: [.complaint, .name, .telephone, .email, .subject], site: site)
    }

    func read() -> PageReader.Read<Definition?> {
        PageReader.read(source, mayBeEmpty: true) { reader, body in
            reader.readAcceptances()
            let form = form(reader)
            return Definition(
                form: form, description: reader.text("description", or: ""), guidance: body,
                sample: sample(reader, of: form))
        }
    }

    private func form(_ reader: MappingReader) -> FormDefinition {
        let names = UniqueNames("ô")
        var places: [FormCheck.Placed] = []
        let parts = reader.list("parts") { part in
            FormPart(
                legend: part.text("legend"),
                fields: part.list("fields") { field in
                    let placed = FormFieldReader(reader: field).read(names: names)
                    places.append(placed)
                    return placed.field
                })
        }
        let form = FormDefinition(
            id: id, title: reader.text("title"), about: reader.lines("about"), addressee: reader.text("addressee"),
            owner: reader.reference("owner", to: .divisions(site)), updated: reader.day("updated") ?? .unread,
            opening: reader.lines("opening"), footnote: reader.lines("footnote", or: ""), parts: parts,
            atLeastOne: atLeastOne(reader, fields: places.map(\.field.name)))
        if !places.isEmpty { FormCheck(fields: places, form: reader, needed: needed).run() }
        return form
    }

    private func atLeastOne(_ reader: MappingReader, fields: [String]) -> [FormDefinition.AtLeastOne] {
        let known = KnownNames(kind: "ô", home: "parts ở trên", all: fields.isEmpty ? nil : fields)
        return reader.list("at-least-one", required: false) { rule in
            let members = rule.texts("fields", required: true)
            for member in members where !known.contains(member.value) {
                rule.report(.unknownName(member.value, names: known), at: member.node)
            }
            if members.count == 1 { rule.report(.loneAlternative, at: "fields") }
            return FormDefinition.AtLeastOne(fields: members.map(\.value), message: rule.text("message"))
        }
    }

    private func sample(_ reader: MappingReader, of form: FormDefinition) -> [String: String] {
        let fields = KnownNames(kind: "ô", home: "parts ở trên", all: form.fields.map(\.name))
        let pairs = reader.list("sample", required: false) { line in
            let name = line.reference("field", to: fields)
            let field = form.field(named: name)
            guard let options = field?.options, !options.isEmpty else { return (name, line.text("value")) }
            let known = KnownNames(kind: "mục chọn", home: "options của ô `\(name)`", all: options.map(\.value))
            return (name, line.reference("value", to: known))
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
