package import Foundation

/// A question with its published answer (hỏi – đáp): what lists and checks need, as on a card.
///
/// The words themselves are read when a page is made, so that ten thousand answers need not stand in memory.
package struct Answer: Hashable, Sendable {
    package var slug: String
    package var series: AnswerSeries
    package var title: String
    /// A subject's id.
    package var subject: String
    /// The id of the division that answers.
    package var division: String
    package var outcome: Outcome
    /// The id of the body guided or escalated to.
    package var authority: String?
    package var kind: MatterKind
    package var asked: CivilDate
    /// Who asked, without a name: «Một hợp tác xã».
    package var asker: String
    package var answered: CivilDate
    package var published: Date
    /// The answer in one sentence.
    package var summary: String
    /// Ids of legal references, or free text.
    package var legalBases: [String]
    package var review: CivilDate?
    /// The matter answered; nothing for an illustration.
    package var matter: MatterID?
    /// SHA-256 of the bytes of the source file, in hexadecimal: what an approval is given to. It stands for the words
    /// wherever answers are compared.
    package var sourceDigest: String
    /// The path of the source file from the root of the checkout.
    package var sourcePath: String
    private let words: Words

    /// - Parameter words: Gives the question and the answer when they are asked for.
    package init(
        slug: String, series: AnswerSeries, title: String, subject: String, division: String, outcome: Outcome,
        authority: String?, kind: MatterKind, asked: CivilDate, asker: String, answered: CivilDate, published: Date,
        summary: String, legalBases: [String], review: CivilDate?, matter: MatterID?,
        sourceDigest: String, sourcePath: String, words: any AnswerTextSource
    ) {
        self.slug = slug
        self.series = series
        self.title = title
        self.subject = subject
        self.division = division
        self.outcome = outcome
        self.authority = authority
        self.kind = kind
        self.asked = asked
        self.asker = asker
        self.answered = answered
        self.published = published
        self.summary = summary
        self.legalBases = legalBases
        self.review = review
        self.matter = matter
        self.sourceDigest = sourceDigest
        self.sourcePath = sourcePath
        self.words = Words(source: words)
    }

    /// The question and the answer in full, read anew each time.
    ///
    /// - Throws: What the source says of words that are no longer there as they were.
    package func text() throws -> AnswerText { try words.source.text(of: self) }

    /// An invented sample: belongs to no matter, counts in no figure, only in rehearsals.
    package var isIllustration: Bool { matter == nil }

    /// The site path of its page.
    package var path: String {
        switch series {
        case .dialogue(let id): "/doi-thoai/\(id)/hoi-dap/\(slug)/"
        case .feedback: "/phan-anh/hoi-dap/\(slug)/"
        }
    }
}

extension Answer {
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
