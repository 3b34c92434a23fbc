import Cryptography
import Domain
import Foundation
import Register
import Testing

@Suite("The command `doithoai register`") struct RegisterCommandTests {
    private let office: RehearsedOffice

    init() throws { office = try RehearsedOffice(asOf: "2021-11-22T09:00") }

    private func number(_ number: Int) -> RegisterNumber { RegisterNumber(series: Series(id: "2021"), number: number) }

    private func matters(of number: Int = 1) throws -> [Matter] {
        try office.register { try $0.registration(self.number(number)).matters }
    }

    /// Whether what is printed opens the look-up.
    private func opens(_ reference: String, _ code: String) throws -> Bool {
        let reference = try #require(Reference(reference))
        let code = try #require(Code(code))
        let key = try Keyring(of: office.state)[.code].current
        let hash = ReceiptSecrets.codeHash(reference: reference.symbols, code: code.symbols, key: key)
        return try office.register { try $0.status(reference: reference, codeHash: hash) != nil }
    }

    @Test func `what is keyed in takes the next number, and its slip opens the look-up, whatever the channel`() throws {
        for (index, channel) in ["email", "post", "counter", "conference"].enumerated() {
            let slip = try office.add(channel: channel, received: "2021-11-19T08:00")
            #expect(slip.output.contains("số 2021-000\(index + 1)."))
            #expect(try opens(slip.value(after: "Số biên nhận:"), slip.value(after: "Mã tra cứu:")))
            let stored = try office.register { try $0.registration(number(index + 1)) }
            #expect(stored.channel.rawValue == channel && !stored.isLate)
            #expect(stored.reference.description == slip.value(after: "Số biên nhận:"))
        }
        try office.done("register", "verify")
    }

    @Test func `a form is late from the second after closing, and is numbered all the same`() throws {
        let last = try office.add(channel: "post", received: "2021-11-20T17:30:00")
        let late = try office.add(channel: "post", received: "2021-11-20T17:30:01")
        #expect(!last.output.contains("đến muộn") && late.output.contains("số 2021-0002. Phiếu đến sau hạn nhận"))
        let stored = try office.register { try $0.registrations() }
        #expect(stored.map(\.isLate) == [false, true])
        #expect(stored.compactMap(\.number?.number) == [1, 2])
        try office.done("register", "verify")
    }

    @Test func `what may not be keyed in is refused and takes no number`() throws {
        let words = ["register", "add", "--form", "dang-ky-2021", "--field", "ho-ten=A1"]
        func refused(_ more: String..., status: Int32) throws -> String {
            try office.refused(words + more, status: status)
        }
        #expect(try refused("--channel", "portal", status: 2).contains("tự vào sổ"))
        #expect(try refused("--channel", "post", "--received", "2021-11-23", status: 2).contains("chưa tới"))
        #expect(try refused("--channel", "post", "--field", "ho-ten=B", status: 2).contains("mỗi ô một lần"))
        let problems = try refused("--channel", "post", "--field", "dia-chi=x", status: 1)
        #expect(problems.contains("ô ho-ten") && problems.contains("Chưa nhập phiếu nào."))
        #expect(!problems.contains("A1"))
        #expect(try office.register { try $0.registrations().isEmpty })
    }

    @Test func `the fields of a form are told, and a long text is taken from a file`() throws {
        let words = ["register", "add", "--form", "dang-ky-2021", "--channel", "post"]
        for (more, said) in [
            ([], "* ho-ten"), (["--field", "la=1"], "không có ô “la”"), (["--field", "phan-1=@khong-co"], "khong-co"),
        ] {
            let status: Int32 = more.last?.contains("@") == true ? 3 : 2
            #expect(try office.refused(words + more, status: status).contains(said))
        }
        #expect(
            try office.refused("register", "add", "--form", "khac", "--channel", "post", status: 2)
                .contains("dang-ky-2021, phan-anh"))
        let file = office.state.url.appending(path: "chu.txt")
        try "Dòng một.\n\nDòng hai, có dấu = ở giữa.".write(to: file, atomically: true, encoding: .utf8)
        try office.add(matters: ["@\(file.path)"])
        #expect(try matters().map(\.text) == ["Dòng một.\n\nDòng hai, có dấu = ở giữa."])
    }

    @Test func `what waits is released to the next number or refused for a reason, and both stay listed`() throws {
        try office.add()
        let good = try office.addQuarantined("Nhãn hiệu tập thể đăng ký ở đâu?")
        let bad = try office.addQuarantined("Mua hàng giảm giá ở đâu?")
        #expect(try office.done("register", "list").output.contains(good) == false)
        #expect(try office.done("register", "list", "--quarantined").output.contains(good))
        #expect(try office.done("register", "release", good).output.contains("2021-0002"))
        _ = try office.refused("register", "refuse", bad, "--reason", "", status: 2)
        try office.done("register", "refuse", bad, "--reason", "Quảng cáo")
        #expect(try office.done("register", "list", "--refused").output.contains(bad))
        #expect(try office.refused("register", "refuse", good, "--reason", "Nhầm").contains("đã vào sổ"))
        let figures = try office.register { try $0.figures().of(Series(id: "2021")) }
        #expect((figures.registrations, figures.quarantined, figures.refused) == (2, 0, 1))
        try office.done("register", "verify")
    }

    @Test func `a matter is split, joined and given an outcome, and the figures add up`() throws {
        try office.add(matters: ["Cân ở chợ bao lâu kiểm định một lần? Ai trả tiền kiểm định?"])
        try office.add(matters: ["Ai trả tiền kiểm định cân?"])
        #expect(try office.done("register", "split", "2021-0001/1").output.contains("2 câu"))
        try office.done("register", "split", "2021-0001/1", "--at", "2")
        #expect(
            try matters().map(\.text) == ["Cân ở chợ bao lâu kiểm định một lần?", "Ai trả tiền kiểm định?"])
        try office.done("register", "same", "2021-0002/1", "--as-matter", "2021-0001/2")
        try office.done("register", "outcome", "2021-0001/2", "--kind", "guided", "--reason", "Đã gửi thư")
        #expect(try matters(of: 2).map(\.outcome) == [.guided])
        _ = try office.refused("register", "split", "2021-0001/2", "--before", "trả tiền")
        let figures = try office.register { try $0.figures().of(Series(id: "2021")) }
        #expect(figures.isBalanced && figures.mattersByOutcome == [.guided: 2] && figures.open == 1)
        try office.done("register", "verify")
    }

    @Test func `excluded text is in no listing, and showing it takes a reason and leaves an event`() throws {
        try office.add(matters: ["Tôi tố cáo một việc sai."])
        let outcome = ["register", "outcome", "2021-0001/1", "--kind", "excluded"]
        _ = try office.refused(outcome, status: 2)
        try office.done(outcome + ["--reason", "Tố cáo, chuyển Thanh tra"])
        for words in [["list"], ["list", "--json"], ["show", "2021-0001"], ["show", "2021-0001", "--json"]] {
            let shown = try office.done(["register"] + words).output
            #expect(!shown.contains("tố cáo một việc") && !shown.contains("Nguyễn Văn Ví Dụ"), "\(words)")
        }
        let events = try office.register { try $0.verify().events }
        _ = try office.refused("register", "show", "2021-0001/1", "--unseal", status: 2)
        #expect(
            try office.done("register", "show", "2021-0001/1", "--unseal", "--reason", "Thanh tra hỏi").output
                .contains("Tôi tố cáo một việc sai."))
        #expect(try office.register { try $0.verify().events } == events + 1)
        try office.done("register", "verify")
    }

    @Test func `a lost receipt gets a new code by number or reference, and only the newest opens`() throws {
        let slip = try office.add()
        let reference = slip.value(after: "Số biên nhận:")
        var codes = [slip.value(after: "Mã tra cứu:")]
        for name in ["2021-0001", reference] {
            let made = try office.done("register", "code", name, "--reason", "Mất biên nhận, đối chiếu căn cước")
            #expect(made.value(after: "Số biên nhận:") == reference)
            codes.append(made.value(after: "Mã tra cứu:"))
        }
        #expect(Set(codes).count == 3)
        #expect(try codes.map { try opens(reference, $0) } == [false, false, true])
        _ = try office.refused("register", "code", "2021-0009")
        _ = try office.refused("register", "code", "mất rồi", status: 2)
        try office.done("register", "verify")
    }

    @Test func `an account without the duty changes nothing, and an unknown one may not even look`() throws {
        let slip = try office.add()
        for words in [
            ["outcome", "2021-0001/1", "--kind", "answered"], ["code", "2021-0001"],
            ["classify", "2021-0001/1", "--subject", "shtt"], ["split", "2021-0001/1", "--before", "bao lâu"],
        ] {
            let said = try office.refused(["register"] + words, by: "phongqlkh")
            #expect(said.contains("phongqlkh không có nhiệm vụ"), "\(words)")
        }
        #expect(try office.refused("register", "list", by: "nguoi-la", status: 2).contains("content/office.yaml"))
        #expect(try opens(slip.value(after: "Số biên nhận:"), slip.value(after: "Mã tra cứu:")))
        #expect(try office.register { try $0.verify().events } == 1)
    }
}
