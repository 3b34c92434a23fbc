import ArgumentParser
import Content
import Domain
import Foundation
import Register

/// Who acts, and where: options of every command of the office.
struct OfficeOptions: ParsableArguments {
    @OptionGroup var folders: FolderOptions

    @Option(name: .customLong("as"), help: "Chỉ trong diễn tập: làm với tài khoản này của content/office.yaml.")
    var account: String?

    /// Opens the register as someone who has that duty.
    ///
    /// - Parameter duty: Nothing when any officer may.
    func open(for duty: Officer.Duty? = nil) throws -> OfficeSession {
        let content = try folders.contentLoader.load()
        guard let portal = content.portal else {
            let errors = content.diagnostics.filter { $0.severity == .error }
            throw CommandFailure(
                .problems,
                errors.map(\.description).joined(separator: "\n\n")
                    + "\n\nNội dung có \(errors.count) lỗi. Hãy sửa rồi chạy lại.")
        }
        let state = folders.state
        let officer = try OfficeAccount(rehearsal: state.rehearsal != nil, named: account)
            .officer(among: portal.officers, for: duty)
        return OfficeSession(
            portal: portal, officer: officer, root: folders.root, state: state, clock: try state.clock,
            register: try folders.openRegister())
    }
}

extension FolderOptions {
    /// The register of the state folder, made when missing.
    func openRegister() throws -> RegisterDatabase {
        try state.make()
        return try RegisterDatabase(path: state.register.path, clock: clock)
    }
}

/// An officer at work: content, register and clock of one state folder.
struct OfficeSession {
    let portal: Portal
    let officer: Officer
    let root: URL
    let state: StateFolder
    let clock: Clock
    let register: RegisterDatabase

    /// The name of a subject, as people read it.
    func subject(_ id: String) -> String {
        id == Subject.unsure ? Subject.unsureLabel : portal.site.subject(id)?.name ?? id
    }

    /// The name of a division, as people read it.
    func division(_ id: String?) -> String {
        id.map { portal.site.division($0)?.name ?? $0 } ?? "chưa giao"
    }
}
