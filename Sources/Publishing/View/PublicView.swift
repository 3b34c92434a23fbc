import Domain
import Foundation

/// What the public may see at one moment.
///
/// It holds no clock: pages are made of it alone, so they change at boundaries and at no other time.
struct PublicView: Sendable {
    let site: Site
    let purpose: Publication.Purpose
    /// Announced ones, newest first.
    var editions: [PublicEdition]
    /// Standing pages, by slug.
    let pages: [Page]
    /// Files to download with the answers to feedback.
    private(set) var feedbackDocuments: [DownloadFile] = []
    /// Newest publication first.
    let answers: [Answer]
    /// The same by subject.
    private let bySubject: [String: [Answer]]
    /// The same by folder.
    private let bySeries: [AnswerSeries: [Answer]]
    /// The same by the year of publication, newest first.
    let years: [(year: Int, answers: [Answer])]
    let tombstones: [AnswerGate.Tombstone]
    let feedback: FeedbackForm
    let redirects: [Redirect]
    let figures: Figures
    /// Ids of legal references that are no longer in force.
    let lapsed: Set<String>
    /// Paths of answers whose day of review is past.
    let outdated: Set<String>
    /// What changes next, and when; nothing when no date is ahead.
    let boundary: Boundary?

    var isRehearsal: Bool { purpose != .portal }
    /// The edition that the home page and the main items speak of.
    var currentEdition: PublicEdition? { editions.first }

    /// - Parameter passed: What the gate let through.
    init(_ publication: Publication, passed: AnswerGate.Passed) {
        let portal = publication.portal
        let now = publication.now
        let today = CivilDate(of: now)
        site = portal.site
        purpose = publication.purpose
        editions = portal.editions.map { PublicView.edition($0, at: now) }
            .filter { $0.phase > .upcoming }
            .sorted { ($1.schedule.announced, $1.dialogue.id) < ($0.schedule.announced, $0.dialogue.id) }
        pages = portal.pages.filter { $0.isPublic(at: now) }.sorted { $0.slug < $1.slug }
        answers = passed.answers
        bySubject = Dictionary(grouping: passed.answers, by: \.subject)
        bySeries = Dictionary(grouping: passed.answers, by: \.series)
        let byYear = Dictionary(grouping: passed.answers) { CivilDate(of: $0.published).year }
        years = byYear.sorted { $0.key > $1.key }.map { (year: $0.key, answers: $0.value) }
        tombstones = passed.tombstones
        feedback = portal.feedback
        redirects = portal.redirects
        figures = publication.figures
        lapsed = Set(portal.site.legalReferences.filter { $0.hasLapsed(by: today) }.map(\.id))
        outdated = Set(passed.answers.filter { $0.review.map { $0 < today } ?? false }.map(\.path))
        boundary = Boundary.next(of: portal, after: now)
    }

    private static func edition(_ edition: Edition, at now: Date) -> PublicEdition {
        PublicEdition(
            edition: edition, phase: edition.dialogue.schedule.phase(at: now),
            notice: edition.notice.isPublic(at: now) ? edition.notice : nil,
            plan: edition.plan.page.isPublic(at: now) ? edition.plan : nil,
            results: edition.results.flatMap { $0.page.isPublic(at: now) ? $0 : nil },
            isPastDue: edition.dialogue.schedule.answersDue < CivilDate(of: now))
    }

    func edition(_ id: String) -> PublicEdition? { editions.first { $0.dialogue.id == id } }
    /// Ids of the subjects that have answers, sorted.
    var answeredSubjects: [String] { bySubject.keys.sorted() }
    func answers(on subject: Subject) -> [Answer] { answers(onSubject: subject.id) }
    func answers(onSubject id: String) -> [Answer] { bySubject[id] ?? [] }

    func answers(in edition: PublicEdition) -> [Answer] { answers(in: .dialogue(edition.dialogue.id)) }
    func answers(in series: AnswerSeries) -> [Answer] { bySeries[series] ?? [] }

    /// What documents are made of.
    var documentSource: DocumentSource {
        DocumentSource(
            site: site,
            editions: editions.map { edition in
                DocumentSource.OfEdition(
                    edition: edition.edition, isNoticePublic: edition.notice != nil, isPlanPublic: edition.plan != nil,
                    answers: answers(in: edition))
            }, feedbackAnswers: answers(in: .feedback))
    }

    mutating func add(_ downloads: Downloads) {
        feedbackDocuments = downloads.ofFeedback
        for index in editions.indices {
            editions[index].documents = downloads.ofEditions[editions[index].dialogue.id] ?? []
        }
    }
}
