import Domain
import Foundation
import Register
import Testing

@Suite("The command `doithoai letter`: papers of record") struct RecordCommandTests {
    private let office: RehearsedOffice

    init() throws { office = try RehearsedOffice(asOf: "2021-11-22T09:00") }

    @Test
    func
        `a receipt of what waits counts what was written and promises no answer, and of what was refused there is none`()
        throws
    {
        let reference = try office.addQuarantined("Câu hỏi còn chờ kiểm tra?")
        try office.done("letter", "receipt", reference)
        let waiting = try office.text("bien-nhan-\(reference).pdf")
        #expect(waiting.contains("Số nội dung: 1.") && waiting.contains("chưa vào sổ"))
        #expect(waiting.contains("Mã tra cứu chỉ hiện một lần") && !waiting.contains("chậm nhất"))
        try office.done("register", "refuse", reference, "--reason", "Quảng cáo")
        #expect(try office.refused("letter", "receipt", reference, "--replace").contains("register release"))
        try office.done("register", "release", reference)
        try office.done("letter", "receipt", "2021-0001")
        #expect(try office.text("bien-nhan-2021-0001.pdf").contains("chậm nhất thứ Sáu ngày 10/12/2021"))
    }

    @Test func `minutes say when the conference began to the minute, and nothing that nobody gave`() throws {
        try office.add(received: "2021-11-19T10:00")
        #expect(try office.refused("letter", "minutes", "--began", "26/11/2021", status: 2).contains("cả giờ"))
        _ = try office.refused("letter", "minutes", "--signer", "", status: 2)
        try office.done("letter", "minutes", "--began", "26/11/2021 14:05", "--number", "4")
        let words = try office.text("bien-ban-2021.pdf")
        #expect(words.contains("14 giờ 05") && words.contains("04/BB-SKHCN") && words.contains("Thư ký ghi thêm"))
        #expect(!words.contains("đã được đọc"))
    }

    @Test func `labels of those who are named, without their numbers`() throws {
        for name in ["Nguyễn Thị Thí Dụ", "Trần Văn Mẫu"] { try office.add(received: "2021-11-19T10:00", name: name) }
        try office.done("letter", "labels", "2021-0002")
        let words = try office.text("nhan-dia-chi-2021.pdf")
        #expect(words.contains("Trần Văn Mẫu") && !words.contains("Nguyễn Thị Thí Dụ") && !words.contains("2021-0002"))
        #expect(try office.refused("letter", "labels", "2021-0009", "--replace", status: 2).contains("2021-0009"))
    }

    @Test func `a report goes to the authority by the name that is not abbreviated`() throws {
        let office = try RehearsedOffice(asOf: "2021-12-15T09:00")
        try office.add(received: "2021-11-19T10:00")
        try office.done("letter", "report")
        #expect(
            try office.text("bao-cao-2021.pdf").contains(
                "Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn"))
    }

    @Test func `as many labels are used up as the sheet of that kind has, less one`() throws {
        try office.add(received: "2021-11-19T10:00")
        for (kind, most) in [("address", 15), ("name", 9)] {
            try office.done("letter", "labels", "--kind", kind, "--skip", "\(most)")
            #expect(
                try office.refused("letter", "labels", "--kind", kind, "--skip", "\(most + 1)", "--replace", status: 2)
                    .contains("từ 0 đến \(most)"))
        }
    }

    @Test func `how many came is what ket-qua.md says, unless the clerk says otherwise`() throws {
        let office = try RehearsedOffice(asOf: "2021-12-15T09:00")
        try office.add(received: "2021-11-19T10:00")
        try office.done("register", "outcome", "2021-0001/1", "--kind", "guided")
        #expect(!(try office.done("letter", "report").output.contains("ket-qua.md")))
        let first = try office.text("bao-cao-2021.pdf")
        #expect(first.contains("Số người dự: 11 người.") && first.contains("Nội dung đã hướng dẫn tới: nơi khác (1)."))
        let said = try office.done("letter", "report", "--attended", "41", "--replace").output
        #expect(said.contains("ket-qua.md ghi 11 người dự"))
        #expect(try office.text("bao-cao-2021.pdf").contains("Số người dự: 41 người."))
    }

    @Test func `the chair's book has answers, drafts and what has neither`() throws {
        for text in ["Câu một?", "Câu hai?", "Câu ba?", "Câu bốn?"] {
            try office.add(received: "2021-11-19T10:00", matters: [text])
        }
        try office.approve("2021-0001/1", outcome: "answered", "Đã duyệt xong.")
        try office.write("2021-0002/1", outcome: "answered", "Đang viết dở.")
        try office.done("answer", "draft", "2021-0003/1", by: "chicuctdc")
        try office.done("register", "same", "2021-0004/1", "--as-matter", "2021-0002/1")
        try office.done("letter", "chairs-book")
        let words = try office.text("so-tay-chu-tri-2021.pdf")
        for part in [
            "TÀI LIỆU NỘI BỘ", "Đã duyệt xong.", "Dự thảo trả lời (chưa duyệt): Một câu.", "Đang viết dở.",
            "Trả lời: chưa có.", "Cùng nội dung: 2021-0004/1.",
        ] { #expect(words.contains(part), "\(part)") }
        try Data("hỏng\n---\nChữ của bản nháp hỏng\n".utf8).write(
            to: office.state.drafts.appending(path: "2021-0002-1.md"))
        try office.done("letter", "chairs-book", "--replace")
        #expect(try office.text("so-tay-chu-tri-2021.pdf").contains("Chữ của bản nháp hỏng"))
    }
}
