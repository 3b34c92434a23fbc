import Cryptography
import Domain
import Foundation

/// Reads the files of `content/` in the order they need one another.
final class PortalReader {
    private let folder: ContentFolder
    let inspection: Inspection
    private let files: [ContentPath: String]
    private var site: Site?
    private var map = SiteMap()

    init(folder: ContentFolder, inspection: Inspection) {
        self.folder = folder
        self.inspection = inspection
        files = FileSorter(inspection: inspection).sort(folder)
    }

    /// Nothing when a part that everything needs is missing; that is reported.
    func read() -> Portal? {
        // Without the folder, every file of it would be reported as missing.
        guard !folder.unreadable.contains("content") else { return nil }
        site = required(.site, what: "cơ quan, phòng, lĩnh vực").flatMap(SiteReader.read)
        map.addSubjects(of: site)
        let officers = required(.office, what: "ai được làm gì trên sổ").map { OfficeReader.read($0, site: site) }
        let feedback = feedback()
        let editions = editionIDs.map(edition)
        let answers = answers()
        let pages = pages()
        LinkCheck(map: map).run()
        guard let site, let feedback else { return nil }
        return Portal(
            site: site, officers: officers ?? [], editions: editions.compactMap { $0 }, feedback: feedback,
            pages: pages, answers: answers)
    }

    private func source(_ file: ContentPath) -> SourceFile? { files[file].flatMap(open)?.source }

    private func required(_ file: ContentPath, what: String) -> SourceFile? {
        if files[file] != nil { return source(file) }
        inspection.add(.missingFile(what), at: SourcePosition(file: file.path))
        return nil
    }

    private func open(_ path: String) -> (source: SourceFile, digest: String)? {
        do {
            let bytes = try folder.bytes(of: path)
            let source = SourceFile(path: path, bytes: bytes, inspection: inspection)
            return (source, SHA256Digest(of: bytes).description)
        } catch {
            inspection.add(.unreadableFile, at: SourcePosition(file: path))
            return nil
        }
    }

    // MARK: Parts

    private func feedback() -> FeedbackForm? {
        guard let source = required(.feedbackForm, what: "mẫu phản ánh, kiến nghị") else { return nil }
        let read = FormReader.feedback(source, site: site).read()
        map.add("/phan-anh/", source, read.passage)
        return read.value.map { FeedbackForm(form: $0.form, description: $0.description, guidance: $0.guidance) }
    }

    private var editionIDs: [String] {
        Set(files.keys.compactMap(\.edition)).sorted()
    }

    private func edition(_ id: String) -> Edition? {
        map.addEdition(id)
        let sources = Dictionary(
            uniqueKeysWithValues: ContentPath.EditionFile.allCases.compactMap { file in
                let path = ContentPath.edition(id: id, file)
                let source = file.required.map { required(path, what: $0) } ?? source(path)
                return source.map { (file, $0) }
            })
        return EditionReader(id: id, site: site, sources: sources).read(into: &map)
    }

    private func answers() -> [Answer] {
        var matters: [MatterID: String] = [:]
        let answers = sortedFiles.compactMap { file, path -> Answer? in
            guard case .answer(let slug, let series) = file, let (source, digest) = open(path) else { return nil }
            let read = AnswerReader(source: source, slug: slug, series: series, site: site) { [roots = folder.roots] in
                StoredAnswerText(roots: roots, question: $0.question)
            }.read(digest: digest)
            map.add(
                series.path(of: slug), source, read.passage, published: read.value?.published,
                isIllustration: read.value?.isIllustration ?? false)
            if let matter = read.value?.matter, let other = matters.updateValue(path, forKey: matter) {
                source.report(.matterAnsweredTwice("\(matter)", in: other), atKey: "matter")
            }
            return read.value
        }
        return answers.sorted { ($0.published, $0.slug, $0.path) < ($1.published, $1.slug, $1.path) }
    }

    private func pages() -> [Page] {
        sortedFiles.compactMap { file, path -> Page? in
            guard case .page(let slug) = file, let (source, _) = open(path) else { return nil }
            let read = PageReader.page(source, slug: slug, site: site)
            if map.isTaken("/\(slug)/") { source.report(.pageAddressTaken("/\(slug)/")) }
            map.add(
                "/\(slug)/", source, read.passage, published: read.value?.published,
                isIllustration: read.value?.isIllustration ?? false)
            return read.value
        }
    }

    private var sortedFiles: [(file: ContentPath, path: String)] {
        files.map { ($0.key, $0.value) }.sorted { $0.1 < $1.1 }
    }
}
