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
        let content = try folders.contentLoader.loadOffice()
        guard let site = content.site else { throw CommandFailure(content: content.diagnostics) }
        let state = folders.state
        let officer = try OfficeAccount(rehearsal: state.rehearsal != nil, named: account)
            .officer(among: content.officers, for: duty)
        return OfficeSession(
            site: site, officer: officer, folders: folders, state: state, clock: try state.clock,
            register: try folders.openRegister())
    }
}

extension CommandFailure {
    /// Errors of content that keep a command from its work.
    init(content diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        self.init(
            .problems,
            errors.map(\.description).joined(separator: "\n\n")
                + "\n\nNội dung có \(errors.count) lỗi. Hãy sửa rồi chạy lại.")
    }
}

extension FolderOptions {
    /// The register of the state folder, made when missing.
    func openRegister() throws -> RegisterDatabase {
        try state.make()
        return try RegisterDatabase(path: state.register.path, clock: clock)
    }
}

/// An officer at work: register and clock of one state folder, and what the office says of itself.
struct OfficeSession {
    let site: Site
    let officer: Officer
    let folders: FolderOptions
    let state: StateFolder
    let clock: Clock
    let register: RegisterDatabase

    /// All of content, for work that needs forms and answers.
    ///
    /// - Throws: The errors of content, as one failure.
    func loadPortal() throws -> Portal {
        let content = try folders.contentLoader.load()
        guard let portal = content.portal else { throw CommandFailure(content: content.diagnostics) }
        return portal
    }

    /// The name of a subject, as people read it.
    func subject(_ id: String) -> String {
        id == Subject.unsure ? Subject.unsureLabel : site.subject(id)?.name ?? id
    }

    /// The name of a division, as people read it.
    func division(_ id: String?) -> String {
        id.map { site.division($0)?.name ?? $0 } ?? "chưa giao"
    }
}
