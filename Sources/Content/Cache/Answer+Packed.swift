import Domain
import Foundation

extension Answer {
    /// All but slug, series, place and bytes of the file, and the words.
    func pack(into writer: inout PackedWriter) {
        writer.put(title)
        writer.put(subject)
        writer.put(division)
        writer.put(outcome.rawValue)
        writer.put(authority) { $0.put($1) }
        writer.put(kind.rawValue)
        writer.put(asked)
        writer.put(asker)
        writer.put(answered)
        writer.put(published)
        writer.put(summary)
        writer.put(legalBases) { $0.put($1) }
        writer.put(review) { $0.put($1) }
        writer.put(matter) { writer, matter in
            writer.put(matter.registration.series.id)
            // Whatever an editor wrote, however large.
            writer.put(fixed: UInt64(matter.registration.number))
            writer.put(fixed: UInt64(matter.position))
        }
    }

    /// - Parameters:
    ///   - digest: SHA-256 of the bytes of the file, in hexadecimal.
    ///   - words: Gives the words when they are asked for.
    init(
        _ file: SortedFiles.AnswerEntry, digest: String, words: StoredAnswerText, from reader: inout PackedReader
    ) throws(PackedReader.Damage) {
        self.init(
            slug: file.slug, series: file.series, title: try reader.text(), subject: try reader.text(),
            division: try reader.text(), outcome: try reader.choice(),
            authority: try reader.optional { reader throws(PackedReader.Damage) in try reader.text() },
            kind: try reader.choice(), asked: try reader.day(), asker: try reader.text(), answered: try reader.day(),
            published: try reader.instant(), summary: try reader.text(),
            legalBases: try reader.list { reader throws(PackedReader.Damage) in try reader.text() },
            review: try reader.optional { reader throws(PackedReader.Damage) in try reader.day() },
            matter: try reader.optional { reader throws(PackedReader.Damage) in try reader.matter() },
            sourceDigest: digest, sourcePath: file.entry.path, words: words)
    }
}

extension PackedReader {
    fileprivate mutating func matter() throws(Damage) -> MatterID {
        let series = Series(id: try text())
        guard let number = Int(exactly: try word()), let position = Int(exactly: try word()) else { throw Damage() }
        return MatterID(registration: RegisterNumber(series: series, number: number), position: position)
    }

    fileprivate mutating func choice<Value: RawRepresentable<String>>() throws(Damage) -> Value {
        guard let value = Value(rawValue: try text()) else { throw Damage() }
        return value
    }
}
