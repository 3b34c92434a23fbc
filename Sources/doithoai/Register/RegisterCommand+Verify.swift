import ArgumentParser
import Domain
import Register

extension RegisterCommand {
    /// `doithoai register verify`.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify", abstract: "Kiểm tra nhật ký, từng dòng của sổ và các con số.")

        @OptionGroup var folders: FolderOptions

        func run() throws {
            let verification = try folders.openRegister().verify()
            for fault in verification.faults { print(fault.words) }
            guard verification.faults.isEmpty else {
                throw CommandFailure(.problems, "Sổ có \(verification.faults.count) chỗ không khớp nhật ký.")
            }
            print("Sổ khớp nhật ký: \(verification.events) sự kiện.")
            if !verification.head.isEmpty { print("Mã đối chiếu của sổ: \(verification.head)") }
        }
    }
}

extension RegisterFault {
    fileprivate var words: String {
        switch self {
        case .missingEvent(let seq): "Nhật ký thiếu sự kiện \(seq)."
        case .brokenChain(let seq): "Sự kiện \(seq) đã bị sửa hoặc không nối với sự kiện trước."
        case .changedRecord(let seq, let object): "\(object): dòng trong sổ khác lúc ghi sự kiện \(seq)."
        case .missingRecord(let seq, let object): "\(object): dòng của sự kiện \(seq) không còn mà không có lệnh xóa."
        case .unloggedRecord(let table, let id): "Bảng \(table), dòng \(id): không có sự kiện nào ghi lại."
        case .inconsistent(let object, let column): "\(object): cột \(column) không theo điều đã nhận và đã quyết định."
        case .unbalanced(let series): "Sổ \(series): số phiếu không liền hoặc các con số không cộng đủ."
        }
    }
}
