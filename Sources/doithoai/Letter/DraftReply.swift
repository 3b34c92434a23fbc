import Content
import Documents
import Domain
import Foundation
import Register

/// The answer that is being written to a matter, as far as it has got.
struct DraftReply {
    /// Nothing while nobody has written any of it.
    let reply: PrintedReply?

    init(of matter: MatterID, _ session: OfficeSession) throws {
        let file = session.state.draft(of: matter)
        guard FileManager.default.fileExists(atPath: file.path) else {
            reply = nil
            return
        }
        let bytes = try Data(contentsOf: file)
        let path = "\(AnswerPlace.folder(of: matter))/nhap.md"
        guard let answer = AnswerFile.parse(bytes: bytes, path: path, site: session.site).answer else {
            reply = DraftReply.asTyped(bytes)
            return
        }
        let written = try PrintedReply(answer, site: session.site)
        reply = written.body.plainText == AnswerText.unwritten ? nil : written
    }

    /// A draft that cannot be read yet is shown as it was typed: the book is wanted today.
    private static func asTyped(_ bytes: Data) -> PrintedReply {
        let lines = String(decoding: bytes, as: UTF8.self).split(omittingEmptySubsequences: false) { $0.isNewline }
        let end = lines.dropFirst().firstIndex { $0 == "---" } ?? lines.startIndex
        let paragraphs = lines[end...].dropFirst().filter { !$0.isEmpty }.map {
            Prose.Block.paragraph([.text(String($0))])
        }
        return PrintedReply(summary: "", body: Prose(blocks: paragraphs))
    }
}
