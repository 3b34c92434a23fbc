/// What the form service answers.
package struct IntakeResponse: Hashable, Sendable {
    package var status: Int
    /// In the order sent.
    package var headers: [Header]
    package var body: [UInt8]

    package struct Header: Hashable, Sendable {
        package var name: String
        package var value: String

        init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// How long a browser may keep an answer.
    enum Keeping: String {
        /// It holds a secret, or something of the register.
        case never = "no-store"
        /// It only gives back what was typed in this browser a moment ago. «Quay lại» then shows it again, with the
        /// same token; under `no-store` the browser would show a fault of its own, and typed text would be lost.
        case forGoingBack = "private, no-cache"
    }

    /// Every answer here may repeat what somebody typed, so no search engine and no cache between may have it.
    ///
    /// - Parameter body: In UTF-8.
    init(status: Int, contentType: String, keeping: Keeping = .never, headers: [Header] = [], body: [UInt8]) {
        self.status = status
        self.headers =
            [
                Header("Content-Type", contentType), Header("Cache-Control", keeping.rawValue),
                Header("X-Robots-Tag", "noindex"),
            ] + headers
        self.body = body
    }

    init(status: Int, contentType: String, keeping: Keeping = .never, headers: [Header] = [], text: String) {
        self.init(
            status: status, contentType: contentType, keeping: keeping, headers: headers, body: Array(text.utf8))
    }

    /// Points to another page, which the browser then asks for by GET.
    static func redirect(to path: String) -> IntakeResponse {
        IntakeResponse(
            status: 303, contentType: "text/plain; charset=utf-8", headers: [Header("Location", path)], text: "")
    }

    package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

    package var text: String { String(decoding: body, as: UTF8.self) }
}
