import Domain
import Foundation
import Register
import Testing

@Suite("The command `doithoai answer`") struct AnswerCommandTests {
    private let office: RehearsedOffice
    private let matter = "2021-0001/1"

    init() throws {
        office = try RehearsedOffice(asOf: "2021-11-22T09:00")
        try office.add(matters: ["Cân ở quầy hàng mẫu bao lâu kiểm định một lần?"])
    }

    private var draft: URL { office.state.drafts.appending(path: "2021-0001-1.md") }
    private let written = "Cân dùng để mua bán kiểm định mười hai tháng một lần."

    /// What the division does between `draft` and `approve`.
    private func write(_ body: String) throws {
        try String(contentsOf: draft, encoding: .utf8)
            .replacingOccurrences(of: AnswerText.unwrittenSummary, with: "Mười hai tháng một lần.")
            .replacingOccurrences(of: AnswerText.unwritten, with: body)
            .write(to: draft, atomically: true, encoding: .utf8)
    }

    private func approved() throws -> String {
        try office.done("answer", "draft", matter, by: "chicuctdc")
        try write(written)
        let said = try office.done("answer", "approve", matter, by: "lanhdao").output
        return try #require(said.split(whereSeparator: \.isWhitespace).first { $0.hasSuffix(".md") }.map(String.init))
    }

    /// The page of an answer as readers get it; nothing when there is none.
    private func page(of path: String) throws -> String? {
        let name = path.replacing("content/", with: "").replacing(".md", with: "/index.html")
        let file = office.state.url.appending(path: "public/current/site/\(name)")
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        return try String(contentsOf: file, encoding: .utf8)
    }

    private func outcome() throws -> Outcome? {
        try office.register { try $0.registrations()[0].matters[0].outcome }
    }

    @Test func `an answer is drafted, written, approved, published and withdrawn`() throws {
        let path = try approved()
        #expect(!FileManager.default.fileExists(atPath: draft.path))
        #expect(try outcome() == .answered)
        #expect(try page(of: path) == nil)

        try office.done("build")
        let published = try #require(try page(of: path))
        #expect(published.contains(written) && !published.contains("Ví Dụ"))

        _ = try office.refused("answer", "withdraw", matter, "--reason", "Sai căn cứ", by: "chicuctdc")
        try office.done("answer", "withdraw", matter, "--reason", "Sai căn cứ", by: "lanhdao")
        #expect(try outcome() == nil)
        try office.done("build")
        let tombstone = try #require(try page(of: path))
        #expect(!tombstone.contains(written) && tombstone.contains("đã rút"))
        try office.done("register", "verify")
    }

    @Test func `a corrected answer takes the place of the one before`() throws {
        let path = try approved()
        try office.done("build")
        try office.done("answer", "draft", matter, by: "chicuctdc")
        let text = try String(contentsOf: draft, encoding: .utf8)
        #expect(text.contains(written))
        try text.replacing("mười hai tháng", with: "hai mươi bốn tháng").write(
            to: draft, atomically: true, encoding: .utf8)
        #expect(try office.done("answer", "approve", matter, by: "lanhdao").output.contains(path))
        try office.done("build")
        #expect(try #require(try page(of: path)).contains("hai mươi bốn tháng"))
        try office.done("register", "verify")
    }

    @Test func `an unfinished draft, the drafter's own approval and an officer without the duty are refused`() throws {
        #expect(try office.refused("answer", "approve", matter).contains("Chưa có tệp nháp"))
        _ = try office.refused("answer", "draft", matter, by: "lanhdao")
        try office.done("answer", "draft", matter, by: "chicuctdc")
        #expect(try office.refused("answer", "approve", matter).contains("chưa viết xong"))
        try write(written)
        #expect(try office.refused("answer", "approve", matter, by: "chicuctdc").contains("không có nhiệm vụ"))
        #expect(try office.refused("answer", "draft", matter, by: "chicuctdc").contains("--replace"))
        #expect(try outcome() == nil)
        #expect(try office.register { try $0.approvals().isEmpty })
    }

    @Test func `a draft is drawn up anew after a split, and removed when its matter is sealed`() throws {
        try office.add(matters: ["Cân ở chợ bao lâu kiểm định một lần? Ai trả tiền kiểm định?"])
        try office.done("answer", "draft", "2021-0002/1", by: "chicuctdc")
        #expect(try office.done("register", "split", "2021-0002/1", "--at", "2").output.contains("--replace"))
        try office.done("answer", "draft", "2021-0002/1", "--replace", by: "chicuctdc")
        let file = office.state.drafts.appending(path: "2021-0002-1.md")
        #expect(try !String(contentsOf: file, encoding: .utf8).contains("Ai trả tiền"))
        try office.done("register", "outcome", "2021-0002/1", "--kind", "excluded", "--reason", "Khiếu nại")
        #expect(!FileManager.default.fileExists(atPath: file.path))
        #expect(try office.refused("answer", "draft", "2021-0002/1", by: "chicuctdc").contains("niêm phong"))
    }

    @Test func `an approved answer holds its matter until it is withdrawn`() throws {
        _ = try approved()
        for words in [
            ["outcome", matter, "--kind", "excluded", "--reason", "Khiếu nại"], ["reopen", matter, "--reason", "Nhầm"],
            ["split", matter, "--before", "bao lâu"],
        ] {
            let said = try office.refused(["register"] + words)
            #expect(said.contains("doithoai answer withdraw \(matter)"), "\(words)")
        }
        try office.done("answer", "withdraw", matter, "--reason", "Xem lại", by: "lanhdao")
        try office.done("register", "split", matter, "--before", "bao lâu")
        try office.done("register", "verify")
    }

    @Test(arguments: [
        "Ông Nguyễn Văn Ví Dụ đã hỏi.", "Gọi số 0987 654 321.", "Ở thôn Nà Mẫu, xã Bằng Phúc, huyện Chợ Đồn.",
    ])
    func `what identifies the sender stops the approval unless a reason is given`(words: String) throws {
        try office.done("answer", "draft", matter, by: "chicuctdc")
        try write("\(written) \(words)")
        let said = try office.refused("answer", "approve", matter)
        #expect(said.contains("thông tin của người hỏi") && said.contains("dòng "))
        #expect(try outcome() == nil)
        try office.done("answer", "approve", matter, "--accept-origin", "Người hỏi đồng ý bằng văn bản")
        #expect(try outcome() == .answered)
    }

    @Test func `bytes that were not approved stop the build, and readers keep the release before`() throws {
        let path = try approved()
        try office.done("build")
        let file = office.state.url.appending(path: path)
        try (String(contentsOf: file, encoding: .utf8) + "\nThêm một câu chưa duyệt.\n").write(
            to: file, atomically: true, encoding: .utf8)
        #expect(try office.refused("build").contains("Chưa phát hành gì"))
        #expect(try #require(try page(of: path)).contains("chưa duyệt") == false)
    }
}
