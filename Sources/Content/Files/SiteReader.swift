import Domain
import Foundation
import Yams

/// Reads `content/site.yaml`.
enum SiteReader {
    /// Nothing when the file is no mapping at all.
    static func read(_ source: SourceFile) -> Site? {
        guard let reader = YAMLDocument.open(source.text, of: source) else { return nil }
        defer { reader.close() }
        let divisions = divisions(reader)
        let agency = reader.mapping("agency", agency)
        let site = Site(
            title: reader.text("title"), baseURL: baseURL(reader), agency: agency ?? .unread, divisions: divisions,
            subjects: subjects(reader, divisions: divisions.map(\.id)), abbreviations: abbreviations(reader),
            publicContacts: reader.texts("public-contacts", required: true).map(\.value),
            authorities: authorities(reader), holidays: holidays(reader), legalReferences: legalReferences(reader))
        if agency != nil { checkContacts(of: site, reader) }
        return site
    }

    private static func baseURL(_ reader: MappingReader) -> String {
        let text = reader.text("base-url")
        let host = ["https://", "http://"].first(where: text.hasPrefix).map { text.dropFirst($0.count) }
        let isPlain = host.map { !$0.isEmpty && !$0.contains { "/?# ".contains($0) } } ?? false
        if !text.isEmpty, !isPlain { reader.report(.baseURL, at: "base-url") }
        return text
    }

    private static func agency(_ reader: MappingReader) -> Agency {
        let agency = Agency(
            name: reader.text("name"), fullName: reader.text("full-name"), parent: reader.text("parent"),
            place: reader.text("place"), symbol: reader.text("symbol"), address: reader.text("address"),
            email: reader.text("email"), telephone: reader.text("telephone", mayBeEmpty: true),
            officeHours: reader.text("office-hours"))
        if !agency.email.isEmpty, EmailAddress.problem(with: agency.email) != nil {
            reader.report(.notAnEmail(agency.email), at: "email")
        }
        return agency
    }

    private static func divisions(_ reader: MappingReader) -> [Division] {
        let ids = UniqueNames("phòng, đơn vị")
        return reader.list("divisions") {
            Division(id: $0.name("id", uniqueIn: ids), name: $0.text("name"), duty: $0.text("duty"))
        }
    }

    private static func subjects(_ reader: MappingReader, divisions: [String]) -> [Subject] {
        let ids = UniqueNames("lĩnh vực")
        let slugs = UniqueNames("lĩnh vực", word: "địa chỉ")
        let known = KnownNames(
            kind: "phòng, đơn vị", home: "divisions ở trên", all: divisions.isEmpty ? nil : divisions)
        return reader.list("subjects") { item in
            let subject = Subject(
                id: item.name("id", uniqueIn: ids), slug: item.name("slug", uniqueIn: slugs), name: item.text("name"),
                examples: item.text("examples"), division: item.reference("division", to: known))
            if subject.id == Subject.unsure { item.report(.reservedName(subject.id), at: "id") }
            return subject
        }
    }

    private static func abbreviations(_ reader: MappingReader) -> [String: String] {
        Dictionary(reader.pairs("abbreviations").map { ($0.key, $0.value) }) { first, _ in first }
    }

    private static func authorities(_ reader: MappingReader) -> [Authority] {
        let ids = UniqueNames("cơ quan")
        return reader.list("authorities", required: false) {
            Authority(id: $0.name("id", uniqueIn: ids), name: $0.text("name"))
        }
    }

    private static func holidays(_ reader: MappingReader) -> [CivilDate] {
        var seen: Set<CivilDate> = []
        return reader.days("holidays").map { item in
            if !seen.insert(item.value).inserted { reader.report(.repeatedHoliday(item.value), at: item.node) }
            return item.value
        }
    }

    private static func legalReferences(_ reader: MappingReader) -> [LegalReference] {
        let ids = UniqueNames("văn bản")
        return reader.list("legal-references", required: false) { item in
            let from = item.day("from")
            let to = item.optionalDay("to")
            if let from, let to, to < from { item.report(.endsBeforeBeginning, at: "to") }
            return LegalReference(
                id: item.name("id", uniqueIn: ids), type: item.text("type"), number: item.text("number"),
                date: item.day("date") ?? .unread, issuer: item.text("issuer"), title: item.text("title"),
                from: from ?? .unread, to: to)
        }
    }

    /// The privacy rule stops a build that publishes a contact not listed; the agency's own stand on every page.
    private static func checkContacts(of site: Site, _ reader: MappingReader) {
        guard !site.publicContacts.isEmpty else { return }
        for contact in [site.agency.email, site.agency.telephone] where !contact.isEmpty {
            if !site.publicContacts.contains(contact) {
                reader.report(.contactNotPublic(contact), at: "public-contacts")
            }
        }
    }
}

extension Agency {
    /// Stands where none could be read.
    fileprivate static let unread = Agency(
        name: "", fullName: "", parent: "", place: "", symbol: "", address: "", email: "", telephone: "",
        officeHours: "")
}
