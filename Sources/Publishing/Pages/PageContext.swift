import Cryptography
import Domain
import Theme

/// What pages are made of besides their own subject: the words of `site.yaml`, what has lapsed, the theme's ids.
///
/// Its digest stands in the key of every page made of it, so a page that sees no more than this and its own values
/// can never be older than them.
struct PageContext: Sendable {
    let site: Site
    /// Ids of legal references that are no longer in force.
    let lapsed: Set<String>
    /// Ids that templates of the theme give to their own parts.
    let templateIDs: Set<String>
    /// Those of the site, ready to be looked for.
    let shortForms: ShortForms
    /// Of all of these.
    let digest: SHA256Digest

    init(site: Site, lapsed: Set<String>, theme: Theme) throws {
        self.site = site
        self.lapsed = lapsed
        templateIDs = Self.ids(in: theme)
        shortForms = ShortForms(site.abbreviations)
        var key = KeyWriter("context")
        try key.add(encoding: site)
        key.add(lapsed.sorted()) { $0.add($1) }
        key.add(templateIDs.sorted()) { $0.add($1) }
        digest = key.key
    }

    /// Every id that is written out in a template.
    private static func ids(in theme: Theme) -> Set<String> {
        let parts = theme.sources.values.flatMap { $0.split(separator: " id=\"").dropFirst() }
        return Set(parts.map { String($0.prefix { $0 != "\"" }) }.filter { !$0.contains("{") })
    }
}

/// A maker of pages that sees a context, with the words and records that several pages show.
protocol InContext {
    var context: PageContext { get }
}

extension InContext {
    var site: Site { context.site }

    /// A *question* of a list.
    func question(_ answer: Answer, about: String) -> ThemeValue {
        [
            "title": .text(answer.title), "href": .text(answer.path), "badge": .badge(answer.outcome),
            "about": .text(answer.isIllustration ? about + " (minh họa)" : about),
            "time": .figures(CivilDate(of: answer.published)),
        ]
    }

    func questions(_ answers: [Answer], byDivision: Bool = false) -> ThemeValue {
        .list(answers.map { question($0, about: byDivision ? divisionName($0.division) : subjectName($0.subject)) })
    }

    /// «11 câu trả lời»; the words for none.
    func count(_ number: Int) -> String {
        number == 0 ? "Chưa có câu trả lời" : "\(VietnameseNumber.figures(number)) câu trả lời"
    }

    func subjectName(_ id: String) -> String {
        id == Subject.unsure ? Subject.unsureLabel : site.subject(id)?.name ?? id
    }

    func divisionName(_ id: String) -> String {
        id.isEmpty ? "Chưa giao phòng, đơn vị nào" : site.division(id)?.name ?? id
    }

    /// A legal basis as a citation, with the day it lapsed.
    func legalBasis(_ idOrText: String) -> String {
        guard let reference = site.legalReference(idOrText) else { return idOrText }
        guard context.lapsed.contains(reference.id), let day = reference.to else { return reference.citation }
        return "\(reference.citation) (hết hiệu lực từ ngày \(VietnameseDate.figures(day)))"
    }

    /// A walk of prose for one page.
    ///
    /// - Parameter form: The form that stands on the same page, whose controls bear the names of its fields.
    func prose(
        numbering: ProseHTML.Numbering = .none, headingShift: Int = 0, form: FormDefinition? = nil
    ) -> ProseHTML {
        let fields = Set(form?.fields.map(\.name) ?? [])
        return ProseHTML(
            shortForms: context.shortForms, baseURL: site.baseURL, numbering: numbering, headingShift: headingShift,
            reserved: context.templateIDs.union(fields))
    }

    /// Text outside prose with short forms spelled out, as text.
    func spelledOut(_ text: String) -> String {
        var abbreviations = Abbreviations(context.shortForms)
        return abbreviations.pieces(of: text, in: text).map { piece in
            switch piece {
            case .text(let text): String(text)
            case .short(let short, let words, let isExplained): isExplained ? short : "\(short) (\(words))"
            }
        }.joined()
    }
}
