import Cryptography
import Domain
import Foundation
import Theme

@testable import Intake

/// A counter to try things at: the real form and templates of the checkout, a clock that tests move, no disk.
final class Counter: @unchecked Sendable {
    // guarded by lock: moment, pause
    private let lock = NSLock()
    private var moment: Date
    private var pause = false
    let store = InMemoryStore()
    let log = KeptLog()
    let keys: IntakeKeys
    private(set) var desk: IntakeDesk

    var now: Date {
        get { lock.withLock { moment } }
        set { lock.withLock { moment = newValue } }
    }

    var isInMaintenance: Bool {
        get { lock.withLock { pause } }
        set { lock.withLock { pause = newValue } }
    }

    init(
        at now: Date = Counter.open, settings: IntakeSettings = IntakeSettings(), snapshot: Snapshot = Sample.snapshot,
        keys: IntakeKeys = Sample.keys
    ) {
        moment = now
        self.keys = keys
        desk = IntakeDesk(
            snapshot: { snapshot }, store: store, keys: keys, clock: .stopped(at: now), settings: settings, log: log)
        desk = IntakeDesk(
            snapshot: { snapshot }, store: store, keys: keys, clock: Clock { [weak self] in self?.now ?? now },
            settings: settings, log: log, isInMaintenance: { [weak self] in self?.isInMaintenance ?? false })
    }

    /// 9 giờ 00, thứ Tư ngày 10/11/2021: registrations are taken.
    static let open = Date(timeIntervalSince1970: 1_636_509_600)
    /// 17:30:00 on 20/11/2021: the closing second.
    static let closes = Sample.dialogue.schedule.closes

    @discardableResult
    func post(
        _ path: String, _ pairs: [(String, String)], from address: String = "203.0.113.7",
        change: (inout IntakeRequest) -> Void = { _ in }
    ) -> IntakeResponse {
        var request = IntakeRequest(
            method: "POST", path: path, contentType: "application/x-www-form-urlencoded",
            host: "127.0.0.1:8080", clientAddress: address, body: .success(Self.encode(pairs)))
        change(&request)
        return desk.respond(to: request)
    }

    /// Posts the blank form with these answers.
    @discardableResult
    func check(_ answers: [String: String], form: String = "dang-ky-2021") -> IntakeResponse {
        post("/gui/\(form)", answers.sorted { $0.key < $1.key })
    }

    /// Sends the check page's form, with some inputs changed; an input changed to nothing is left out.
    @discardableResult
    func send(
        _ checkPage: IntakeResponse, changing: [String: String?] = [:], form: String = "dang-ky-2021"
    ) -> IntakeResponse {
        var inputs = Dictionary(checkPage.hiddenInputs) { _, last in last }
        for (name, value) in changing { inputs[name] = value }
        return post("/gui/\(form)/gui", inputs.sorted { $0.key < $1.key })
    }

    func wait(_ seconds: Int) { now = now.addingTimeInterval(TimeInterval(seconds)) }

    /// As browsers encode a form: every byte that is not a letter or digit.
    static func encode(_ pairs: [(String, String)]) -> [UInt8] {
        let parts = pairs.map { "\(percent($0.0))=\(percent($0.1))" }
        return Array(parts.joined(separator: "&").utf8)
    }

    private static func percent(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics.intersection(.init(charactersIn: "a"..."z")))
            ?? ""
    }
}

extension IntakeResponse {
    /// Name and value of every hidden input, in order.
    var hiddenInputs: [(String, String)] {
        text.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst().map { part in
            let pieces = part.components(separatedBy: "\"")
            return (pieces[0], pieces[2].unescaped)
        }
    }

    var token: String { hiddenInputs.first { $0.0 == "ma-mot-lan" }?.1 ?? "" }

    var title: String {
        text.components(separatedBy: "<title>").dropFirst().first?.components(separatedBy: "</title>")[0] ?? ""
    }

    var isReceipt: Bool { status == 200 && text.contains("Sở đã nhận phiếu") }
    var isCheckPage: Bool { title.hasPrefix("Kiểm tra phiếu") }

    /// The text after a definition term, such as the reference on the receipt.
    func value(after term: String) -> String {
        let rest = text.components(separatedBy: term).dropFirst().first ?? ""
        return rest.components(separatedBy: "<dd>").dropFirst().first?.components(separatedBy: "</dd>")[0] ?? ""
    }

    /// The words beside a field, in the element its control points to.
    func error(beside field: String) -> String {
        let rest = text.components(separatedBy: "id=\"\(field)-loi\">").dropFirst().first ?? ""
        return rest.components(separatedBy: "</p>")[0].components(separatedBy: "</span>").last?.unescaped ?? ""
    }
}

extension String {
    var unescaped: String {
        replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }
}
