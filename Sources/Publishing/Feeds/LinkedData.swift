import Domain
import Foundation

/// Facts for search engines in JSON-LD: a data block, which the content security policy allows.
///
/// Source: schema.org types Event, QAPage, BreadcrumbList.
enum LinkedData {
    /// A value of JSON, in the order given.
    indirect enum Value: Sendable {
        case text(String)
        case record([(String, Value)])
        case list([Value])
        case number(Int)
    }

    /// The whole element; several facts stand in one list.
    static func element(_ facts: [Value]) -> String? {
        guard !facts.isEmpty else { return nil }
        let value = Value.record([("@context", .text("https://schema.org")), ("@graph", .list(facts))])
        return "<script type=\"application/ld+json\">\(json(value))</script>"
    }

    static func json(_ value: Value) -> String {
        switch value {
        case .text(let text): "\"\(escape(text))\""
        case .number(let number): "\(number)"
        case .list(let values): "[" + values.map(json).joined(separator: ",") + "]"
        case .record(let pairs):
            "{" + pairs.map { "\"\(escape($0.0))\":\(json($0.1))" }.joined(separator: ",") + "}"
        }
    }

    /// Text inside a JSON string inside a script element: `<`, `>` and `&` never stand there as they are, so no text
    /// can end the element or begin a comment.
    private static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "<", ">", "&", "'", "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    static func breadcrumbs(_ crumbs: [(label: String, path: String?)], baseURL: String) -> Value {
        .record([
            ("@type", .text("BreadcrumbList")),
            (
                "itemListElement",
                .list(
                    crumbs.enumerated().map { index, crumb in
                        var pairs: [(String, Value)] = [
                            ("@type", .text("ListItem")), ("position", .number(index + 1)),
                            ("name", .text(crumb.label)),
                        ]
                        if let path = crumb.path { pairs.append(("item", .text(baseURL + path))) }
                        return .record(pairs)
                    })
            ),
        ])
    }

    static func event(_ dialogue: Dialogue, site: Site, path: String) -> Value {
        .record([
            ("@type", .text("Event")), ("name", .text(dialogue.title)),
            ("startDate", .text(VietnameseDate.machine(dialogue.schedule.conference))),
            ("eventStatus", .text("https://schema.org/EventScheduled")),
            ("eventAttendanceMode", .text("https://schema.org/\(attendance(dialogue.mode))")),
            ("url", .text(site.baseURL + path)),
            (
                "location",
                .record([
                    ("@type", .text("Place")), ("name", .text(dialogue.place)), ("address", .text(site.agency.address)),
                ])
            ),
            ("organizer", organizer(site)),
        ])
    }

    static func question(_ answer: Answer, _ question: String, site: Site) -> Value {
        .record([
            ("@type", .text("QAPage")), ("url", .text(site.baseURL + answer.path)),
            (
                "mainEntity",
                .record([
                    ("@type", .text("Question")), ("name", .text(answer.title)), ("text", .text(question)),
                    ("answerCount", .number(1)), ("dateCreated", .text(VietnameseDate.machine(answer.asked))),
                    (
                        "acceptedAnswer",
                        .record([
                            ("@type", .text("Answer")), ("text", .text(answer.summary)),
                            ("dateCreated", .text(VietnameseDate.machine(answer.answered))),
                            ("url", .text(site.baseURL + answer.path)), ("author", organizer(site)),
                        ])
                    ),
                ])
            ),
        ])
    }

    private static func organizer(_ site: Site) -> Value {
        .record([
            ("@type", .text("GovernmentOrganization")), ("name", .text(site.agency.fullName)),
            ("url", .text(site.baseURL + "/")),
        ])
    }

    private static func attendance(_ mode: Mode) -> String {
        switch mode {
        case .inPerson: "OfflineEventAttendanceMode"
        case .online: "OnlineEventAttendanceMode"
        case .mixed: "MixedEventAttendanceMode"
        }
    }
}
