package import Domain
package import Foundation

/// Decides which answers the public sees: words come from `content/`, the word that they may be published from the
/// register.
package struct AnswerGate: Sendable {
    /// An answer that was published once and taken back; its address says so.
    package struct Tombstone: Hashable, Sendable {
        package var answer: Answer
        package var withdrawnAt: Date
    }

    /// What the gate lets through at one moment.
    package struct Passed: Hashable, Sendable {
        /// Newest publication first, then by slug.
        package var answers: [Answer] = []
        package var tombstones: [Tombstone] = []
        /// Errors that stop the build.
        package var diagnostics: [Diagnostic] = []
    }

    private let approvals: [MatterID: Approval]

    /// - Parameter approvals: The register's, at most one for a matter; of several the latest counts.
    package init(approvals: [Approval]) {
        var latest: [MatterID: Approval] = [:]
        for approval in approvals.sorted(by: { $0.approvedAt < $1.approvedAt }) { latest[approval.matter] = approval }
        self.approvals = latest
    }

    /// Sorts the answers into published, withdrawn and, with an error, unapproved ones.
    ///
    /// An illustration needs no approval: the portal of a build that is no rehearsal holds none.
    /// Answers whose publication is to come are checked as well: the error is wanted today, not at that hour.
    package func pass(_ answers: [Answer], at now: Date) -> Passed {
        var passed = Passed()
        for answer in answers {
            guard let matter = answer.matter else {
                if answer.published <= now { passed.answers.append(answer) }
                continue
            }
            if let withdrawnAt = approvals[matter]?.withdrawnAt, withdrawnAt <= now {
                if answer.published <= now {
                    passed.tombstones.append(Tombstone(answer: answer, withdrawnAt: withdrawnAt))
                }
            } else if let problem = problem(with: answer, of: matter) {
                passed.diagnostics.append(problem)
            } else if answer.published <= now {
                passed.answers.append(answer)
            }
        }
        passed.answers.sort { $0.isBefore($1) }
        passed.tombstones.sort { $0.answer.path < $1.answer.path }
        return passed
    }

    private func problem(with answer: Answer, of matter: MatterID) -> Diagnostic? {
        let position = SourcePosition(file: answer.sourcePath, line: 1)
        guard let approval = approvals[matter] else {
            return Diagnostic(
                .error, rule: "answer-not-approved", at: position,
                problem: "Câu trả lời cho nội dung \(matter) chưa được duyệt.",
                remedy: "Nhờ người duyệt chạy: doithoai answer approve \(matter)")
        }
        guard approval.sha256 == answer.sourceDigest else {
            return Diagnostic(
                .error, rule: "answer-changed", at: position,
                problem: "Câu trả lời cho nội dung \(matter) đã bị sửa sau khi duyệt.",
                remedy: "Trả tệp về bản đã duyệt, hoặc duyệt lại bằng: doithoai answer approve \(matter)")
        }
        return nil
    }
}
