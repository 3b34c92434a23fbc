import Domain
import Foundation

/// Reads the folder of one edition, by itself: several are read at the same time.
struct EditionReader {
    private let id: String
    private let site: Site?
    private let lint: EditionLint?
    private let sources: [ContentPath.EditionFile: SourceFile]

    /// An edition with what its files say to the rest of the portal.
    struct Read: Sendable {
        /// Nothing when a file is missing or is no mapping; that is reported.
        var edition: Edition?
        /// Its addresses and its texts with links.
        var map = SiteMap()
        var findings: [Finding] = []
    }

    static func read(
        _ id: String, of folder: ContentFolder, _ parts: [ContentPath: ContentFolder.Entry], site: Site?,
        lint: EditionLint?
    ) -> Read {
        let sources = ContentSources(folder: folder, parts: parts, inspection: Inspection())
        let files = ContentPath.EditionFile.allCases.compactMap { file in
            let path = ContentPath.edition(id: id, file)
            let source = file.required.map { sources.required(path, what: $0) } ?? sources.source(path)
            return source.map { (file, $0) }
        }
        var read = Read()
        read.map.addEdition(id)
        let reader = EditionReader(
            id: id, site: site, lint: lint, sources: Dictionary(uniqueKeysWithValues: files))
        read.edition = reader.read(into: &read.map)
        read.findings = sources.inspection.findings
        return read
    }

    private func read(into map: inout SiteMap) -> Edition? {
        let results = sources[.results].map { source in
            let read = PageReader.results(source, site: site)
            map.add(
                "/doi-thoai/\(id)/ket-qua/", source, read.passage, published: read.value?.page.published,
                isIllustration: read.value?.page.isIllustration ?? false)
            return (report: read.value, source: source)
        }
        let dialogue = sources[.dialogue].flatMap {
            DialogueReader.read($0, id: id, site: site, results: results?.report?.page.published)
        }
        if let dialogue, let results { checkResults(dialogue.schedule, in: results.source) }
        let notice = sources[.notice].flatMap { source in
            let read = PageReader.notice(source, edition: id, site: site)
            map.add("/thong-bao/doi-thoai-\(id)/", source, read.passage, published: read.value?.published)
            return read.value
        }
        let plan = sources[.plan].flatMap { source in
            let read = PageReader.plan(source, site: site)
            map.add("/doi-thoai/\(id)/ke-hoach/", source, read.passage, published: read.value?.page.published)
            return read.value
        }
        let form = sources[.form].map { source in
            let read = FormReader.registration(source, edition: id, site: site).read()
            map.add("/doi-thoai/\(id)/phieu-dang-ky/", source, read.passage)
            return read
        }
        lint?.check(dialogue, plan, results?.report, in: sources)
        guard let dialogue, let notice, let plan, let form = form?.value else { return nil }
        return Edition(
            dialogue: dialogue, notice: notice, plan: plan, form: form.form,
            formDescription: form.description, guidance: form.guidance, sample: form.sample,
            results: results?.report)
    }

    private func checkResults(_ schedule: Schedule, in source: SourceFile) {
        guard let published = schedule.results, schedule.conference != .unread else { return }
        if published < CivilDate(of: schedule.conference).adding(days: 1).start {
            source.report(.resultsTooEarly, atKey: "published")
        } else if schedule.answersDue != .unread, CivilDate(of: published) > schedule.answersDue {
            source.report(.resultsLate(schedule.answersDue), atKey: "published")
        }
    }
}
