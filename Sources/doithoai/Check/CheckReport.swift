import Domain

/// What a check or a refused build says: warnings, then errors, then how many of each.
///
/// Errors come last, nearest to where a terminal leaves the eye.
struct CheckReport {
    let warnings: [Diagnostic]
    let errors: [Diagnostic]
    /// Whether everything could be looked at; errors of content or theme keep pages from being made.
    let isWhole: Bool

    init(_ diagnostics: [Diagnostic], isWhole: Bool = true) {
        let sorted = Set(diagnostics).sorted()
        warnings = sorted.filter { $0.severity == .warning }
        errors = sorted.filter { $0.severity == .error }
        self.isWhole = isWhole
    }

    /// Every diagnostic with a blank line behind it.
    func list(inColour: Bool) -> String {
        (warnings + errors).map { $0.printed(inColour: inColour) + "\n\n" }.joined()
    }

    /// «3 lỗi ở 2 tệp, 1 cảnh báo.»
    var summary: String {
        let counts =
            switch (errors.count, warnings.count) {
            case (0, 0): "Không có lỗi, không có cảnh báo."
            case (0, let warnings): "Không có lỗi, \(warnings) cảnh báo."
            case (let errors, 0): "\(errors) lỗi ở \(files) tệp, không có cảnh báo."
            case (let errors, let warnings): "\(errors) lỗi ở \(files) tệp, \(warnings) cảnh báo."
            }
        return isWhole
            ? counts
            : counts + "\nChưa dựng thử được trang nào và chưa đối chiếu với sổ: sửa các lỗi trên rồi chạy lại."
    }

    private var files: Int { Set(errors.map(\.position.file)).count }
}

extension CheckReport: Encodable {
    private enum Key: String, CodingKey { case version, complete, errors, warnings, diagnostics }

    /// The form `--json` prints, described in docs/check.md; `version` changes when a reader of it would break.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .version)
        try container.encode(isWhole, forKey: .complete)
        try container.encode(errors.count, forKey: .errors)
        try container.encode(warnings.count, forKey: .warnings)
        try container.encode((errors + warnings).sorted().map(Entry.init), forKey: .diagnostics)
    }

    private struct Entry: Encodable {
        let file: String
        let line: Int
        let column: Int
        let severity: String
        let rule: String
        let problem: String
        let remedy: String
        let excerpt: String

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.position.file
            line = diagnostic.position.line
            column = diagnostic.position.column
            severity = diagnostic.severity.rawValue
            rule = diagnostic.rule
            problem = diagnostic.problem
            remedy = diagnostic.remedy
            excerpt = line > 0 ? diagnostic.excerpt : ""
        }
    }
}
