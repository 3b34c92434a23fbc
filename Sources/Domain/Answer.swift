package import Foundation

/// A question with its published answer (hỏi – đáp).
package struct Answer: Hashable, Sendable, Codable {
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
    /// The sender's words: data, never mark-up.
    package var question: String
    package var body: Prose
    /// SHA-256 of the bytes of the source file, in hexadecimal: what an approval is given to.
    package var sourceDigest: String
    /// The path of the source file from the root of the checkout.
    package var sourcePath: String

    package init(
        slug: String, series: AnswerSeries, title: String, subject: String, division: String, outcome: Outcome,
        authority: String?, kind: MatterKind, asked: CivilDate, asker: String, answered: CivilDate, published: Date,
        summary: String, legalBases: [String], review: CivilDate?, matter: MatterID?, question: String, body: Prose,
        sourceDigest: String, sourcePath: String
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
        self.question = question
        self.body = body
        self.sourceDigest = sourceDigest
        self.sourcePath = sourcePath
    }

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

/// The folder an answer stands in.
package enum AnswerSeries: Hashable, Sendable, Codable {
    case dialogue(String)
    case feedback
}
