import Documents
import Domain
import Foundation
import Register

/// The register as a table for the office: a row for each matter, with what the form lets out.
///
/// Text of sealed matters is not in it; the row stays, so that numbers run without gaps.
struct RegisterExport {
    /// A field of one or more form definitions, known by its name.
    private struct Field {
        var name: String
        var label: String
        var width: Int
    }

    let session: OfficeSession
    let registrations: [Registration]
    private let forms: [String: FormDefinition]
    private let fields: [Field]
    private let drafted: Set<MatterID>

    init(_ registrations: [Registration], session: OfficeSession) throws {
        self.session = session
        self.registrations = registrations
        drafted = try session.register.draftedMatters()
        var forms: [String: FormDefinition] = [:]
        var fields: [Field] = []
        // The newest definition gives the words; a field that only an older one has keeps its place behind.
        for digest in registrations.reversed().map(\.formDigest) where forms[digest] == nil {
            let form = try session.register.form(digest: digest)
            forms[digest] = form
            for field in form.fields where field.isListed && !fields.contains(where: { $0.name == field.name }) {
                fields.append(Field(name: field.name, label: field.shortLabel, width: field.isMultiline ? 36 : 22))
            }
        }
        self.forms = forms
        self.fields = fields
    }

    // MARK: For people

    func sheet(title: String, on day: CivilDate) -> Sheet {
        let first = [("Số phiếu", 12), ("Nội dung", 14), ("Nhận lúc", 17), ("Nhận qua", 16), ("Đến muộn", 10)]
        let last = [
            ("Phần của phiếu", 24), ("Chữ của nội dung", 60), ("Lĩnh vực đã xếp", 26), ("Phòng, đơn vị", 26),
            ("Tình trạng", 22), ("Ngày có kết quả", 16), ("Chung kết quả với", 16),
        ]
        return Sheet(
            title: title, author: session.site.agency.fullName, date: day, name: "Sổ tiếp nhận",
            columns: first.map { Sheet.Column($0.0, width: $0.1) }
                + fields.map { Sheet.Column($0.label, width: $0.width) } + last.map { Sheet.Column($0.0, width: $0.1) },
            rows: registrations.flatMap { registration in registration.matters.map { row(of: $0, in: registration) } })
    }

    private func row(of matter: Matter, in registration: Registration) -> [String] {
        let form = forms[registration.formDigest]
        let part = form?.field(named: matter.field)
        let first = [
            registration.number?.description ?? "", matter.id.description,
            VietnameseDate.column(registration.receivedAt),
            registration.channel.label, registration.isLate ? "có" : "",
        ]
        let last = [
            part?.shortLabel ?? matter.field, text(of: matter, part), session.subject(matter.subject),
            matter.division.map(session.division) ?? "", matter.state(drafted: drafted),
            matter.outcomeAt.map { VietnameseDate.figures(CivilDate(of: $0)) } ?? "", matter.sameAs?.description ?? "",
        ]
        return first + fields.map { words(of: $0, in: registration, form) } + last
    }

    private func words(of field: Field, in registration: Registration, _ form: FormDefinition?) -> String {
        // Exported by one definition, kept back by another: each registration goes by its own.
        guard let own = form?.field(named: field.name), own.isListed else { return "" }
        let value = registration.answers[field.name]
        return own.kind == .subject && !value.isEmpty ? session.subject(value) : own.label(of: value)
    }

    private func text(of matter: Matter, _ part: FormField?) -> String {
        if matter.isSealed { return "(đã niêm phong)" }
        return part?.isExported == false ? "" : matter.text
    }

    // MARK: For programs

    /// A matter with what was filled in beside it: values as stored, by the names of fields.
    struct Line: Encodable {
        var number: String?
        var reference: String
        var channel: Channel
        var receivedAt: Date
        var isLate: Bool
        var answers: [String: String]
        var matter: ListedMatter
    }

    var lines: [Line] {
        registrations.flatMap { registration in
            let form = forms[registration.formDigest]
            let listed = Set(form?.fields.filter(\.isListed).map(\.name) ?? [])
            return registration.matters.map { matter in
                var listedMatter = ListedMatter(matter, drafted: drafted)
                if form?.field(named: matter.field)?.isExported == false { listedMatter.text = "" }
                return Line(
                    number: registration.number?.description, reference: registration.reference.description,
                    channel: registration.channel, receivedAt: registration.receivedAt, isLate: registration.isLate,
                    answers: registration.answers.values.filter { listed.contains($0.key) }, matter: listedMatter)
            }
        }
    }
}

extension FormField {
    /// Has a column of its own: matters have rows.
    fileprivate var isListed: Bool { isExported && role != .matter }
}
