package import Foundation

/// A question with its published answer (hỏi – đáp): what lists and checks need, as on a card.
///
/// The words themselves are read when a page is made, so that ten thousand answers need not stand in memory. Lists of
/// them are sorted, grouped and handed on all the time: a copy shares one card.
package struct Answer: Hashable, Sendable {
    private var card: Card

    /// - Parameter words: Gives the question and the answer when they are asked for.
    package init(
        slug: String, series: AnswerSeries, title: String, subject: String, division: String, outcome: Outcome,
        authority: String?, kind: MatterKind, asked: CivilDate, asker: String, answered: CivilDate, published: Date,
        summary: String, legalBases: [String], review: CivilDate?, matter: MatterID?,
        sourceDigest: String, sourcePath: String, words: any AnswerTextSource
    ) {
        card = Card(
            Facts(
                slug: slug, series: series, title: title, subject: subject, division: division, outcome: outcome,
                authority: authority, kind: kind, asked: asked, asker: asker, answered: answered, published: published,
                summary: summary, legalBases: legalBases, review: review, matter: matter, sourceDigest: sourceDigest,
                sourcePath: sourcePath, words: Words(source: words)))
    }

    package var slug: String {
        get { card.facts.slug }
        set { change(\.slug, to: newValue) }
    }
    package var series: AnswerSeries {
        get { card.facts.series }
        set { change(\.series, to: newValue) }
    }
    package var title: String {
        get { card.facts.title }
        set { change(\.title, to: newValue) }
    }
    /// A subject's id.
    package var subject: String {
        get { card.facts.subject }
        set { change(\.subject, to: newValue) }
    }
    /// The id of the division that answers.
    package var division: String {
        get { card.facts.division }
        set { change(\.division, to: newValue) }
    }
    package var outcome: Outcome {
        get { card.facts.outcome }
        set { change(\.outcome, to: newValue) }
    }
    /// The id of the body guided or escalated to.
    package var authority: String? {
        get { card.facts.authority }
        set { change(\.authority, to: newValue) }
    }
    package var kind: MatterKind {
        get { card.facts.kind }
        set { change(\.kind, to: newValue) }
    }
    package var asked: CivilDate {
        get { card.facts.asked }
        set { change(\.asked, to: newValue) }
    }
    /// Who asked, without a name: «Một hợp tác xã».
    package var asker: String {
        get { card.facts.asker }
        set { change(\.asker, to: newValue) }
    }
    package var answered: CivilDate {
        get { card.facts.answered }
        set { change(\.answered, to: newValue) }
    }
    package var published: Date {
        get { card.facts.published }
        set { change(\.published, to: newValue) }
    }
    /// The answer in one sentence.
    package var summary: String {
        get { card.facts.summary }
        set { change(\.summary, to: newValue) }
    }
    /// Ids of legal references, or free text.
    package var legalBases: [String] {
        get { card.facts.legalBases }
        set { change(\.legalBases, to: newValue) }
    }
    package var review: CivilDate? {
        get { card.facts.review }
        set { change(\.review, to: newValue) }
    }
    /// The matter answered; nothing for an illustration.
    package var matter: MatterID? {
        get { card.facts.matter }
        set { change(\.matter, to: newValue) }
    }
    /// SHA-256 of the bytes of the source file, in hexadecimal: what an approval is given to. It stands for the words
    /// wherever answers are compared.
    package var sourceDigest: String {
        get { card.facts.sourceDigest }
        set { change(\.sourceDigest, to: newValue) }
    }
    /// The path of the source file from the root of the checkout.
    package var sourcePath: String {
        get { card.facts.sourcePath }
        set { change(\.sourcePath, to: newValue) }
    }

    /// The site path of its page.
    package var path: String { card.path }

    /// An invented sample: belongs to no matter, counts in no figure, only in rehearsals.
    package var isIllustration: Bool { card.facts.matter == nil }

    /// Whether it stands before `other` in a list: newest publication first, then by slug.
    package func isBefore(_ other: Answer) -> Bool {
        // Times nearly always differ; a comparison of texts costs ten times as much.
        if published != other.published { return published > other.published }
        return (slug, path) < (other.slug, other.path)
    }

    /// The question and the answer in full, read anew each time.
    ///
    /// - Throws: What the source says of words that are no longer there as they were.
    package func text() throws -> AnswerText { try card.facts.words.source.text(of: self) }

    package static func == (left: Answer, right: Answer) -> Bool {
        left.card === right.card || left.card.facts == right.card.facts
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(card.facts) }

    private mutating func change<Value>(_ field: WritableKeyPath<Facts, Value>, to value: Value) {
        var facts = card.facts
        facts[keyPath: field] = value
        card = Card(facts)
    }
}

extension Answer {
    private final class Card: Sendable {
        let facts: Facts
        /// Asked for by every list, link and check.
        let path: String

        init(_ facts: Facts) {
            self.facts = facts
            path =
                switch facts.series {
                case .dialogue(let id): "/doi-thoai/\(id)/hoi-dap/\(facts.slug)/"
                case .feedback: "/phan-anh/hoi-dap/\(facts.slug)/"
                }
        }
    }

    private struct Facts: Hashable, Sendable {
        var slug: String
        var series: AnswerSeries
        var title: String
        var subject: String
        var division: String
        var outcome: Outcome
        var authority: String?
        var kind: MatterKind
        var asked: CivilDate
        var asker: String
        var answered: CivilDate
        var published: Date
        var summary: String
        var legalBases: [String]
        var review: CivilDate?
        var matter: MatterID?
        var sourceDigest: String
        var sourcePath: String
        var words: Words
    }

    /// Where the words come from says nothing about them: ``Answer/sourceDigest`` does.
    private struct Words: Hashable, Sendable {
        let source: any AnswerTextSource

        static func == (left: Words, right: Words) -> Bool { true }
        func hash(into hasher: inout Hasher) {}
    }
}

/// The folder an answer stands in.
package enum AnswerSeries: Hashable, Sendable, Codable {
    case dialogue(String)
    case feedback
}
