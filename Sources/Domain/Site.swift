/// What `site.yaml` holds: the agency and everything that is true across editions.
package struct Site: Hashable, Sendable, Codable {
    package var title: String
    /// Scheme and host, no trailing slash.
    package var baseURL: String
    package var agency: Agency
    package var divisions: [Division]
    package var subjects: [Subject]
    /// Short form → full words, spelled out at first use on each page.
    package var abbreviations: [String: String]
    /// Telephone numbers and addresses that may be published.
    package var publicContacts: [String]
    package var authorities: [Authority]
    package var holidays: [CivilDate]
    package var legalReferences: [LegalReference]

    package init(
        title: String, baseURL: String, agency: Agency, divisions: [Division], subjects: [Subject],
        abbreviations: [String: String], publicContacts: [String], authorities: [Authority],
        holidays: [CivilDate], legalReferences: [LegalReference]
    ) {
        self.title = title
        self.baseURL = baseURL
        self.agency = agency
        self.divisions = divisions
        self.subjects = subjects
        self.abbreviations = abbreviations
        self.publicContacts = publicContacts
        self.authorities = authorities
        self.holidays = holidays
        self.legalReferences = legalReferences
    }

    package func division(_ id: String) -> Division? { divisions.first { $0.id == id } }
    package func subject(_ id: String) -> Subject? { subjects.first { $0.id == id } }
    package func authority(_ id: String) -> Authority? { authorities.first { $0.id == id } }
    package func legalReference(_ id: String) -> LegalReference? { legalReferences.first { $0.id == id } }
}

/// The agency that holds the dialogue.
package struct Agency: Hashable, Sendable, Codable {
    package var name: String
    package var fullName: String
    package var parent: String
    /// The place written before the date in documents.
    package var place: String
    /// The abbreviation in document numbers, such as `SKHCN`.
    package var symbol: String
    package var address: String
    package var email: String
    /// Empty when the agency publishes none.
    package var telephone: String
    package var officeHours: String

    package init(
        name: String, fullName: String, parent: String, place: String, symbol: String, address: String,
        email: String, telephone: String, officeHours: String
    ) {
        self.name = name
        self.fullName = fullName
        self.parent = parent
        self.place = place
        self.symbol = symbol
        self.address = address
        self.email = email
        self.telephone = telephone
        self.officeHours = officeHours
    }
}

/// A division or unit of the department (phòng, đơn vị thuộc Sở): who answers.
package struct Division: Hashable, Sendable, Codable {
    package var id: String
    package var name: String
    package var duty: String

    package init(id: String, name: String, duty: String) {
        self.id = id
        self.name = name
        self.duty = duty
    }
}

/// One of the department's fields (lĩnh vực).
package struct Subject: Hashable, Sendable, Codable {
    package var id: String
    package var slug: String
    package var name: String
    package var examples: String
    /// The division that answers by default.
    package var division: String

    package init(id: String, slug: String, name: String, examples: String, division: String) {
        self.id = id
        self.slug = slug
        self.name = name
        self.examples = examples
        self.division = division
    }

    /// The choice of a sender who is not sure: the office classifies.
    package static let unsure = "chua-ro"
    package static let unsureLabel = "Chưa rõ"
}

/// A body outside the department to which matters are guided or escalated.
package struct Authority: Hashable, Sendable, Codable {
    package var id: String
    package var name: String

    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}

/// A legal document with the days it is in force.
package struct LegalReference: Hashable, Sendable, Codable {
    package var id: String
    package var type: String
    package var number: String
    package var date: CivilDate
    package var issuer: String
    package var title: String
    package var from: CivilDate
    /// The day it lapsed; nothing while in force.
    package var to: CivilDate?

    package init(
        id: String, type: String, number: String, date: CivilDate, issuer: String, title: String,
        from: CivilDate, to: CivilDate?
    ) {
        self.id = id
        self.type = type
        self.number = number
        self.date = date
        self.issuer = issuer
        self.title = title
        self.from = from
        self.to = to
    }

    /// The full form of a first mention: «Quyết định số 42/QĐ-UBND ngày 31/12/2019 của UBND tỉnh Bắc Kạn …».
    ///
    /// A law bears its name before its number: «Luật Đo lường số 04/2011/QH13 ngày 11/11/2011 của Quốc hội».
    package var citation: String {
        let source = "số \(number) ngày \(VietnameseDate.figures(date)) của \(issuer)"
        return ["Luật", "Bộ luật", "Pháp lệnh"].contains(type)
            ? "\(type) \(title) \(source)" : "\(type) \(source) \(title)"
    }
}
