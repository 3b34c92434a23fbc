import Domain
import Foundation
import Register
import Testing

@Suite("The command `doithoai letter`: to people and authorities") struct LetterCommandTests {
    private let office: RehearsedOffice

    init() throws { office = try RehearsedOffice(asOf: "2021-11-22T09:00") }

    private var letters: URL { office.state.letters }

    private func mode(_ url: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }

    @Test func `everyone whose matter enters the conference is invited once, the others not`() throws {
        let inTime = "2021-11-19T10:00"
        try office.add(received: inTime, matters: ["Cân kiểm định ở đâu?"])
        try office.add(received: inTime, matters: ["Người này gửi hai phiếu, chỉ nhận một giấy mời."])
        for name in ["Lý Thị Thí Dụ", "Ma Văn Giả Định", "Hà Thị Đến Muộn"] {
            let late = name.hasSuffix("Muộn")
            try office.done(
                "register", "add", "--form", "dang-ky-2021", "--channel", "post", "--received",
                late ? "2021-11-21T10:00" : inTime, "--field", "khieu-nai=khong", "--field", "loai=ca-nhan", "--field",
                "ho-ten=\(name)", "--field", "dien-thoai=0987654321", "--field", "dia-chi=Thôn Bản Mẫu #2 *x* <b>",
                "--field", "linh-vuc=tdc", "--field", "phan-1=Chữ bí mật của đơn", "--field", "du=co")
        }
        try office.done("register", "outcome", "2021-0003/1", "--kind", "excluded", "--reason", "Tố cáo")
        let said = try office.done("letter", "invitations", "--word", "--number", "12", "--date", "2021-11-21").output
        #expect(said.contains("Đã làm giấy mời cho 2 người, 2 trang: \(letters.path)/giay-moi-2021.pdf"))
        #expect(try office.papers() == ["giay-moi-2021-0001.docx", "giay-moi-2021-0004.docx", "giay-moi-2021.pdf"])
        let words = try office.text("giay-moi-2021.pdf")
        #expect(words.contains("Ma Văn Giả Định") && words.contains("phiếu số 2021-0001, 2021-0002"))
        #expect(words.contains("Thôn Bản Mẫu #2 *x* <b>"))
        for absent in ["Lý Thị Thí Dụ", "Hà Thị Đến Muộn", "Chữ bí mật"] { #expect(!words.contains(absent)) }
        #expect(words.contains("Số: 12/GM-SKHCN") && words.contains("ngày 21 tháng 11 năm 2021"))
        #expect(try mode(letters) == 0o700)
        #expect(try office.papers().allSatisfy { try mode(letters.appending(path: $0)) == 0o600 })
        try office.done("register", "verify")
    }

    @Test func `those who come late, and only those who will attend, are chosen by options`() throws {
        try office.add(received: "2021-11-19T10:00")
        try office.add(received: "2021-11-21T10:00", matters: ["Đến muộn"])
        #expect(try office.refused("letter", "invitations", "--attending").contains("chưa có ai để mời"))
        try office.done("letter", "invitations")
        #expect(try !office.text("giay-moi-2021-0001.pdf").contains("2021-0002"))
        try office.done("letter", "invitations", "--late", "--replace")
        #expect(try office.text("giay-moi-2021-0001.pdf").contains("2021-0001, 2021-0002"))
    }

    @Test func `a file that is there is kept unless it may be replaced`() throws {
        try office.add(received: "2021-11-19T10:00")
        try office.done("letter", "invitations", "--word")
        let edited = letters.appending(path: "giay-moi-2021-0001.docx")
        try Data("đã sửa".utf8).write(to: edited)
        #expect(try office.refused("letter", "invitations", "--word").contains("--replace"))
        #expect(try Data(contentsOf: edited) == Data("đã sửa".utf8))
        try office.done("letter", "invitations", "--word", "--replace")
        #expect(try Data(contentsOf: edited).count > 1_000)
    }

    @Test func `papers go to the folder that is named, never to where the web server reads`() throws {
        try office.add(received: "2021-11-19T10:00")
        let folder = office.state.url.appending(path: "in-di", directoryHint: .isDirectory)
        try office.done("letter", "invitations", "--output", folder.path)
        #expect(try mode(folder) == 0o700)
        #expect(try mode(folder.appending(path: "giay-moi-2021-0001.pdf")) == 0o600)
        for place in ["public", "public/a/site", "content", "theme/documents", "docs", "moi/nua", "."] {
            let path = RehearsedOffice.root.appending(path: place).path
            #expect(
                try office.refused("letter", "invitations", "--output", path, status: 2).contains("dữ liệu cá nhân"))
        }
        let link = office.state.url.appending(path: "loi-tat")
        try FileManager.default.createDirectory(
            at: office.state.url.appending(path: "public"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: office.state.url.appending(path: "public"))
        for place in [office.state.url.appending(path: "public/x"), link.appending(path: "moi/nua")] {
            #expect(
                try office.refused("letter", "invitations", "--output", place.path, status: 2)
                    .contains("dữ liệu cá nhân"))
        }
    }

    @Test func `a number is one letter's own, and what is no number or signer is refused`() throws {
        try office.add(received: "2021-11-19T10:00")
        for words in [["--number", "mười"], ["--signer", "Nguyễn Văn A"], ["--link", "http://a.vn"]] {
            _ = try office.refused(["letter", "invitations"] + words, status: 2)
        }
        try office.done("letter", "invitations", "--signer", "giám đốc; Nguyễn Văn Mẫu", "--number", "5/GM-SKHCN")
        let words = try office.text("giay-moi-2021-0001.pdf")
        #expect(words.contains("GIÁM ĐỐC") && words.contains("Nguyễn Văn Mẫu") && !words.contains("KT."))
        #expect(words.contains("Số: 05/GM-SKHCN") && words.contains("ngày tháng năm"))
        _ = try office.refused("letter", "invitations", "--replace", by: "chicuctdc")
    }

    @Test func `a result holds the question in full and the approved answer, and nothing without one`() throws {
        let office = try RehearsedOffice(asOf: "2021-11-29T09:00")
        try office.add(received: "2021-11-19T10:00", matters: ["Câu hỏi #1 *đủ* chữ?", "Câu chưa trả lời?"])
        #expect(try office.refused("letter", "results", "2021-0001").contains("Chưa có công văn nào"))
        try office.approve("2021-0001/1", outcome: "answered", "Trả lời **thử** một.")
        let said = try office.done("letter", "results", "2021-0001", "--word", "--number", "9").output
        #expect(said.contains("Nội dung 2021-0001/2 chưa có câu trả lời được duyệt."))
        let words = try office.text("cong-van-tra-loi-2021-0001.pdf")
        for part in [
            "Kính gửi: Ông (Bà) Nguyễn Văn Ví Dụ", "Thôn Nà Mẫu", "Câu hỏi #1 *đủ* chữ?", "Trả lời thử một.",
            "Số: 09/SKHCN-VP", "Nội dung 2021-0001/2: Sở tiếp tục xem xét",
        ] { #expect(words.contains(part), "\(part)") }
        #expect(!words.contains("Câu chưa trả lời?"))
        try office.done("letter", "results", "--not-attending", "--replace")
        _ = try office.refused("letter", "results", status: 2)

        try office.done("answer", "withdraw", "2021-0001/1", "--reason", "Sai", by: "lanhdao")
        #expect(try office.refused("letter", "results", "2021-0001", "--replace").contains("Chưa có công văn nào"))
    }

    @Test func `who was absent is written to when the conference has begun, and of its own registrations only`() throws
    {
        try office.add(received: "2021-11-19T10:00")
        #expect(try office.refused("letter", "results", "2021-0001", status: 2).contains("chưa biết ai vắng mặt"))
        let later = try RehearsedOffice(asOf: "2021-11-26T14:00")
        try later.add(received: "2021-11-19T10:00")
        #expect(try later.refused("letter", "results", "2021-0001").contains("Chưa có công văn nào"))
        try later.addFeedback("Trang tra cứu chậm.")
        try later.done("register", "outcome", "phan-anh-2021-0001/1", "--kind", "escalated")
        for words in [
            ["results", "phan-anh-2021-0001"], ["escalation", "phan-anh-2021-0001/1", "--authority", "ubnd-tinh"],
        ] {
            #expect(try later.refused(["letter"] + words, status: 2).contains("không thuộc đợt 2021"))
        }
    }

    @Test func `guidance and escalation go to the authority of the answer, or the one that is named`() throws {
        for text in ["Việc của nơi khác?", "Việc của tỉnh?", "Việc ghi thẳng vào sổ?"] {
            try office.add(received: "2021-11-19T10:00", matters: [text])
        }
        #expect(try office.refused("letter", "guidance", "2021-0001/1").contains("--kind guided"))
        try office.approve("2021-0001/1", outcome: "guided", authority: "cuc-qltt", "Gửi tới Cục.")
        try office.approve("2021-0002/1", outcome: "escalated", authority: "ubnd-tinh", "Sở báo cáo.")
        try office.done("register", "outcome", "2021-0003/1", "--kind", "escalated")
        try office.done("letter", "guidance")
        let guidance = try office.text("cong-van-huong-dan-2021-0001-1.pdf")
        #expect(guidance.contains("- Cục Quản lý thị trường tỉnh Bắc Kạn;") && guidance.contains("Việc của nơi khác?"))
        #expect(!guidance.contains("Nà Mẫu") && !guidance.contains("0987"))
        try office.done("letter", "escalation")
        let escalation = try office.text("cong-van-bao-cao-2021-ubnd-tinh.pdf")
        #expect(escalation.contains("Kính gửi: Ủy ban nhân dân tỉnh Bắc Kạn") && escalation.contains("Việc của tỉnh?"))
        #expect(!escalation.contains("ghi thẳng"))
        #expect(try office.refused("letter", "escalation", "2021-0003/1", status: 2).contains("--authority"))
        #expect(
            try office.refused("letter", "escalation", "2021-0003/1", "--authority", "x", status: 2)
                .contains("ubnd-tinh"))
        try office.done("letter", "escalation", "2021-0003/1", "--authority", "bo-khcn", "--number", "3")
        #expect(try office.text("cong-van-bao-cao-2021-bo-khcn.pdf").contains("Việc ghi thẳng vào sổ?"))
    }

    @Test(arguments: [("guidance", "guided", "cuc-qltt"), ("escalation", "escalated", "ubnd-tinh")])
    func `what senders wrote into their words is told before it goes to an authority`(
        command: String, outcome: String, authority: String
    ) throws {
        try office.add(received: "2021-11-19T10:00", matters: ["Gọi tôi số 0987 654 321."])
        try office.add(received: "2021-11-19T10:00", matters: ["Không có gì của người gửi?"])
        for number in ["2021-0001/1", "2021-0002/1"] {
            try office.done("register", "outcome", number, "--kind", outcome)
        }
        let said = try office.done("letter", command, "2021-0001/1", "2021-0002/1", "--authority", authority).output
        #expect(
            said.contains("Lời văn của nội dung 2021-0001/1 có số điện thoại của người gửi. Hãy xem trước khi gửi."))
        #expect(!said.contains("Lời văn của nội dung 2021-0002/1") && !said.contains("0987"))
    }

    @Test func `invitations made before the closing day say that more may come`() throws {
        let early = try RehearsedOffice(asOf: "2021-11-12T09:00")
        try early.add(received: "2021-11-10T10:00")
        #expect(try early.done("letter", "invitations").output.contains("Chưa hết hạn nhận phiếu"))
    }

    @Test func `what the font lacks is a square and is told, and stops nobody's paper`() throws {
        try office.add(received: "2021-11-19T10:00", matters: ["Cảm ơn Sở 👨‍👩‍👧 nhiều 😀 lắm ❤️ ạ 中"])
        let said = try office.done("letter", "chairs-book", "--word").output
        #expect(said.contains("“😀” (U+1F600)") && said.contains("U+4E2D"))
        #expect(try office.text("so-tay-chu-tri-2021.pdf").contains("Cảm ơn Sở □□□ nhiều □ lắm"))
        #expect(try office.papers().count == 2)
    }

    @Test func `nobody writes to one who was erased, and papers within the office say so`() throws {
        for outcome in ["guided", "escalated"] {
            try office.add(received: "2021-11-19T10:00")
            let matter = outcome == "guided" ? "2021-0001/1" : "2021-0002/1"
            try office.done("register", "outcome", matter, "--kind", outcome)
        }
        try office.add(received: "2021-11-19T10:00")
        try office.done("register", "assign", "2021-0003/1", "--division", "chi-cuc-tdc")
        try office.register { register in
            for registration in try register.registrations() {
                #expect(try register.erase(registration.reference, by: "quantri").erased)
            }
        }
        for (command, matter) in [("guidance", "2021-0001/1"), ("escalation", "2021-0002/1")] {
            let refused = try office.refused("letter", command, matter, "--authority", "ubnd-tinh")
            #expect(refused.contains("Chưa có công văn nào để làm"), "\(command)")
        }
        for command in ["minutes", "chairs-book", "hand-over"] { try office.done("letter", command) }
        for name in ["bien-ban-2021.pdf", "so-tay-chu-tri-2021.pdf", "phieu-chuyen-2021-chi-cuc-tdc.pdf"] {
            let words = try office.text(name)
            #expect(words.contains("(đã xóa thông tin người gửi)") && words.contains("(đã xóa)"), "\(name)")
        }
    }

    @Test func `a paper is made on its side of the conference only`() throws {
        try office.add(received: "2021-11-19T10:00")
        for early in ["report", "results"] {
            #expect(
                try office.refused("letter", early, status: 2).contains(
                    "Hội nghị họp lúc 14 giờ 00, thứ Sáu ngày 26/11/2021"))
        }
        #expect(try office.refused("letter", "invitations", "--date", "27/11/2021", status: 2).contains("Ngày ký"))
        let after = try RehearsedOffice(asOf: "2021-11-26T14:00")
        try after.add(received: "2021-11-19T10:00")
        #expect(try after.refused("letter", "invitations", status: 2).contains("Hội nghị đã họp"))
    }
}
