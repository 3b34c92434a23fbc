internal import Foundation

/// A request to the form service, whatever brought it here.
package struct IntakeRequest: Sendable {
    /// In capitals.
    package var method: String
    /// Percent-decoded, without the query, which nothing here reads.
    package var path: String
    package var contentType: String
    /// The `Origin` header; nothing when it was not sent.
    package var origin: String?
    /// The `Sec-Fetch-Site` header; nothing when it was not sent.
    package var fetchSite: String?
    /// The `Host` header.
    package var host: String?
    /// As the web server saw it, never as a header claims it. Only a keyed digest of it is kept.
    package var clientAddress: String
    package var body: Result<[UInt8], BodyFault>

    package init(
        method: String, path: String, contentType: String = "", origin: String? = nil, fetchSite: String? = nil,
        host: String? = nil, clientAddress: String = "", body: Result<[UInt8], BodyFault> = .success([])
    ) {
        self.method = method
        self.path = path
        self.contentType = contentType
        self.origin = origin
        self.fetchSite = fetchSite
        self.host = host
        self.clientAddress = clientAddress
        self.body = body
    }

    /// Whether the body is a form as browsers send it, in UTF-8.
    var isURLEncoded: Bool {
        let plain = "application/x-www-form-urlencoded"
        if contentType == plain { return true }
        let type = contentType.lowercased().split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        let charset = type.dropFirst().first { $0.hasPrefix("charset=") }
        return type.first == plain && (charset == nil || charset?.replacing("\"", with: "") == "charset=utf-8")
    }

    /// Why there is no whole body.
    package enum BodyFault: Error, Hashable, Sendable {
        case lengthMissing
        case lengthInvalid
        case tooLarge
        case incomplete
    }
}
