import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register restore`.
    struct Restore: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "restore",
            abstract: "Mở một bản sao lưu vào thư mục trạng thái mới, kiểm tra, và xóa lại những gì đã xóa sau đó.",
            discussion: """
                --state phải là thư mục chưa có gì: lệnh không ghi đè. content/ chỉ được đặt vào --root khi ở đó chưa có. \
                Xong rồi chạy doithoai build để có lại các trang.
                """)

        @OptionGroup var folders: FolderOptions

        @Argument(help: "Tệp sao lưu, ví dụ doithoai-20211110T013000.tar.age.")
        var archive: String

        @Option(help: "Tệp khóa riêng của age để mở bản sao lưu.")
        var identity: String

        @Option(help: "Thêm một danh sách đã xóa (tệp erasures của thư mục trạng thái cũ).")
        var erasures: [String] = []

        func run() throws {
            let state = folders.state
            try refuseToOverwrite(state)
            let file = URL(filePath: archive).standardizedFileURL
            let draft = BackupContents(folder: state.url.appending(path: ".khoi-phuc", directoryHint: .isDirectory))
            try FileManager.default.createDirectory(
                at: draft.folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            // Whatever fails, the folder is left as empty as it was.
            defer { do { try FileManager.default.removeItem(at: draft.folder) } catch { warn(draft) } }
            try BackupStore.unpack(
                file, identity: URL(filePath: identity).standardizedFileURL, into: draft.folder)
            let summary = try draft.checkedSummary()
            let erased = try prepare(draft, beside: file)
            try moveState(of: draft, to: state)
            let content = try placeContent(of: draft)
            tell(summary, erased: erased, content: content)
        }

        private func refuseToOverwrite(_ state: StateFolder) throws {
            guard FileManager.default.fileExists(atPath: state.url.path) else { return }
            guard try FileManager.default.contentsOfDirectory(atPath: state.url.path).isEmpty else {
                throw CommandFailure(
                    .problems, "\(state.url.path) đã có dữ liệu. Khôi phục vào thư mục khác, xem kỹ rồi mới đổi tên.")
            }
        }

        /// Proves the register, and erases again what was erased after the backup was made, with the drafts of its answers.
        ///
        /// - Returns: How many registrations that were.
        private func prepare(_ draft: BackupContents, beside file: URL) throws -> Int {
            let clock = try draft.state.clock
            let register = try RegisterDatabase(path: draft.state.register.path, clock: clock)
            _ = try draft.soundVerification(of: register)
            let lists = [draft.state.erasures, BackupStore(folder: file.deletingLastPathComponent()).erasures]
            let all = try (lists + erasures.map { URL(filePath: $0) }).flatMap(StateFolder.erasures)
            let results = try all.map { try register.erase($0, by: NSUserName()) }
            guard results.allSatisfy(\.bytesAreGone) else {
                throw CommandFailure(
                    .fault, "Chương trình khác đang đọc \(draft.state.register.path), chưa xóa hẳn được.")
            }
            try StateFolder.addErasures(all, to: draft.state.erasures)
            try deleteDrafts(of: register.erasedMatters(), in: draft.state)
            _ = try draft.soundVerification(of: register)
            try register.close()
            return results.count(where: \.erased)
        }

        /// A draft quotes the sender.
        private func deleteDrafts(of matters: [MatterID], in state: StateFolder) throws {
            for file in matters.map(state.draft) where FileManager.default.fileExists(atPath: file.path) {
                try FileManager.default.removeItem(at: file)
            }
        }

        /// The register comes last: with it the folder counts as a state.
        private func moveState(of draft: BackupContents, to state: StateFolder) throws {
            let names = try FileManager.default.contentsOfDirectory(atPath: draft.state.url.path)
            let register = draft.state.register.lastPathComponent
            for name in names.filter({ $0 != register }).sorted() + [register] {
                let from = draft.state.url.appending(path: name).path
                guard rename(from, state.url.appending(path: name).path) == 0 else {
                    throw CommandFailure(.fault, "Không chuyển được \(name) vào \(state.url.path).")
                }
            }
            try state.make()
        }

        /// - Returns: What became of `content/`, in words.
        private func placeContent(of draft: BackupContents) throws -> String {
            guard FileManager.default.fileExists(atPath: draft.content.path) else {
                return "Bản sao lưu không có content/."
            }
            let place = folders.root.appending(path: "content", directoryHint: .isDirectory)
            guard !FileManager.default.fileExists(atPath: place.path) else {
                return "\(place.path) đã có, được để nguyên."
            }
            try FileManager.default.copyItem(at: draft.content, to: place)
            return "Đã đặt lại \(place.path)."
        }

        private func tell(_ summary: BackupContents.Summary, erased: Int, content: String) {
            print("Đã khôi phục vào \(folders.state.url.path), bản sao lưu lúc \(summary.made).")
            print("Sổ khớp nhật ký: \(summary.entered) phiếu, \(summary.events) sự kiện.")
            if !summary.head.isEmpty { print("Mã đối chiếu của sổ lúc sao lưu: \(summary.head)") }
            if erased > 0 { print("Đã xóa lại \(erased) phiếu mà dữ liệu cá nhân đã được xóa sau bản sao lưu này.") }
            print(content)
            print("Việc tiếp theo: doithoai build, rồi khởi động lại dịch vụ.")
        }

        private func warn(_ draft: BackupContents) {
            FileHandle.standardError.write(Data("Còn sót \(draft.folder.path), hãy xóa.\n".utf8))
        }
    }
}
