/// One request as the web server hands it over.
///
/// - Source: RFC 3875 §4.1 for the names of parameters.
package struct Request: Sendable {
    /// Every FastCGI parameter under its own name, such as `REQUEST_METHOD` and `HTTP_ORIGIN`.
    package let parameters: [String: String]
    /// The bytes sent along, as many as `CONTENT_LENGTH` says, or why they cannot be had.
    package let body: Result<[UInt8], BodyError>

    package init(parameters: [String: String], body: Result<[UInt8], BodyError>) {
        self.parameters = parameters
        self.body = body
    }

    /// In capitals, as sent; empty when the web server gave none.
    package var method: String { parameters["REQUEST_METHOD"] ?? "" }

    /// Without the query, percent-decoded by the web server.
    package var path: String {
        if let path = parameters["SCRIPT_NAME"], !path.isEmpty { return path }
        return String((parameters["REQUEST_URI"] ?? "").prefix { $0 != "?" })
    }

    /// What follows `?`; empty when nothing does.
    package var query: String { parameters["QUERY_STRING"] ?? "" }

    /// With its parameters, such as `; charset=utf-8`; empty when none was sent.
    package var contentType: String { parameters["CONTENT_TYPE"] ?? "" }

    /// The value of an HTTP header field; nothing when it was not sent.
    package func header(_ name: String) -> String? {
        let letters = name.uppercased().utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }
        return parameters["HTTP_" + String(decoding: letters, as: UTF8.self)]
    }
}

/// Why the body of a request cannot be had whole.
package enum BodyError: Error, Hashable, Sendable {
    /// No `CONTENT_LENGTH`, as with a chunked body the web server did not buffer.
    case lengthMissing
    /// Not a decimal number of zero or more.
    case lengthInvalid
    /// Refused before reading.
    case tooLarge(limit: Int)
    /// The sender went away, or promised more than it sent.
    case short(promised: Int, received: Int)
    /// More arrived than was promised.
    case long(promised: Int)
}
