import Documents
import Domain
import Foundation
import Publishing
import Register
import Theme

/// The words for errors that rooms throw as data.
struct VietnameseFailure {
    let status: ExitStatus
    let message: String

    /// Nothing for an error it has no words for.
    init?(_ error: any Error) {
        switch error {
        case let error as RehearsalError: (status, message) = VietnameseFailure.words(error)
        case let error as KeyringError: (status, message) = VietnameseFailure.words(error)
        case let error as RegisterError: (status, message) = VietnameseFailure.words(error)
        case let error as ErasuresError:
            (status, message) = (.problems, "Danh sách đã xóa có dòng \(error.line) không phải số biên nhận.")
        case let error as SplitError: (status, message) = VietnameseFailure.words(error)
        case let error as DiskError: (status, message) = (.fault, error.description)
        case let error as ReleaseError: (status, message) = VietnameseFailure.words(error)
        case let error as DocumentsError: (status, message) = VietnameseFailure.words(error)
        case let error as Diagnostic: (status, message) = (.problems, error.description)
        case let error as ThemeError: (status, message) = (.problems, error.description)
        default: return nil
        }
    }

    private static func words(_ error: RehearsalError) -> (ExitStatus, String) {
        switch error {
        case .realFolder:
            (
                .wrongUse,
                "Thư mục này đang giữ sổ tiếp nhận hoặc khóa của cổng thật, không chạy thử ở đây được. "
                    + "Hãy chỉ một thư mục khác bằng --state."
            )
        case .unreadable:
            (.fault, "Không đọc được rehearsal.json của thư mục chạy thử. Hãy xóa thư mục rồi chạy thử lại.")
        }
    }

    private static func words(_ error: KeyringError) -> (ExitStatus, String) {
        switch error {
        case .damaged(let file): (.fault, "Tệp khóa \(file) không đủ 32 byte. Hãy lấy lại từ bản sao lưu.")
        case .exposed(let file): (.fault, "Tệp khóa \(file) để người khác đọc được. Hãy đặt quyền 0600 cho tệp.")
        case .exhausted(let purpose): (.fault, "Khóa “\(purpose)” đã đổi quá 255 lần.")
        }
    }

    private static func words(_ error: ReleaseError) -> (ExitStatus, String) {
        switch error {
        case .busy, .linkNotOurs, .foreignFile: (.fault, error.description)
        case .nothingBefore, .samePath, .badPath: (.problems, error.description)
        }
    }

    private static func words(_ error: DocumentsError) -> (ExitStatus, String) {
        switch error {
        case .missingGlyph, .codeTooLong: (.problems, error.description)
        case .engineMissing, .engineFailed, .fontMissing, .templatesMissing, .damaged, .cannotWrite:
            (.fault, error.description)
        }
    }
}
