package import Domain
package import Foundation

/// The privacy rule that reads every byte to be released: a telephone number, e-mail address or identity number that
/// the agency does not publish as its own stops the build.
///
/// It looks for shapes, never for what senders typed, so nothing a stranger types into a form can stop publication.
package struct PatternRule: Sendable {
    /// What was found.
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        case telephone
        case email
        case identity

        /// The name of the rule that forbids it.
        var rule: String {
            switch self {
            case .telephone: "personal-telephone"
            case .email: "personal-email"
            case .identity: "personal-identity"
            }
        }

        var label: String {
            switch self {
            case .telephone: "số điện thoại"
            case .email: "địa chỉ thư điện tử"
            case .identity: "dãy số giống số căn cước, chứng minh nhân dân"
            }
        }
    }

    /// One place that breaks the rule.
    package struct Finding: Hashable, Sendable {
        package var kind: Kind
        /// Counts from 1.
        package var line: Int
        /// What was found, most of it covered.
        package var masked: String
    }

    private let telephones: Set<String>
    private let emails: Set<String>

    /// - Parameter publicContacts: Numbers and addresses that may be published, as `site.yaml` lists them.
    package init(publicContacts: [String]) {
        emails = Set(publicContacts.filter { $0.contains("@") }.map { $0.lowercased() })
        telephones = Set(publicContacts.filter { !$0.contains("@") }.compactMap(Telephone.normalised))
    }

    /// Writes down what the rule allows.
    func write(to key: inout KeyWriter) {
        key.add(telephones.sorted()) { $0.add($1) }
        key.add(emails.sorted()) { $0.add($1) }
    }

    /// Everything in `bytes` that may not be published, in order.
    package func findings(in bytes: Data) -> [Finding] {
        bytes.withUnsafeBytes { buffer in
            var scan = PatternScan(bytes: buffer)
            return scan.matches().compactMap { match in
                guard !allows(match) else { return nil }
                let line = 1 + buffer[..<match.start].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
                return Finding(kind: match.kind, line: line, masked: Self.mask(match))
            }
        }
    }

    /// Checks a file to be released: its name, and its bytes or its words.
    ///
    /// - Returns: One error for each finding, at the file's source where it is known.
    package func check(_ file: ReleasedFile) -> [Diagnostic] {
        let words = file.words.map { Data($0.utf8) } ?? file.bytes
        let inside = findings(in: words).map { (finding: $0, isName: false) }
        let inName = findings(in: Data(file.path.utf8)).map { (finding: $0, isName: true) }
        return (inName + inside).map { finding, isName in
            let place = isName ? "Tên tệp \(file.path)" : "Tệp \(file.path), dòng \(finding.line),"
            return Diagnostic(
                .error, rule: finding.kind.rule,
                at: SourcePosition(file: file.source ?? file.path), excerpt: finding.masked,
                problem: "\(place) có \(finding.kind.label) «\(finding.masked)» không nằm trong `public-contacts`.",
                remedy: Self.remedy)
        }
    }

    static let remedy =
        "Bỏ thông tin đó khỏi bài; nếu là liên hệ chính thức của cơ quan thì thêm vào `public-contacts` "
        + "trong content/site.yaml."

    func allows(_ match: PatternScan.Match) -> Bool {
        switch match.kind {
        case .telephone: telephones.contains(match.text)
        case .email: emails.contains(match.text.lowercased())
        case .identity: telephones.contains(match.text)
        }
    }

    /// «09******78», «n***@gmail.com».
    static func mask(_ match: PatternScan.Match) -> String {
        if match.kind == .email, let at = match.text.firstIndex(of: "@") {
            return "\(match.text.prefix(1))***\(match.text[at...])"
        }
        return match.text.prefix(2) + String(repeating: "*", count: max(0, match.text.count - 4)) + match.text.suffix(2)
    }
}
