import Cryptography
import Domain
import Foundation

/// The words of an answer, left in its file until they are asked for.
struct StoredAnswerText: AnswerTextSource {
    /// The paths of the checkout, then of what lies over it.
    let roots: [String]
    let question: String

    func text(of answer: Answer) throws -> AnswerText {
        let source = SourceFile(path: answer.sourcePath, bytes: try bytes(of: answer), inspection: Inspection())
        guard let parts = FrontMatter(of: source) else { throw Diagnostic.changed(answer) }
        return AnswerText(question: question, body: ProseReader.read(parts.body, of: source).prose)
    }

    /// The bytes the card was read from, and no others: an approval was given to them.
    private func bytes(of answer: Answer) throws -> [UInt8] {
        for root in roots.reversed() {
            do {
                let bytes = try FileBytes.read("\(root)/\(answer.sourcePath)")
                if SHA256Digest(of: bytes).description == answer.sourceDigest { return bytes }
            } catch let error as POSIXError where error.code == .ENOENT {
                continue
            }
        }
        throw Diagnostic.changed(answer)
    }
}

extension Diagnostic {
    fileprivate static func changed(_ answer: Answer) -> Diagnostic {
        Diagnostic(
            .error, rule: "changed-meanwhile", at: SourcePosition(file: answer.sourcePath),
            problem: "Tệp đã đổi trong lúc dựng cổng.", remedy: "Chạy lại lệnh khi đã lưu xong.")
    }
}
