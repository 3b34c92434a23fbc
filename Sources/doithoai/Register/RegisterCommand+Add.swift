import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Vào sổ một phiếu giấy, phiếu gửi qua thư điện tử hoặc nêu tại hội nghị.",
            discussion: """
                Phiếu được kiểm tra như khi gửi trên cổng. Phiếu đến sau hạn nhận vẫn lấy số, ghi là đến muộn.
                Không kèm --field: in các ô của mẫu.
                In số biên nhận và mã tra cứu để ghi cho người gửi; mã chỉ hiện một lần. --receipt in biên nhận có mã ra đầu \
                ra, để chuyển thẳng cho máy in: doithoai register add … --receipt | lp
                """)

        @OptionGroup var office: OfficeOptions

        @Option(help: "Mẫu phiếu: dang-ky-2021, phan-anh…")
        var form: String

        @Option(help: "email, post, counter hoặc conference.")
        var channel: Channel

        @Option(help: "Ngày giờ nhận. Mặc định: bây giờ.")
        var received: MomentArgument?

        @Option(name: .customLong("field"), help: "Một ô của phiếu, tên=giá trị hoặc tên=@tệp; lặp lại.")
        var fields: [String] = []

        @Flag(help: "Đưa biên nhận PDF, có mã tra cứu, ra đầu ra chuẩn; không giữ lại tệp nào.")
        var receipt = false

        func run() throws {
            if receipt, isatty(STDOUT_FILENO) == 1 {
                throw CommandFailure(
                    .wrongUse, "Hãy chuyển biên nhận cho máy in: doithoai register add … --receipt | lp")
            }
            let session = try office.open(for: .clerk)
            let at = received?.instant ?? session.clock.now
            guard at <= session.clock.now else { throw CommandFailure(.wrongUse, "Ngày giờ nhận chưa tới.") }
            guard channel != .portal else {
                throw CommandFailure(
                    .wrongUse, "Phiếu gửi trên cổng tự vào sổ. Kênh: email, post, counter, conference.")
            }
            let portal = try session.loadPortal()
            let answers = try KeyedInForm(id: form, portal: portal).answers(from: fields)
            // Before anything is entered: without an engine there would be a number and no receipt.
            if receipt { _ = try session.pdfRenderer() }
            let element = ImportedRegistration(received: at, channel: channel, form: form, answers: answers)
            let ready = try session.check([element]) { _, _ in RegistrationImport.randomToken() }
            for item in ready {
                let entered = try session.register.enter(item, by: session.officer)
                let slip = slip(entered, code: item.code, session)
                guard receipt else { return print(slip) }
                tell(slip)
                // No file is kept of a code: the register itself knows a hash of it only.
                let registration = try session.register.registration(entered.receipt.reference)
                let paper = try session.receipt(for: registration, code: item.code.grouped, editions: portal.editions)
                try session.drawPDF([paper], tell: tell).forEach { FileHandle.standardOutput.write(Data($0.bytes)) }
            }
        }

        /// Standard output is a receipt on its way to the printer.
        private func tell(_ words: String) { FileHandle.standardError.write(Data((words + "\n").utf8)) }

        /// What is written down for the sender.
        private func slip(_ entered: RegisterDatabase.Imported, code: Code, _ session: OfficeSession) -> String {
            let receipt = entered.receipt
            let late = receipt.isLate ? " Phiếu đến sau hạn nhận, ghi là đến muộn." : ""
            return """
                Đã vào sổ, số \(entered.number?.description ?? "-").\(late)

                Ghi cho người gửi:
                Nhận lúc:     \(VietnameseDate.words(receipt.receivedAt))
                Số biên nhận: \(receipt.reference)
                Mã tra cứu:   \(code.grouped)
                Xem phiếu:    \(session.site.baseURL)/tra-cuu/
                """
        }
    }
}
