import Content
import Domain
import Foundation
import Register

/// The answers being written, laid over `content/` at the addresses they will have.
struct PreviewDrafts {
    /// Drafts that belong nowhere.
    private(set) var diagnostics: [Diagnostic] = []
    /// Path in `content/` → the draft's own.
    private var origins: [String: String] = [:]

    init(folders: FolderOptions, overlay: URL) throws {
        let files = FileManager.default
        if files.fileExists(atPath: overlay.path) { try files.removeItem(at: overlay) }
        let folder = folders.state.drafts
        guard files.fileExists(atPath: folder.path) else { return }
        let names = try files.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
        guard !names.isEmpty else { return }
        let answers = try folders.contentLoader.load().portal?.answers ?? []
        let published = Dictionary(answers.compactMap { answer in answer.matter.map { ($0, answer) } }) { $1 }
        for name in names {
            guard let matter = Self.matter(of: name) else {
                diagnostics.append(Self.stray(folder.appending(path: name).path))
                continue
            }
            let path = published[matter]?.sourcePath ?? Self.path(of: matter, named: name)
            let target = overlay.appending(path: path)
            try files.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try files.copyItem(at: folder.appending(path: name), to: target)
            origins[path] = folder.appending(path: name).path
        }
    }

    /// The same, with the files the editor has open.
    func renamed(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.map { diagnostic in
            guard let origin = origins[diagnostic.position.file] else { return diagnostic }
            var diagnostic = diagnostic
            diagnostic.position.file = origin
            return diagnostic
        }
    }

    /// «2021-0020-1.md» → 2021-0020/1.
    private static func matter(of name: String) -> MatterID? {
        guard let dash = name.lastIndex(of: "-") else { return nil }
        return MatterID("\(name[..<dash])/\(name[name.index(after: dash)...].dropLast(3))")
    }

    private static func path(of matter: MatterID, named name: String) -> String {
        "\(AnswerPlace.folder(of: matter))/nhap-\(name)"
    }

    private static func stray(_ path: String) -> Diagnostic {
        Diagnostic(
            .warning, rule: "stray-draft", at: SourcePosition(file: path),
            problem: "tên tệp nháp không phải số của một nội dung",
            remedy: "tạo tệp nháp bằng: doithoai answer draft <nội dung>")
    }
}
