import Domain
import Foundation

/// The dates of an edition for people's calendars.
///
/// Source: RFC 5545. Times are UTC, so no time zone has to travel along.
struct CalendarFile {
    struct Event {
        /// Unique for ever. An address of the portal, not `name@host`: that would look like somebody's mailbox.
        var uid: String
        var begins: Date
        var title: String
        var place: String
        var description: String
        var url: String
    }

    var title: String
    /// When the dates were set: the stamp of every event.
    var stamp: Date
    var events: [Event]

    /// The file, with CRLF and folded lines.
    func text() -> String {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//doithoai//doithoai//VI", "CALSCALE:GREGORIAN",
            "METHOD:PUBLISH", "X-WR-CALNAME:\(Self.escape(title))",
        ]
        for event in events {
            lines += [
                "BEGIN:VEVENT", "UID:\(event.uid)", "DTSTAMP:\(Self.utc(stamp))", "DTSTART:\(Self.utc(event.begins))",
                "SUMMARY:\(Self.escape(event.title))",
            ]
            if !event.place.isEmpty { lines.append("LOCATION:\(Self.escape(event.place))") }
            lines += ["DESCRIPTION:\(Self.escape(event.description))", "URL:\(event.url)", "END:VEVENT"]
        }
        lines.append("END:VCALENDAR")
        return lines.map(Self.fold).joined()
    }

    /// «20211126T070000Z».
    static func utc(_ instant: Date) -> String {
        // Wall time in Vietnam is UTC+7: seven hours earlier it reads as UTC.
        let shifted = instant.addingTimeInterval(-7 * 3_600)
        let day = VietnameseDate.machine(CivilDate(of: shifted)).replacing("-", with: "")
        let time = WallTime(of: shifted)
        return day + "T" + [time.hour, time.minute, time.second].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined() + "Z"
    }

    /// Text with the four signs escaped that have a meaning of their own (§ 3.3.11); other controls are dropped.
    static func escape(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\u{0}"..."\u{1F}", "\u{7F}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Lines of at most 75 bytes, never cut inside a letter (§ 3.1).
    static func fold(_ line: String) -> String {
        var result = ""
        var length = 0
        for scalar in line.unicodeScalars {
            let size = UTF8.width(scalar)
            if length + size > 75 {
                result += "\r\n "
                length = 1
            }
            result.unicodeScalars.append(scalar)
            length += size
        }
        return result + "\r\n"
    }
}
