import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter receipt`.
    struct Receipt: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "receipt", abstract: "Biên nhận cho người nộp phiếu tại Sở hoặc bộ phận một cửa.",
            discussion: """
                Mã tra cứu để trống cho văn thư chép tay, vì sổ không giữ mã. Muốn in sẵn mã thì làm ngay lúc vào sổ: \
                doithoai register add … --receipt | lp; không giữ lại tệp nào.
                """)

        @OptionGroup var options: LetterOptions

        @Argument(help: "Số phiếu (2021-0020) hoặc số biên nhận (7K3M-92TX).")
        var name: String

        func run() throws {
            let desk = try options.open()
            let registration = try find(desk.session)
            guard !registration.isWhollySealed else {
                throw CommandFailure(.problems, "Phiếu \(name) đã niêm phong, không in biên nhận được.")
            }
            guard registration.refusedAt == nil else {
                throw CommandFailure(
                    .problems,
                    "Phiếu \(name) không được nhận sau khi kiểm tra, không in biên nhận được. Nếu nhầm thì nhận lại: "
                        + "doithoai register release \(registration.reference)")
            }
            let paper = try desk.session.receipt(for: registration, code: "", editions: desk.portal.editions)
            let file = "bien-nhan-\(registration.number?.description ?? registration.reference.description)"
            try desk.make(desk.orders(paper, name: file, what: "biên nhận \(registration.reference)"))
        }

        private func find(_ session: OfficeSession) throws -> Registration {
            if let number = RegisterNumber(name) { return try session.register.registration(number) }
            if let reference = Reference(name) { return try session.register.registration(reference) }
            throw CommandFailure(.wrongUse, "“\(name)” không phải số phiếu (2021-0020) hay số biên nhận (7K3M-92TX).")
        }
    }
}

extension OfficeSession {
    /// The receipt of a registration.
    ///
    /// - Parameter code: Grouped for reading; empty leaves a place to write it.
    func receipt(for registration: Registration, code: String, editions: [Edition]) throws -> Paper {
        let form = try register.form(digest: registration.formDigest)
        // What waits to be looked at has no matters yet, and nobody has promised to answer it.
        let waits = registration.number == nil
        let written = form.fields.count { $0.role == .matter && !registration.answers[$0.name].isEmpty }
        let dialogue = editions.map(\.dialogue).first { $0.series == registration.series }
        return try .receipt(
            ReceiptPaper(
                number: registration.number, reference: registration.reference, receivedAt: registration.receivedAt,
                channel: registration.channel, isLate: registration.isLate,
                sender: Sender(registration.answers, form: form), matters: waits ? written : registration.matters.count,
                code: code,
                answersDue: waits ? nil : dialogue?.schedule.answersDue), site: site)
    }
}
