import Domain

/// The files of `content/` by what they stand for.
struct SortedFiles {
    /// The file of an answer.
    struct AnswerEntry: Sendable {
        var entry: ContentFolder.Entry
        var slug: String
        var series: AnswerSeries
    }

    /// All but answers: few, and each different.
    private(set) var parts: [ContentPath: ContentFolder.Entry] = [:]
    /// In order of their paths.
    private(set) var answers: [AnswerEntry] = []
    /// The ids of editions that any file belongs to.
    private(set) var editions: Set<String> = []

    /// Files are added in order of their paths.
    mutating func add(_ file: ContentPath, _ entry: ContentFolder.Entry) {
        if let edition = file.edition { editions.insert(edition) }
        if case .answer(let slug, let series) = file {
            answers.append(AnswerEntry(entry: entry, slug: slug, series: series))
        } else {
            parts[file] = entry
        }
    }

    /// Standing pages, in order of their paths.
    var pages: [(slug: String, entry: ContentFolder.Entry)] {
        let pages = parts.compactMap { file, entry in
            if case .page(let slug) = file { (slug: slug, entry: entry) } else { nil }
        }
        return pages.sorted { $0.entry.path.bytewiseOrder(to: $1.entry.path) < 0 }
    }
}
