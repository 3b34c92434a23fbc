import ArgumentParser
import Content
import Domain
import Foundation
import Register

/// Who acts, and where: options of every command of the office.
struct OfficeOptions: ParsableArguments {
    @OptionGroup var folders: FolderOptions

    @Option(name: .customLong("as"), help: "Chỉ khi chạy thử: làm với tài khoản này của content/office.yaml.")
    var account: String?

    /// Opens the register as someone who has that duty.
    ///
    /// - Parameter duty: Nothing when any officer may.
    func open(for duty: Officer.Duty? = nil) throws -> OfficeSession {
        let content = try folders.contentLoader.loadOffice()
        guard let site = content.site else { throw CommandFailure(content: content.diagnostics) }
        let state = folders.state
        let inRehearsal = try state.rehearsal != nil
        let officer = try OfficeAccount(rehearsal: inRehearsal, named: account)
            .officer(among: content.officers, for: duty)
        if let duty, !officer.duties.contains(duty) {
            throw CommandFailure(lacking: duty, officer, among: content.officers, inRehearsal: inRehearsal)
        }
        return OfficeSession(
            site: site, officer: officer, folders: folders, state: state, clock: try state.clock,
            register: try folders.openRegister())
    }
}

extension CommandFailure {
    /// The account lacks the duty; says whose has it. The register refuses too, whoever asks it.
    fileprivate init(lacking duty: Officer.Duty, _ officer: Officer, among officers: [Officer], inRehearsal: Bool) {
        let able = officers.filter { $0.duties.contains(duty) }.map(\.account)
        let remedy =
            able.isEmpty
            ? "Chưa tài khoản nào có nhiệm vụ đó: khai trong content/office.yaml."
            : "Những tài khoản làm được: \(able.joined(separator: ", "))."
        self.init(
            .problems,
            "Tài khoản \(officer.account) không có nhiệm vụ \(duty.words).\n\(remedy)"
                + (inRehearsal && !able.isEmpty ? " Khi chạy thử, thêm --as \(able[0])." : ""))
    }

    /// Errors of content that keep a command from its work.
    init(content diagnostics: [Diagnostic]) {
        let errors = diagnostics.filter { $0.severity == .error }
        self.init(
            .problems,
            errors.map(\.description).joined(separator: "\n\n")
                + "\n\ncontent/ có \(errors.count) lỗi. Hãy sửa rồi chạy lại.")
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

    /// The dates of each edition; none while content has errors, since the register must stay readable then.
    func schedules() throws -> [Series: Schedule] {
        let editions = try folders.contentLoader.load().portal?.editions ?? []
        return Dictionary(editions.map { ($0.dialogue.series, $0.dialogue.schedule) }) { first, _ in first }
    }

    /// The series a clerk names: an edition's, or one that holds a registration.
    ///
    /// - Throws: ``CommandFailure`` with those that there are: a slip of the hand is no empty register.
    func series(_ id: String?) throws -> Series? {
        guard let series = id.map(Series.init(id:)) else { return nil }
        let known = Set(try register.figures().series.map(\.series)).union(try schedules().keys).sorted()
        guard known.contains(series) else {
            throw CommandFailure(
                .wrongUse,
                "Không có sổ \(series)."
                    + (known.isEmpty ? "" : " Các sổ có: \(known.map(\.id).joined(separator: ", "))."))
        }
        return series
    }

    /// - Throws: ``CommandFailure`` with the ids that there are.
    func knownDivision(_ id: String) throws -> Division {
        guard let division = site.division(id) else {
            let known = site.divisions.map(\.id).joined(separator: ", ")
            throw CommandFailure(.wrongUse, "Không có phòng, đơn vị “\(id)”. Các mã có: \(known).")
        }
        return division
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
