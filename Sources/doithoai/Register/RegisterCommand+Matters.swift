import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register classify`.
    struct Classify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "classify",
            abstract: "Xếp nội dung vào một lĩnh vực và giao phòng, đơn vị phụ trách lĩnh vực đó.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Mã lĩnh vực trong content/site.yaml.")
        var subject: String

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .clerk)
            guard let found = session.site.subject(subject) else {
                throw unknown("lĩnh vực", subject, among: session.site.subjects.map(\.id))
            }
            try session.register.classify(matter, subject: subject, by: session.officer)
            print("Nội dung \(matter): \(found.name).")
            let registration = try session.register.registration(matter.registration)
            guard registration.matters.first(where: { $0.id == matter })?.division == nil else { return }
            try session.register.assign(matter, division: found.division, by: session.officer)
            print("Giao \(session.division(found.division)).")
        }
    }

    /// `doithoai register assign`.
    struct Assign: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "assign", abstract: "Giao nội dung cho một phòng, đơn vị.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Mã phòng, đơn vị trong content/site.yaml.")
        var division: String

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .clerk)
            guard let found = session.site.division(division) else {
                throw unknown("phòng, đơn vị", division, among: session.site.divisions.map(\.id))
            }
            try session.register.assign(matter, division: division, by: session.officer)
            print("Nội dung \(matter): giao \(found.name).")
        }
    }

    /// `doithoai register same`.
    struct Same: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "same", abstract: "Đánh dấu một nội dung trùng với nội dung khác để dùng chung kết quả.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung trùng.")
        var matter: MatterArgument

        @Option(name: .customLong("as-matter"), help: "Nội dung gốc, có kết quả được dùng chung.")
        var original: MatterArgument

        func run() throws {
            let matter = try matter.id
            let original = try original.id
            let session = try office.open(for: .clerk)
            try session.register.join(matter, with: original, by: session.officer)
            print("Nội dung \(matter) dùng chung kết quả với \(original).")
        }
    }

    /// `doithoai register outcome`.
    struct SetOutcome: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "outcome", abstract: "Ghi kết quả xử lý một nội dung.",
            discussion: """
                answered đã trả lời · guided đã hướng dẫn · escalated đã báo cáo cấp trên
                excluded không thuộc đối thoại (niêm phong nội dung) · withdrawn người gửi rút lại
                Câu trả lời đăng trên cổng thì dùng “doithoai answer”.
                """)

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "answered, guided, escalated, excluded hoặc withdrawn.")
        var kind: Outcome

        @Option(help: "Ngày giờ có kết quả. Mặc định: bây giờ.")
        var at: MomentArgument?

        @Option(help: "Đã làm gì, vì sao. Bắt buộc với excluded và withdrawn.")
        var reason = ""

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .clerk)
            if let at, at.instant > session.clock.now {
                throw CommandFailure(.wrongUse, "Thời điểm có kết quả chưa tới.")
            }
            try session.register.setOutcome(
                kind, of: matter, at: at?.instant, note: reason, by: session.officer)
            print("Nội dung \(matter): \(kind.label).")
            if kind == .excluded { try session.removeDraft(of: matter) }
        }
    }

    /// `doithoai register reopen`.
    struct Reopen: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reopen",
            abstract: "Bỏ kết quả đã ghi hoặc bỏ đánh dấu trùng: nội dung trở lại chưa có kết quả.")

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Lý do.")
        var reason = ""

        func run() throws {
            let matter = try matter.id
            let session = try office.open(for: .clerk)
            try session.register.reopen(matter, reason: reason, by: session.officer)
            print("Nội dung \(matter) trở lại chưa có kết quả.")
        }
    }
}

extension OfficeSession {
    /// What was sealed may not lie in a draft any longer.
    fileprivate func removeDraft(of matter: MatterID) throws {
        let draft = state.draft(of: matter)
        guard FileManager.default.fileExists(atPath: draft.path) else { return }
        try FileManager.default.removeItem(at: draft)
        print("Đã xóa tệp nháp, vì nội dung đã niêm phong.")
    }
}

private func unknown(_ kind: String, _ id: String, among known: [String]) -> CommandFailure {
    CommandFailure(.wrongUse, "Không có \(kind) “\(id)”. Các mã có: \(known.joined(separator: ", ")).")
}
