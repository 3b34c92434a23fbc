import Domain
import Foundation
import Yams

/// Reads the pages of words: standing pages, notices, plans and reports of results.
enum PageReader {
    /// What a page file gives: the page and what its text links to.
    struct Read<Value> {
        var value: Value
        /// Nothing when the text could not be found in the file.
        var passage: Passage?
    }

    static func page(_ source: SourceFile, slug: String, site: Site?) -> Read<Page?> {
        read(source) { reader, body in page(reader, slug: slug, site: site, body: body) }
    }

    static func notice(_ source: SourceFile, edition: String, site: Site?) -> Read<Page?> {
        read(source) { reader, body in
            reader.readAcceptances()
            return page(reader, slug: "doi-thoai-\(edition)", site: site, body: body)
        }
    }

    static func plan(_ source: SourceFile, site: Site?) -> Read<Plan?> {
        read(source) { reader, body in
            reader.readAcceptances()
            let page = page(reader, slug: "ke-hoach", site: site, body: body)
            let bases = reader.texts("legal-bases", required: true)
            let known = KnownNames.legalReferences(site)
            for base in bases where !known.contains(base.value) {
                reader.report(.unknownName(base.value, names: known), at: base.node)
            }
            return Plan(
                page: page, documentTitle: reader.text("document-title"), numberSymbol: reader.text("number-symbol"),
                legalBases: bases.map(\.value), opening: reader.text("opening"))
        }
    }

    static func results(_ source: SourceFile, site: Site?) -> Read<ResultsReport?> {
        read(source) { reader, body in
            reader.readAcceptances()
            _ = reader.required("published")
            let page = page(reader, slug: "ket-qua", site: site, body: body)
            var facts = reader.list("facts", required: false) {
                ResultsReport.Fact(label: $0.text("label"), value: $0.text("value"))
            }
            let attended = reader.integer("attended")
            if let attended {
                facts.insert(ResultsReport.Fact(label: "Số người dự", value: String(attended)), at: 0)
            }
            return ResultsReport(page: page, facts: facts, attended: attended)
        }
    }

    /// Reads the two halves of a Markdown file.
    ///
    /// - Parameter mayBeEmpty: Whether the text may be left out.
    static func read<Value>(
        _ source: SourceFile, mayBeEmpty: Bool = false, _ read: (MappingReader, Prose) -> Value
    ) -> Read<Value?> {
        guard let parts = FrontMatter(of: source) else { return Read(value: nil, passage: nil) }
        let passage = ProseReader.read(parts.body, of: source)
        if !mayBeEmpty, !parts.hasBody { source.report(.emptyBody, line: source.lines.count, column: 1) }
        guard let reader = YAMLDocument.open(parts.yaml, of: source) else {
            return Read(value: nil, passage: passage)
        }
        defer { reader.close() }
        return Read(value: read(reader, passage.prose), passage: passage)
    }

    private static func page(_ reader: MappingReader, slug: String, site: Site?, body: Prose) -> Page {
        let updated = reader.day("updated")
        return Page(
            slug: slug, title: reader.text("title"), description: reader.text("description"),
            owner: reader.reference("owner", to: .divisions(site)), updated: updated ?? .unread,
            review: review(reader, after: updated), published: reader.optionalInstant("published"),
            language: language(reader), body: body, isIllustration: reader.flag("illustration") ?? false)
    }

    /// The optional day of review; from the day after, the page is reported.
    static func review(_ reader: MappingReader, after written: CivilDate?) -> CivilDate? {
        guard let review = reader.optionalDay("review") else { return nil }
        if let written, review <= written {
            reader.report(.reviewTooEarly, at: "review")
        } else {
            reader.report(.pastReview(review), at: "review", from: review.adding(days: 1))
        }
        return review
    }

    private static func language(_ reader: MappingReader) -> String {
        let language = reader.text("lang", or: "vi")
        if !["vi", "en"].contains(language) {
            reader.report(.notAChoice(language, key: "lang", among: ["vi", "en"]), at: "lang")
        }
        return language
    }
}
