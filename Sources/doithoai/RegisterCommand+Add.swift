import ArgumentParser
import Domain
import Register

extension RegisterCommand {
    /// `doithoai register add`.
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Vào sổ một phiếu giấy, phiếu gửi qua thư điện tử hoặc nêu tại hội nghị.",
            discussion: """
                Phiếu được kiểm tra như khi gửi trên cổng. Phiếu đến sau hạn nhận vẫn lấy số, ghi là đến muộn.
                Không kèm --field: in các ô của mẫu.
                In số biên nhận và mã tra cứu để ghi cho người gửi; mã chỉ hiện một lần.
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

        func run() throws {
            let session = try office.open(for: .clerk)
            let at = received?.instant ?? session.clock.now
            guard at <= session.clock.now else { throw CommandFailure(.wrongUse, "Ngày giờ nhận chưa tới.") }
            guard channel != .portal else {
                throw CommandFailure(
                    .wrongUse, "Phiếu gửi trên cổng tự vào sổ. Kênh: email, post, counter, conference.")
            }
            let answers = try KeyedInForm(id: form, portal: session.loadPortal()).answers(from: fields)
            let element = ImportedRegistration(received: at, channel: channel, form: form, answers: answers)
            let ready = try session.check([element]) { _, _ in RegistrationImport.randomToken() }
            for item in ready {
                printSlip(try session.register.enter(item, by: session.officer), code: item.code, session)
            }
        }

        /// What is written down for the sender.
        private func printSlip(_ entered: RegisterDatabase.Imported, code: Code, _ session: OfficeSession) {
            let receipt = entered.receipt
            let late = receipt.isLate ? " Phiếu đến sau hạn nhận, ghi là đến muộn." : ""
            print("Đã vào sổ, số \(entered.number?.description ?? "-").\(late)\n\nGhi cho người gửi:")
            print("Nhận lúc:     \(VietnameseDate.words(receipt.receivedAt))")
            print("Số biên nhận: \(receipt.reference)")
            print("Mã tra cứu:   \(code.grouped)")
            print("Xem phiếu:    \(session.site.baseURL)/tra-cuu/")
        }
    }
}
