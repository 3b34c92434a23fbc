package import Foundation

/// A page of words: a standing page, a notice, a plan, a report.
package struct Page: Hashable, Sendable, Codable {
    package var slug: String
    package var title: String
    /// One sentence for search engines.
    package var description: String
    /// The division that keeps the page true.
    package var owner: String
    package var updated: CivilDate
    /// Past this day the page is to be reviewed.
    package var review: CivilDate?
    /// Public from here; always when nothing.
    package var published: Date?
    /// A language tag (BCP 47).
    package var language: String
    package var body: Prose
    /// An invented sample, only for rehearsals.
    package var isIllustration: Bool

    package init(
        slug: String, title: String, description: String, owner: String, updated: CivilDate, review: CivilDate?,
        published: Date?, language: String, body: Prose, isIllustration: Bool = false
    ) {
        self.slug = slug
        self.title = title
        self.description = description
        self.owner = owner
        self.updated = updated
        self.review = review
        self.published = published
        self.language = language
        self.body = body
        self.isIllustration = isIllustration
    }

    /// Whether readers may see the page at `instant`.
    package func isPublic(at instant: Date) -> Bool { published.map { $0 <= instant } ?? true }
}

/// The plan of an edition (kế hoạch): a page with the parts of an official document.
package struct Plan: Hashable, Sendable, Codable {
    package var page: Page
    /// The abstract under the word KẾ HOẠCH.
    package var documentTitle: String
    /// After the number, such as `KH-SKHCN`.
    package var numberSymbol: String
    /// Ids of legal references.
    package var legalBases: [String]
    /// The sentence before part I.
    package var opening: String

    package init(page: Page, documentTitle: String, numberSymbol: String, legalBases: [String], opening: String) {
        self.page = page
        self.documentTitle = documentTitle
        self.numberSymbol = numberSymbol
        self.legalBases = legalBases
        self.opening = opening
    }
}

/// The report of results (báo cáo kết quả): a page with facts that no register holds.
package struct ResultsReport: Hashable, Sendable, Codable {
    package struct Fact: Hashable, Sendable, Codable {
        package var label: String
        package var value: String

        package init(label: String, value: String) {
            self.label = label
            self.value = value
        }
    }

    package var page: Page
    package var facts: [Fact]
    /// People who came to the conference; nothing while nobody wrote it down.
    package var attended: Int?

    package init(page: Page, facts: [Fact], attended: Int? = nil) {
        self.page = page
        self.facts = facts
        self.attended = attended
    }
}
