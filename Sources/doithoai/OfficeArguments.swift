import ArgumentParser
import Domain

/// A matter as typed; read in `run`, so that what is wrong is said in Vietnamese and with an example.
struct MatterArgument: ExpressibleByArgument {
    let typed: String

    init(argument: String) { typed = argument }

    /// - Throws: ``CommandFailure`` when it is not of the form `2021-0020/1`.
    var id: MatterID {
        get throws {
            if let id = MatterID(typed) { return id }
            let remedy =
                RegisterNumber(typed) == nil
                ? "Hãy viết như 2021-0020/1: số phiếu, gạch chéo, thứ tự của nội dung."
                : "Đó là số phiếu; thêm thứ tự của nội dung, ví dụ \(typed)/1."
            throw CommandFailure(.wrongUse, "“\(typed)” không phải một nội dung.\n\(remedy)")
        }
    }
}

/// A reference as typed, in any case, with or without the hyphen.
struct ReferenceArgument: ExpressibleByArgument {
    let typed: String

    init(argument: String) { typed = argument }

    /// - Throws: ``CommandFailure`` when it is not of the form `7K3M-92TX`.
    var reference: Reference {
        get throws {
            if let reference = Reference(typed) { return reference }
            throw CommandFailure(
                .wrongUse,
                "“\(typed)” không phải số biên nhận. Số biên nhận có tám chữ và số, như 7K3M-92TX.\n"
                    + "Xem các phiếu chờ kiểm tra: doithoai register list --quarantined")
        }
    }
}
