import Domain
import Register

extension VietnameseFailure {
    /// What the register refused, in words.
    static func words(_ error: RegisterError) -> (ExitStatus, String) {
        switch error {
        case .newerThanProgram: (.fault, "Sổ đã được chương trình mới hơn dùng. Hãy cài bản doithoai mới.")
        case .notDurable(let setting, let value):
            (.fault, "SQLite không giữ được thiết đặt \(setting) (đang là \(value)).")
        case .fileMissing: (.fault, "Tệp sổ không còn ở chỗ cũ. Hãy xem ai đã chuyển hoặc xóa register.sqlite.")
        case .fileReplaced:
            (.fault, "Tệp sổ đã bị thay trong khi nhật ký register.sqlite-wal của tệp cũ còn đó. Đừng xóa tệp nào vội.")
        case .digestMismatch: (.fault, "Mẫu phiếu không khớp mã của mẫu.")
        case .unreadableRow(let table, let id): (.fault, "Không đọc được dòng \(id) của bảng \(table).")
        case .unknownRegistration(let name):
            (.problems, "Sổ không có phiếu \(name).\nXem các phiếu đang có: doithoai register list")
        case .unknownMatter(let id):
            (
                .problems,
                "Sổ không có nội dung \(id).\nXem các nội dung của phiếu: doithoai register show \(id.registration)"
            )
        case .notAllowed(let account, let duty):
            (.problems, "Tài khoản \(account) không có nhiệm vụ \(duty.words), xem content/office.yaml.")
        case .notQuarantined(let reference): (.problems, "Phiếu \(reference) đã vào sổ, không còn chờ kiểm tra.")
        case .reasonNeeded: (.wrongUse, "Việc này cần có lý do: thêm --reason.")
        case .notAnOriginal(let id):
            (
                .problems,
                "Nội dung \(id) đang dùng chung kết quả, hoặc có nội dung khác dùng chung với nó.\n"
                    + "Bỏ đánh dấu trùng bằng: doithoai register reopen <nội dung trùng> --reason …"
            )
        case .hasOutcome(let id):
            (
                .problems,
                "Nội dung \(id) đã có kết quả. Nếu cần làm lại, bỏ kết quả trước:\n"
                    + "doithoai register reopen \(id) --reason …"
            )
        case .isOpen(let id): (.problems, "Nội dung \(id) đang chưa có kết quả, không có gì để bỏ.")
        case .answerInForce(let id):
            (
                .problems,
                "Nội dung \(id) có câu trả lời đang được duyệt. Rút câu trả lời trước:\n"
                    + "doithoai answer withdraw \(id) --reason …"
            )
        case .sealed(let id):
            (
                .problems,
                "Nội dung \(id) đã niêm phong.\nCần xem:  doithoai register show \(id) --unseal --reason …\n"
                    + "Ghi nhầm: doithoai register reopen \(id) --reason …"
            )
        case .noDraft(let id): (.problems, "Chưa ai soạn trả lời cho \(id). Hãy chạy: doithoai answer draft \(id)")
        case .drafterApproves(let account):
            (.problems, "Tài khoản \(account) đã soạn câu trả lời này nên không duyệt được. Cần người khác duyệt.")
        case .notApproved(let id): (.problems, "Nội dung \(id) không có câu trả lời nào đang được duyệt.")
        }
    }
}

extension VietnameseFailure {
    /// Why a matter was not split, in words.
    static func words(_ error: SplitError) -> (ExitStatus, String) {
        switch error {
        case .nowhere: (.wrongUse, "Hãy nói tách từ đâu: --at và số của câu, hoặc --before và những chữ mở đầu.")
        case .noSentence(let number, let count):
            (.wrongUse, "Nội dung có \(count) câu, không có câu \(number). Chạy lệnh không kèm --at để xem các câu.")
        case .wordsMissing(let words):
            (.wrongUse, "Trong nội dung không có chữ “\(words)”. Hãy chép đúng dấu, chữ hoa, chữ thường.")
        case .wordsRepeated(let words, let times):
            (.wrongUse, "Chữ “\(words)” có ở \(times) chỗ. Hãy chép dài hơn, cho đến khi chỉ còn một chỗ.")
        case .emptyPart: (.wrongUse, "Nội dung đã bắt đầu từ chỗ đó, nên phần đầu không còn chữ nào.")
        }
    }
}

extension Officer.Duty {
    /// The duty, with its key in `office.yaml`.
    var words: String {
        switch self {
        case .clerk: "vào sổ (clerk)"
        case .division: "soạn trả lời (division)"
        case .approver: "duyệt trả lời (approver)"
        }
    }
}
