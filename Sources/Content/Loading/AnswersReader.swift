import Domain

/// Reads the files of answers, each by itself.
struct AnswersReader {
    let folder: ContentFolder
    let site: Site?
    /// How many files are read at a time, at least one.
    let jobs: Int

    /// In the order of `files`, whoever is done first.
    func read(_ files: [SortedFiles.AnswerEntry]) -> [AnswerFacts] {
        files.mapInParallel(jobs: jobs, read)
    }

    private func read(_ file: SortedFiles.AnswerEntry) -> AnswerFacts {
        do {
            return AnswerFacts(file, bytes: try folder.bytes(of: file.entry), site: site, roots: folder.roots)
        } catch {
            return AnswerFacts(unreadable: file)
        }
    }
}
