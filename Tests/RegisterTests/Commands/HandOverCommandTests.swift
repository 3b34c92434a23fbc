import Domain
import Foundation
import Register
import Testing

@Suite("The command `doithoai letter`: to the divisions") struct HandOverCommandTests {
    private let office: RehearsedOffice

    init() throws { office = try RehearsedOffice(asOf: "2021-11-22T09:00") }

    @Test func `a hand-over has the division's open matters without contact data`() throws {
        try office.add(received: "2021-11-19T10:00", matters: ["Của Chi cục, còn mở?", "Đã niêm phong"])
        try office.add(received: "2021-11-19T10:00", matters: ["Chưa giao ai?"])
        try office.done("register", "assign", "2021-0001/1", "--division", "chi-cuc-tdc")
        try office.done("register", "assign", "2021-0001/2", "--division", "chi-cuc-tdc")
        try office.done("register", "outcome", "2021-0001/2", "--kind", "excluded", "--reason", "Khiếu nại")
        let said = try office.done("letter", "hand-over", "--word", "--due", "25/11/2021").output
        #expect(said.contains("Chưa giao phòng nào có trong content/site.yaml, nên chưa có trong phiếu chuyển: 2021-"))
        #expect(
            try office.papers() == ["phieu-chuyen-2021-chi-cuc-tdc.docx", "phieu-chuyen-2021-chi-cuc-tdc.pdf"])
        #expect(!said.contains("Hãy xem trước khi chuyển"))
        let words = try office.text("phieu-chuyen-2021-chi-cuc-tdc.pdf")
        #expect(words.contains("Của Chi cục, còn mở?") && words.contains("chậm nhất thứ Năm ngày 25/11/2021"))
        for absent in ["Đã niêm phong", "Chưa giao ai?", "Ví Dụ", "0987", "Nà Mẫu"] { #expect(!words.contains(absent)) }
    }

    @Test func `what has a subject or a division that the site no longer knows is in the papers, or is told`() throws {
        for text in ["Câu của lĩnh vực đã bỏ?", "Câu của lĩnh vực còn đó?"] {
            try office.add(received: "2021-11-19T10:00", matters: [text])
        }
        for (number, division) in [("2021-0001/1", "chi-cuc-tdc"), ("2021-0002/1", "quan-ly-khoa-hoc")] {
            try office.done("register", "assign", number, "--division", division)
        }
        try office.done("register", "classify", "2021-0002/1", "--subject", "khcn")
        try office.renameInContent("tdc", "tdc-moi")
        try office.done("letter", "chairs-book")
        try office.done("letter", "minutes")
        for name in ["so-tay-chu-tri-2021.pdf", "bien-ban-2021.pdf"] {
            let words = try office.text(name)
            let kept = try #require(words.range(of: "Câu của lĩnh vực còn đó?")?.lowerBound)
            #expect(try #require(words.range(of: "Câu của lĩnh vực đã bỏ?")?.lowerBound) > kept)
        }
        let said = try office.done("letter", "hand-over").output
        #expect(said.contains("Chưa giao phòng nào có trong content/site.yaml, nên chưa có trong phiếu chuyển: 2021-"))
    }

    @Test func `a hand-over of feedback has words of its own, and a day that the clerk gives`() throws {
        try office.addFeedback("Trang tra cứu chậm?")
        try office.done("register", "assign", "phan-anh-2021-0001/1", "--division", "chi-cuc-tdc")
        let words = ["letter", "hand-over", "--series", "phan-anh-2021"]
        #expect(try office.refused(words, status: 2).contains("--due"))
        try office.done(words + ["--due", "01/12/2021"])
        let slip = try office.text("phieu-chuyen-phan-anh-2021-chi-cuc-tdc.pdf")
        #expect(slip.contains("Nội dung phản ánh, kiến nghị") && slip.contains("chậm nhất thứ Tư ngày 01/12/2021"))
        #expect(!slip.contains("đối thoại năm") && !slip.contains("hội nghị") && slip.contains("báo lại ngay cho"))
    }

    @Test(arguments: [
        ("2021-11-29T09:00", "Sở phải trả lời bằng văn bản chậm nhất"),
        ("2022-03-01T09:00", "Hạn trả lời của đợt 2021 đã qua"),
    ])
    func `after the conference a hand-over needs a day`(now: String, why: String) throws {
        let later = try RehearsedOffice(asOf: now)
        try later.add(received: "2021-11-19T10:00")
        try later.done("register", "assign", "2021-0001/1", "--division", "chi-cuc-tdc")
        #expect(try later.refused("letter", "hand-over", "--edition", "2021", status: 2).contains(why))
        try later.done("letter", "hand-over", "--edition", "2021", "--due", "10/03/2022")
    }

    @Test func `what senders wrote into their words of themselves is told before it is handed over`() throws {
        try office.add(received: "2021-11-19T10:00", matters: ["Gọi tôi số 0987 654 321, tôi là Nguyễn Văn Ví Dụ."])
        try office.done("register", "assign", "2021-0001/1", "--division", "chi-cuc-tdc")
        for paper in ["hand-over", "minutes"] {
            let said = try office.done("letter", paper).output
            #expect(said.contains("Lời văn của nội dung 2021-0001/1 có họ và tên, số điện thoại của người gửi."))
            #expect(!said.contains("0987"))
        }
    }

    @Test func `a series or division that is not there is refused, and one with nothing is named`() throws {
        try office.add(received: "2021-11-19T10:00")
        for words in [["register", "due"], ["register", "export"], ["letter", "hand-over"]] {
            #expect(
                try office.refused(words + ["--series", "2012"], status: 2).contains(
                    "Không có sổ 2012. Các sổ có: 2021"))
        }
        for words in [["register", "due"], ["letter", "hand-over"]] {
            #expect(try office.refused(words + ["--division", "x"], status: 2).contains("van-phong"))
        }
        let none = try office.refused("letter", "hand-over", "--division", "quan-ly-khoa-hoc")
        #expect(none.contains("Không có nội dung nào để chuyển tới Phòng Quản lý Khoa học."))
        let due = try office.done("register", "due", "--division", "quan-ly-khoa-hoc", "--within", "0").output
        #expect(due.contains("Phòng Quản lý Khoa học: không còn nội dung nào"))
    }

    @Test func `nothing is handed over to the office that hands over`() throws {
        try office.add(received: "2021-11-19T10:00")
        try office.done("register", "assign", "2021-0001/1", "--division", "van-phong")
        #expect(try office.refused("letter", "hand-over").contains("Không có nội dung nào để chuyển."))
        try office.add(received: "2021-11-19T10:00")
        try office.done("register", "assign", "2021-0002/1", "--division", "chi-cuc-tdc")
        let said = try office.done("letter", "hand-over").output
        #expect(said.contains("1 nội dung do Văn phòng Sở trả lời, không cần phiếu chuyển."))
    }
}
