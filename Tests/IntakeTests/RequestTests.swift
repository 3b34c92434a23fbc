import Domain
import Testing

@testable import Intake

@Suite("Requests") struct RequestTests {
    @Test(arguments: [
        "ho-ten=%FF%FE", "ho-ten=%C0%AF", "ho-ten=%ED%A0%80", "ho-ten=%E1%BA", "ho-ten=%", "ho-ten=%z", "ho-ten=%4",
        "%=1", "ho-ten=%zz", "a%00b=1",
    ])
    func `bytes that are no form are refused`(body: String) {
        let answer = Counter().post("/gui/dang-ky-2021", []) { $0.body = .success(Array(body.utf8)) }
        #expect(answer.status == 400)
        #expect(answer.text.contains("Sở chưa đọc được yêu cầu này"))
    }

    @Test func `ten thousand fields are refused`() {
        let body = Array(String(repeating: "a=1&", count: 10_000).utf8)
        #expect(Counter().post("/gui/dang-ky-2021", []) { $0.body = .success(body) }.status == 400)
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", 200), ("Application/X-WWW-Form-Urlencoded; charset=UTF-8", 200),
        ("application/x-www-form-urlencoded;charset=\"utf-8\"", 200),
        ("application/x-www-form-urlencoded; charset=windows-1258", 415), ("multipart/form-data; boundary=x", 415),
        ("application/json", 415), ("text/plain", 415), ("", 415),
    ])
    func `only forms as browsers send them are read`(type: String, status: Int) {
        let answer = Counter().post("/gui/dang-ky-2021", Sample.person.map { ($0.key, $0.value) }) {
            $0.contentType = type
        }
        #expect(answer.status == status)
    }

    @Test(arguments: [
        (IntakeRequest.BodyFault.lengthMissing, 411), (.lengthInvalid, 400), (.tooLarge, 413), (.incomplete, 400),
    ])
    func `a body that is not whole is refused`(fault: IntakeRequest.BodyFault, status: Int) {
        let counter = Counter()
        #expect(counter.post("/gui/dang-ky-2021/gui", []) { $0.body = .failure(fault) }.status == status)
        #expect(counter.store.rows.isEmpty)
    }

    struct Sender: Sendable {
        var site: String?
        var origin: String?
        var host: String? = "127.0.0.1:8080"
    }

    @Test(arguments: [
        (Sender(), true), (Sender(site: "same-origin", origin: "http://127.0.0.1:8080"), true),
        (Sender(site: "none"), true), (Sender(site: "same-origin", origin: "null"), true),
        (Sender(origin: "http://127.0.0.1:8080"), true), (Sender(origin: Sample.site.baseURL), true),
        (Sender(origin: "https://portal.example", host: "portal.example:443"), true),
        (Sender(origin: "HTTPS://Portal.Example", host: "portal.example"), true),
        (Sender(site: "cross-site", origin: "https://elsewhere.example"), false), (Sender(site: "cross-site"), false),
        (Sender(site: "same-site", origin: "https://other.portal.example"), false), (Sender(origin: "null"), false),
        (Sender(origin: "https://elsewhere.example"), false), (Sender(origin: "elsewhere"), false),
        (Sender(origin: "http://127.0.0.1:8081"), false), (Sender(origin: "http://x.example", host: nil), false),
        (Sender(site: "same-origin", origin: "https://elsewhere.example"), false),
    ])
    func `forms of other sites are refused`(sender: Sender, isTaken: Bool) {
        let counter = Counter()
        let answer = counter.post("/gui/dang-ky-2021", Sample.person.map { ($0.key, $0.value) }) {
            $0.fetchSite = sender.site
            $0.origin = sender.origin
            $0.host = sender.host
        }
        #expect(answer.status == (isTaken ? 200 : 403))
        if !isTaken { #expect(!answer.text.contains("Cân ở chợ")) }
    }

    @Test(arguments: [
        ("/gui/dang-ky-2021", "/doi-thoai/2021/dang-ky/"), ("/gui/dang-ky-2021/gui", "/doi-thoai/2021/dang-ky/"),
        ("/gui/dang-ky-2021/kiem-tra", "/doi-thoai/2021/dang-ky/"), ("/gui/phan-anh", "/phan-anh/"),
        ("/gui/tra-cuu", "/tra-cuu/"), ("/gui/bien-nhan.txt", "/tra-cuu/"),
    ])
    func `GET leads to the page with the form and changes nothing`(path: String, target: String) {
        for method in ["GET", "HEAD"] {
            let answer = Counter().desk.respond(to: IntakeRequest(method: method, path: path))
            #expect(answer.status == 303 && answer.header("Location") == target)
        }
    }

    @Test(arguments: [
        "/gui/", "/gui", "/", "", "/gui/dang-ky-1999", "/gui/dang-ky-2021/", "/gui/dang-ky-2021/x/y", "//gui/a",
    ])
    func `unknown addresses are not found`(path: String) {
        for method in ["GET", "POST"] {
            let answer = Counter().desk.respond(to: IntakeRequest(method: method, path: path))
            #expect(answer.status == 404 && answer.text.contains("Không tìm thấy trang"))
        }
    }

    @Test(arguments: ["PUT", "DELETE", "TRACE", "OPTIONS", "", "post"])
    func `other methods are refused`(method: String) {
        let answer = Counter().desk.respond(to: IntakeRequest(method: method, path: "/gui/tra-cuu"))
        #expect(answer.status == 405 && answer.header("Allow") == "GET, HEAD, POST")
    }

    @Test func `what holds a secret is kept nowhere, what was typed only for going back`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let secret = [
            counter.send(checked), counter.post("/gui/tra-cuu", []),
            counter.desk.respond(to: IntakeRequest(method: "GET", path: "/gui/x")),
            counter.desk.respond(to: IntakeRequest(method: "GET", path: "/gui/tra-cuu")),
        ]
        let typed = [checked, counter.check([:])]
        #expect(secret.allSatisfy { $0.header("Cache-Control") == "no-store" })
        #expect(typed.allSatisfy { $0.header("Cache-Control") == "private, no-cache" })
        for answer in secret + typed {
            #expect(answer.header("X-Robots-Tag") == "noindex")
            #expect(answer.header("Content-Type")?.hasSuffix("charset=utf-8") == true)
            #expect(!answer.headers.contains { $0.name == "Set-Cookie" })
        }
    }

    @Test(arguments: 0..<200) func `what is encoded is decoded again`(seed: UInt64) throws {
        var random = Seeded(seed)
        let scalars: [Unicode.Scalar] = [
            "a", "ế", "đ", "&", "=", "+", "%", " ", "\n", "😀", "\u{301}", ";", "/", "<", "\u{0}",
        ]
        func text() -> String {
            String(
                String.UnicodeScalarView(
                    (0..<Int.random(in: 0...12, using: &random)).map { _ in
                        scalars.randomElement(using: &random) ?? "a"
                    }))
        }
        let pairs = (0..<5).map { _ in ("n" + text().replacing("\u{0}", with: ""), text()) }
        let read = try URLEncodedForm(Counter.encode(pairs), limit: 10).pairs
        #expect(read.map(\.name).map { Array($0.utf8) } == pairs.map { Array($0.0.utf8) })
        #expect(read.map(\.value).map { Array($0.utf8) } == pairs.map { Array($0.1.utf8) })
    }
}

/// A small generator whose runs can be replayed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
