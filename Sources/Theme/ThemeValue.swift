/// A value a template can show.
///
/// Names that end in `-html` carry mark-up (``html(_:)``) and are written `{{{name-html}}}`; all others are escaped.
/// The theme refuses a template or a value that breaks this, so that text can never become mark-up by oversight.
package enum ThemeValue: Hashable, Sendable {
    /// Escaped where it is shown.
    case text(String)
    /// Mark-up made by ``HTML``; shown as it is.
    case html(String)
    /// A section that is there or not.
    case flag(Bool)
    /// A section shown once for each.
    case list([ThemeValue])
    /// A section whose names come into view.
    case record(ThemeRecord)
    /// Known to be not there: a section is skipped, its inverse shown.
    case absent
}

extension ThemeValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    package init(stringLiteral value: String) { self = .text(value) }
    package init(booleanLiteral value: Bool) { self = .flag(value) }
    package init(arrayLiteral elements: ThemeValue...) { self = .list(elements) }
    package init(dictionaryLiteral elements: (String, ThemeValue)...) {
        self = .record(ThemeRecord(elements.map { ThemeRecord.Entry(key: $0.0, value: $0.1) }))
    }
}
