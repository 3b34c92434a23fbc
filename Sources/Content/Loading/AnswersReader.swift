import Cryptography
import Domain

/// Reads the files of answers, each by itself, and only those that a cache does not know.
struct AnswersReader {
    let folder: ContentFolder
    let site: Site?
    /// How many files are read at a time, at least one.
    let jobs: Int

    /// A file and what is known of it.
    private struct Task: Sendable {
        var file: SortedFiles.AnswerEntry
        var record: CachedAnswers.Record?
    }

    /// What came of a file.
    struct Outcome: Sendable {
        /// Where the facts are from; `equalBytes` from the cache as well, once the bytes were read.
        enum Source { case cache, equalBytes, file }

        var facts: AnswerFacts
        var source: Source
    }

    /// What each file says, in their order, whoever was done first.
    ///
    /// - Parameters:
    ///   - files: In order of their paths.
    ///   - key: What the cache must have been made under.
    func read(_ files: [SortedFiles.AnswerEntry], cache: ContentCache?, key: SHA256Digest?) -> [Outcome] {
        guard let cache, let key else {
            return files.mapInParallel(jobs: jobs) { Outcome(facts: parse($0), source: .file) }
        }
        let known = cache.read(key: key)
        let tasks = match(files, known)
        let outcomes = tasks.mapInParallel(jobs: jobs) { learn($0, known) }
        let isNews = outcomes.contains { $0.source != .cache } || known.records.count != files.count
        if cache.mayWrite, isNews { cache.write(content(tasks, outcomes, known, key: key)) }
        return outcomes
    }

    /// Both are in order of paths.
    private func match(_ files: [SortedFiles.AnswerEntry], _ known: CachedAnswers) -> [Task] {
        var records = known.records[...]
        return files.map { file in
            while let record = records.first {
                let order = record.path.bytewiseOrder(to: file.entry.path)
                if order > 0 { break }
                records.removeFirst()
                if order == 0 { return Task(file: file, record: record) }
            }
            return Task(file: file)
        }
    }

    private func learn(_ task: Task, _ known: CachedAnswers) -> Outcome {
        guard let record = task.record else { return Outcome(facts: parse(task.file), source: .file) }
        func cached() -> AnswerFacts? {
            known.facts(of: record) { reader throws(PackedReader.Damage) in
                try AnswerFacts(task.file, digest: record.digest, roots: folder.roots, from: &reader)
            }
        }
        if record.isSettled, record.signature == task.file.entry.signature, let facts = cached() {
            return Outcome(facts: facts, source: .cache)
        }
        do {
            let bytes = try folder.bytes(of: task.file.entry)
            if SHA256Digest(of: bytes).description == record.digest, let facts = cached() {
                return Outcome(facts: facts, source: .equalBytes)
            }
            return Outcome(facts: parse(task.file, bytes), source: .file)
        } catch {
            return Outcome(facts: AnswerFacts(unreadable: task.file), source: .file)
        }
    }

    private func parse(_ file: SortedFiles.AnswerEntry) -> AnswerFacts {
        do {
            return parse(file, try folder.bytes(of: file.entry))
        } catch {
            return AnswerFacts(unreadable: file)
        }
    }

    private func parse(_ file: SortedFiles.AnswerEntry, _ bytes: [UInt8]) -> AnswerFacts {
        AnswerFacts(file, bytes: bytes, site: site)
    }

    /// The cache that knows what is known now, without its digest.
    private func content(
        _ tasks: [Task], _ outcomes: [Outcome], _ known: CachedAnswers, key: SHA256Digest
    ) -> [UInt8] {
        var writer = PackedWriter()
        writer.append(key.description.utf8)
        let readable = zip(tasks, outcomes).filter { $0.1.facts.digest != nil }
        writer.put(readable.count)
        for (task, outcome) in readable {
            guard let digest = outcome.facts.digest else { continue }
            let signature = task.file.entry.signature
            let record = CachedAnswers.Record(
                path: task.file.entry.path, signature: signature, isSettled: signature.isSettled(at: folder.listedAt),
                digest: digest, facts: 0..<0)
            if outcome.source != .file, let place = task.record?.facts {
                record.pack(into: &writer, facts: known.bytes[place])
            } else {
                var packed = PackedWriter()
                outcome.facts.pack(into: &packed)
                record.pack(into: &writer, facts: packed.bytes)
            }
        }
        return writer.bytes
    }
}
