import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register backup`.
    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "backup",
            abstract: "Sao lưu sổ, khóa, nháp và content/ thành một tệp mã hóa, trong lúc dịch vụ vẫn chạy.",
            discussion: """
                Bản sao của sổ được kiểm tra xong mới mã hóa. Tệp mã hóa bằng age cho những khóa công khai đã nêu; khóa riêng \
                để mở giữ ở nơi khác, không để trên máy này. Mở lại bằng: doithoai register restore
                """)

        @OptionGroup var folders: FolderOptions

        @Option(name: .customLong("to"), help: "Thư mục chứa các bản sao lưu.")
        var target: String

        @Option(name: .customLong("recipient"), help: "Khóa công khai age1… của người mở được; nêu nhiều lần được.")
        var recipients: [String] = []

        @Option(name: .customLong("recipients"), help: "Tệp ghi các khóa công khai, mỗi dòng một khóa.")
        var recipientFiles: [String] = []

        @Option(help: "Chỉ giữ chừng này bản mới nhất. Mặc định: giữ tất cả.")
        var keep: Int?

        func run() throws {
            let keys =
                recipients.flatMap { ["-r", $0] }
                + recipientFiles.flatMap { ["-R", URL(filePath: $0).standardizedFileURL.path] }
            guard !keys.isEmpty else {
                throw CommandFailure(.wrongUse, "Hãy nêu khóa công khai bằng --recipient hoặc --recipients.")
            }
            for file in recipientFiles where !FileManager.default.isReadableFile(atPath: file) {
                throw CommandFailure(
                    .problems, "Không đọc được \(file). Tạo khóa bằng age-keygen, xem hướng dẫn vận hành.")
            }
            if let keep, keep < 1 { throw CommandFailure(.wrongUse, "--keep phải từ 1 trở lên.") }
            guard FileManager.default.fileExists(atPath: folders.state.register.path) else {
                throw CommandFailure(.problems, "Chưa có sổ ở \(folders.state.register.path), không có gì để sao lưu.")
            }
            let turn = try BackupTurn(of: folders.state)
            defer { turn.end() }
            let store = BackupStore(folder: URL(filePath: target, directoryHint: .isDirectory).standardizedFileURL)
            let (file, summary) = try make(in: store, for: keys)
            print("Đã sao lưu: \(file.path)")
            print("Sổ khớp nhật ký: \(summary.entered) phiếu, \(summary.events) sự kiện.")
            if !summary.head.isEmpty { print("Mã đối chiếu của sổ: \(summary.head)") }
            if let keep {
                let deleted = try store.keepNewest(keep)
                if deleted > 0 { print("Đã xóa \(deleted) bản cũ, giữ \(keep) bản mới nhất.") }
            }
        }

        private func make(in store: BackupStore, for keys: [String]) throws -> (URL, BackupContents.Summary) {
            let state = folders.state
            // In the state folder, which nobody else may enter: this copy is not encrypted yet.
            let draft = BackupContents(folder: state.url.appending(path: ".sao-luu", directoryHint: .isDirectory))
            try removeDraft(draft)
            try FileManager.default.createDirectory(
                at: draft.folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            defer { do { try removeDraft(draft) } catch { warn("Còn sót \(draft.folder.path), hãy xóa.") } }
            let now = try folders.clock.now
            let register = try RegisterDatabase(reading: state.register.path, clock: folders.clock)
            let summary = try draft.fill(from: state, root: folders.root, register: register, now: now)
            try register.close()
            let file = try store.add(draft, made: now, recipients: keys)
            try StateFolder.addErasures(StateFolder.erasures(in: state.erasures), to: store.erasures)
            return (file, summary)
        }

        /// Also what an interrupted backup left behind.
        private func removeDraft(_ draft: BackupContents) throws {
            guard FileManager.default.fileExists(atPath: draft.folder.path) else { return }
            try FileManager.default.removeItem(at: draft.folder)
        }

        private func warn(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
    }
}
