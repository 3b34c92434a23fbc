import Cryptography
import Domain
import Foundation
import Yams

/// Reads an answer (`hoi-dap/*.md`).
struct AnswerReader {
    let source: SourceFile
    let slug: String
    let series: AnswerSeries
    let site: Site?
    /// Gives the words when they are asked for, from the question and the answer as read now.
    let words: (AnswerText) -> any AnswerTextSource

    /// - Parameter digest: SHA-256 of the bytes of the file, in hexadecimal.
    func read(digest: String) -> PageReader.Read<Answer?> {
        PageReader.read(source) { reader, body in answer(reader, body, digest: digest) }
    }

    private func answer(_ reader: MappingReader, _ body: Prose, digest: String) -> Answer {
        let outcome = outcome(reader)
        let asked = reader.day("asked")
        let answered = reader.day("answered")
        let published = reader.instant("published")
        checkOrder(reader, asked: asked, answered: answered, published: published)
        return Answer(
            slug: slug, series: series, title: reader.text("title"),
            subject: reader.reference("subject", to: .subjects(site)),
            division: reader.reference("division", to: .divisions(site)), outcome: outcome ?? .answered,
            authority: authority(reader, outcome: outcome),
            kind: reader.choice("kind", of: MatterKind.allCases) ?? .question, asked: asked ?? .unread,
            asker: reader.text("asker"), answered: answered ?? .unread, published: published ?? .unread,
            summary: reader.text("summary"), legalBases: legalBases(reader, answered: answered),
            review: PageReader.review(reader, after: answered), matter: matter(reader),
            sourceDigest: digest, sourcePath: source.path,
            words: words(AnswerText(question: reader.lines("question"), body: body)))
    }

    private func outcome(_ reader: MappingReader) -> Outcome? {
        reader.choice("outcome", of: Outcome.allCases.filter(\.isPublishable))
    }

    private func authority(_ reader: MappingReader, outcome: Outcome?) -> String? {
        let authority = reader.optionalReference("authority", to: .authorities(site))
        switch (outcome, authority) {
        case (.guided, nil), (.escalated, nil): reader.report(.authorityMissing, at: "outcome")
        case (.answered, .some): reader.report(.authorityWithoutReason, at: "authority")
        default: break
        }
        return authority
    }

    private func checkOrder(_ reader: MappingReader, asked: CivilDate?, answered: CivilDate?, published: Date?) {
        if let asked, let answered, answered < asked {
            reader.report(.outOfOrder("ngày trả lời", after: "ngày hỏi", at: asked.start), at: "answered")
        }
        if let answered, let published, CivilDate(of: published) < answered {
            reader.report(.outOfOrder("ngày đăng", after: "ngày trả lời", at: answered.start), at: "published")
        }
    }

    /// Ids of `site.yaml`, or words with a space in them.
    private func legalBases(_ reader: MappingReader, answered: CivilDate?) -> [String] {
        let known = KnownNames.legalReferences(site)
        return reader.texts("legal-bases").map { base in
            if let reference = site?.legalReference(base.value) {
                checkForce(of: reference, at: base.node, reader, answered: answered)
            } else if !base.value.contains(" "), !known.contains(base.value) {
                reader.report(.unknownName(base.value, names: known), at: base.node)
            }
            return base.value
        }
    }

    private func checkForce(of reference: LegalReference, at node: Node, _ reader: MappingReader, answered: CivilDate?)
    {
        if let answered, answered < reference.from {
            reader.report(.notYetInForce(reference), at: node)
        } else if let end = reference.to {
            reader.report(.lapsed(reference, on: end), at: node, from: end)
        }
    }

    /// The matter answered; nothing for an illustration. Exactly one of the two must be stated.
    private func matter(_ reader: MappingReader) -> MatterID? {
        let illustration = reader.flag("illustration")
        let text = reader.text("matter", or: "")
        if text.isEmpty {
            // An unreadable flag is reported where it was read.
            if illustration == false || !reader.has("illustration") { reader.report(.noMatter, at: "illustration") }
            return nil
        }
        if illustration == true { reader.report(.matterAndIllustration, at: "illustration") }
        guard let matter = MatterID(text) else {
            reader.report(.notAMatter(text), at: "matter")
            return nil
        }
        if !series.takes(matter.registration.series) { reader.report(.matterElsewhere(text), at: "matter") }
        return matter
    }
}

extension AnswerSeries {
    /// Whether an answer in this folder may answer a matter of that register.
    fileprivate func takes(_ series: Series) -> Bool {
        switch self {
        case .dialogue(let id): series.id == id
        case .feedback: series.id.hasPrefix("phan-anh-")
        }
    }
}
