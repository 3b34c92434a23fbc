import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register keys`.
    struct Keys: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "keys", abstract: "Xem tuổi các khóa bí mật, hoặc làm khóa mới.",
            discussion: """
                Khóa mới dùng từ lần khởi động dịch vụ kế tiếp. Khóa liền trước vẫn có giá trị: phiếu đang gửi dở và mã tra cứu \
                cấp trước đó vẫn dùng được. Khóa trước nữa bị xóa, và mã tra cứu cấp dưới khóa ấy không mở được phiếu nữa.
                """)

        @OptionGroup var folders: FolderOptions

        @Flag(help: "Làm khóa mới.")
        var rotate = false

        @Flag(name: .customLong("drop-oldest"), help: "Chấp nhận xóa khóa trước nữa.")
        var dropsOldest = false

        func run() throws {
            let state = folders.state
            _ = try Keyring(of: state)
            if rotate {
                try refuseToDropCodes(state)
                try Keyring.rotate(in: state)
                print("Đã làm khóa mới. Để dịch vụ dùng: systemctl restart doithoai-form (không mất phiếu nào)")
            }
            for age in try Keyring.ages(in: state) {
                print(
                    "\(age.isCurrent ? "Khóa đang dùng" : "Khóa liền trước"): lần \(age.generation), "
                        + "làm lúc \(VietnameseDate.words(age.made))")
            }
        }

        /// The next change ends the codes that were given under the key before.
        private func refuseToDropCodes(_ state: StateFolder) throws {
            let ages = try Keyring.ages(in: state)
            guard ages.count > 1, let current = ages.first(where: \.isCurrent), !dropsOldest else { return }
            throw CommandFailure(
                .problems,
                "Đổi khóa lần nữa thì mã tra cứu cấp trước \(VietnameseDate.words(current.made)) không dùng được nữa.\n"
                    + "Nếu chấp nhận, thêm --drop-oldest. Người mất mã được cấp lại bằng: doithoai register code")
        }
    }
}
