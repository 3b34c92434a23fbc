import ArgumentParser

/// `doithoai letter …`: papers of the office, as PDF to print and as DOCX to edit.
struct LetterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "letter",
        abstract: "Dựng văn bản của Sở: giấy mời, công văn, phiếu chuyển…",
        discussion: """
            Văn bản nằm trong thư mục letters của thư mục trạng thái, chỉ tài khoản của hệ thống đọc được. Số, ngày do \
            văn thư cho; chưa cho thì để trống. Lệnh không gửi văn bản đi và không đổi gì trong sổ.
            """,
        subcommands: [
            Invitations.self, Results.self, Guidance.self, Escalation.self, HandOvers.self, ChairsBooks.self,
            SignIn.self, Minutes.self, Report.self, Labels.self, Receipt.self,
        ])
}
