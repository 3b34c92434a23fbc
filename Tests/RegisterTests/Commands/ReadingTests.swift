import Domain
import Foundation
import Register
import Testing

/// Golden files are written anew by `REWRITE_GOLDEN=1 swift test --filter ReadingTests`; read them as a clerk would.
@Suite("What `register list` and `register show` print") struct ReadingTests {
    private let office: RehearsedOffice
    private static let fixtures = RehearsedOffice.root.appending(path: "Tests/Fixtures/office")

    /// A morning's work: every state a matter can be in.
    init() throws {
        office = try RehearsedOffice(asOf: "2021-11-22T09:00")
        try office.add(
            received: "2021-11-12T08:05",
            matters: ["Cân ở chợ bao lâu kiểm định một lần? Ai trả tiền?", "Tôi tố cáo một việc sai."])
        try office.add(channel: "post", received: "2021-11-20T17:30:01", matters: [Self.long])
        try office.add(channel: "email", received: "2021-11-20T17:30:02", matters: [Self.long])
        try office.add(channel: "conference", received: "2021-11-21T10:00", matters: ["Nhãn hiệu đăng ký ở đâu?"])
        let waiting = try office.addQuarantined("Mua hàng giảm giá ở đâu?")
        _ = try office.addQuarantined("Trang nào có hàng giảm giá?")
        for words in [
            ["refuse", waiting, "--reason", "Quảng cáo"],
            ["split", "2021-0001/1", "--at", "2"], ["assign", "2021-0001/1", "--division", "chi-cuc-tdc"],
            ["outcome", "2021-0001/2", "--kind", "excluded", "--reason", "Tố cáo, chuyển Thanh tra"],
            ["outcome", "2021-0001/3", "--kind", "guided", "--reason", "Đã gọi điện cho người hỏi"],
            ["classify", "2021-0002/1", "--subject", "tdc"], ["same", "2021-0003/1", "--as-matter", "2021-0002/1"],
            ["code", "2021-0001", "--reason", "Mất biên nhận"],
        ] { try office.done(["register"] + words) }
        try office.done("answer", "draft", "2021-0002/1", by: "chicuctdc")
    }

    private static let long =
        "Chợ xã chưa có cân để người mua cân lại, nhiều người cân thiếu mà không biết đối chiếu vào đâu. "
        + "Đề nghị đặt một cân đối chứng ở chợ.\nCân đó do ai kiểm định?"

    // One office for all of them, in this order: to unseal leaves a line in the history.
    private static let cases = [
        ("list", ["list"]), ("list-open", ["list", "--open", "--series", "2021"]),
        ("list-quarantined", ["list", "--quarantined"]), ("list-refused", ["list", "--refused"]),
        ("list-no-such-series", ["list", "--series", "2020"]), ("list-json", ["list", "--json"]),
        ("show", ["show", "2021-0001"]), ("show-late", ["show", "2021-0002"]), ("show-same", ["show", "2021-0003/1"]),
        ("show-json", ["show", "2021-0001", "--json"]),
        ("show-unsealed", ["show", "2021-0001/2", "--unseal", "--reason", "Thanh tra hỏi"]),
    ]

    @Test func `each reads as its golden file, and no line but a command to copy is wider than a terminal`() throws {
        for (name, words) in Self.cases {
            let said = steady(try office.done(["register"] + words).output)
            let file = Self.fixtures.appending(path: "\(name).txt")
            if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" {
                try FileManager.default.createDirectory(at: Self.fixtures, withIntermediateDirectories: true)
                try Data(said.utf8).write(to: file)
            }
            #expect(said == (try String(contentsOf: file, encoding: .utf8)), "\(name)")
            guard !words.contains("--json") else { continue }
            for line in said.split(separator: "\n") where !line.contains("doithoai ") {
                #expect(line.count <= 80 && !line.hasSuffix(" "), "\(name): \(line)")
            }
        }
    }

    /// References are random, the clock ticks on, and the form may be edited: none of it is what is looked at.
    private func steady(_ text: String) -> String {
        text.replacing(/\b[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}\b/, with: "7K3M-92TX")
            .replacing(/22\/11\/2021 09:\d\d/, with: "22/11/2021 09:00")
            .replacing(/9 giờ \d\d, thứ Hai/, with: "9 giờ 00, thứ Hai")
            .replacing(/[0-9a-f]{64}/, with: "SHA-256")
            .replacing(/2021-11-22T09:\d\d:\d\d/, with: "2021-11-22T09:00:00")
    }
}
