import Cryptography
import Domain
import Foundation

/// Reads the files of `content/` in the order they need one another.
final class PortalReader {
    private let folder: ContentFolder
    private let inspection: Inspection
    private let sources: ContentSources
    private let files: SortedFiles
    private let cache: ContentCache?
    private let jobs: Int
    private let lints: Bool
    /// How many answer files had to be parsed.
    private(set) var parsedAnswers = 0
    private var site: Site?
    /// SHA-256 of the text of `site.yaml`.
    private var siteDigest: SHA256Digest?
    private var map = SiteMap()

    init(folder: ContentFolder, inspection: Inspection, cache: ContentCache? = nil, jobs: Int, lints: Bool) {
        self.lints = lints
        self.cache = cache
        self.folder = folder
        self.jobs = jobs
        self.inspection = inspection
        files = FileSorter(inspection: inspection).sort(folder)
        sources = ContentSources(folder: folder, parts: files.parts, inspection: inspection)
    }

    /// Nothing when a part that everything needs is missing; that is reported.
    func read() -> Portal? {
        // Without the folder, every file of it would be reported as missing.
        guard !folder.unreadable.contains("content") else { return nil }
        let siteFile = sources.required(.site, what: "cơ quan, phòng, lĩnh vực")
        siteDigest = siteFile.map { SHA256Digest(of: $0.text) }
        site = siteFile.flatMap(SiteReader.read)
        map.addSubjects(of: site)
        let officeFile = sources.required(.office, what: "ai được làm gì trên sổ")
        let officers = officeFile.map { OfficeReader.read($0, site: site) }
        let feedback = feedback()
        let editions = editions()
        let answers = answers()
        let pages = pages()
        let redirects = sources.source(.redirects).map { RedirectReader.checked(RedirectReader.read($0), map) } ?? []
        map.add(redirects)
        var links = LinkCheck(map: map, report: report)
        links.run()
        guard let site, let feedback else { return nil }
        return Portal(
            site: site, officers: officers ?? [], editions: editions, feedback: feedback,
            pages: pages, answers: answers, redirects: redirects)
    }

    /// Notes a fault that only several files together show; the file is opened once more for its line.
    private func report(_ fault: Fault, in path: String, link: Passage.Link) {
        if let source = folder.entry(path).flatMap(sources.open) {
            source.report(fault, line: link.line, column: link.column)
        }
    }

    // MARK: Parts

    private func feedback() -> FeedbackForm? {
        guard let source = sources.required(.feedbackForm, what: "mẫu phản ánh, kiến nghị") else { return nil }
        let read = FormReader.feedback(source, site: site).read()
        map.add("/phan-anh/", source, read.passage)
        if lints { LintRun.checkFeedback(source) }
        return read.value.map { FeedbackForm(form: $0.form, description: $0.description, guidance: $0.guidance) }
    }

    /// Editions know nothing of one another, and to read their forms takes long.
    private func editions() -> [Edition] {
        let (folder, parts, site) = (folder, files.parts, site)
        let isSound = !inspection.hasErrors(in: ContentPath.site.path)
        let lint = lints ? site.map { EditionLint(site: $0, isSound: isSound) } : nil
        let read = files.editions.sorted().mapInParallel(jobs: jobs, atLeast: 2) { id in
            EditionReader.read(id, of: folder, parts, site: site, lint: lint)
        }
        for part in read {
            inspection.add(part.findings)
            map.add(part.map)
        }
        return read.compactMap(\.edition)
    }

    private func answers() -> [Answer] {
        var matters: [MatterID: String] = [:]
        let key = cache?.key(site: siteDigest)
        let reader = AnswersReader(folder: folder, site: site, jobs: jobs)
        let outcomes = reader.read(files.answers, cache: cache, key: key)
        parsedAnswers = outcomes.count { $0.source == .file }
        map.reserve(outcomes.count)
        for outcome in outcomes {
            let answer = outcome.facts
            inspection.add(answer.findings)
            map.add(answer)
            if let matter = answer.card?.matter, let other = matters.updateValue(answer.path, forKey: matter) {
                let source = sources.open(answer.file.entry)
                source?.report(.matterAnsweredTwice("\(matter)", in: other), atKey: "matter")
            }
        }
        return sorted(outcomes.map(\.facts))
    }

    /// By publication, slug and path.
    private func sorted(_ answers: [AnswerFacts]) -> [Answer] {
        let timed = answers.map { (time: $0.card?.published ?? .unread, answer: $0) }
        let sorted = timed.sorted { left, right in
            if left.time != right.time { return left.time < right.time }
            let order = left.answer.file.slug.bytewiseOrder(to: right.answer.file.slug)
            return order == 0 ? left.answer.address < right.answer.address : order < 0
        }
        return sorted.compactMap(\.answer.card)
    }

    private func pages() -> [Page] {
        files.pages.compactMap { slug, entry -> Page? in
            guard let source = sources.open(entry) else { return nil }
            let read = PageReader.page(source, slug: slug, site: site)
            if map.isTaken("/\(slug)/") { source.report(.pageAddressTaken("/\(slug)/")) }
            map.add(
                "/\(slug)/", source, read.passage, published: read.value?.published,
                isIllustration: read.value?.isIllustration ?? false)
            return read.value
        }
    }
}
