import ArgumentParser
import Domain
import Foundation
import Register

/// `doithoai answer …`: from a matter of the register to a published answer.
struct AnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Soạn, duyệt và rút câu trả lời.",
        discussion: "Người duyệt không phải là người soạn. Câu trả lời lên cổng sau lần “doithoai build” kế tiếp.",
        subcommands: [Draft.self, Approve.self, Withdraw.self])
}

/// Where the files of an answer stand.
struct AnswerPlace {
    let matter: MatterID
    let session: OfficeSession
    let portal: Portal

    init(matter: MatterID, session: OfficeSession) throws {
        self.matter = matter
        self.session = session
        portal = try session.loadPortal()
    }

    /// The draft, outside git.
    var draft: URL { session.state.draft(of: matter) }

    /// The answer that is in content already; nothing when there is none.
    var published: Answer? { portal.answers.first { $0.matter == matter } }

    /// Where approved answers are written: the checkout, or the rehearsal's own content.
    var contentRoot: URL {
        get throws { try session.state.rehearsal == nil ? session.folders.root : session.state.url }
    }

    /// The folder of its series, from the root.
    var folder: String { Self.folder(of: matter) }

    static func folder(of matter: MatterID) -> String {
        let series = matter.registration.series.id
        return series.hasPrefix("phan-anh-") ? "content/phan-anh/hoi-dap" : "content/doi-thoai/\(series)/hoi-dap"
    }

    /// The path an answer of that title gets, from the root: a short slug that is no other answer's.
    func path(title: String) throws -> String {
        if let published { return published.sourcePath }
        var slug = ""
        for word in VietnameseText.slug(title).split(separator: "-") where slug.count + word.count < 70 {
            slug += (slug.isEmpty ? "" : "-") + word
        }
        if slug.isEmpty { slug = "cau-hoi" }
        for number in 1... {
            let path = "\(folder)/\(slug)\(number == 1 ? "" : "-\(number)").md"
            let taken = try [session.folders.root, contentRoot].contains { root in
                FileManager.default.fileExists(atPath: root.appending(path: path).path)
            }
            if !taken { return path }
        }
        preconditionFailure("the loop ends by returning")
    }

    /// The bytes of a file of content; nothing when it is not there.
    func bytes(of path: String) throws -> Data? {
        for root in [try contentRoot, session.folders.root] {
            let file = root.appending(path: path)
            if FileManager.default.fileExists(atPath: file.path) { return try Data(contentsOf: file) }
        }
        return nil
    }
}

extension StateFolder {
    /// Where the draft of an answer stands.
    func draft(of matter: MatterID) -> URL {
        drafts.appending(path: matter.description.replacingOccurrences(of: "/", with: "-") + ".md")
    }
}
