import Domain
import Foundation
import Yams

extension MappingReader {
    /// A required day.
    func day(_ key: String) -> CivilDate? {
        required(key).flatMap { day($0, of: key) }
    }

    /// An optional day.
    func optionalDay(_ key: String) -> CivilDate? {
        node(key).flatMap { day($0, of: key) }
    }

    /// A required instant; a day alone means its beginning, unless the hour matters.
    func instant(_ key: String, needsTime: Bool = false) -> Date? {
        required(key).flatMap { instant($0, of: key, needsTime: needsTime) }
    }

    /// An optional instant; a day alone means its beginning.
    func optionalInstant(_ key: String) -> Date? {
        node(key).flatMap { instant($0, of: key, needsTime: false) }
    }

    /// A list of days.
    func days(_ key: String) -> [Located<CivilDate>] {
        texts(key).compactMap { item in day(item.node, of: key).map { Located(value: $0, node: item.node) } }
    }

    private func day(_ node: Node, of key: String) -> CivilDate? {
        guard let date = date(node, of: key) else { return nil }
        if date.hasTime { report(.dayOnly(key), at: node) }
        return date.day
    }

    private func instant(_ node: Node, of key: String, needsTime: Bool) -> Date? {
        guard let date = date(node, of: key) else { return nil }
        if needsTime, !date.hasTime { report(.timeMissing(key), at: node) }
        return date.instant
    }

    private func date(_ node: Node, of key: String) -> DateText? {
        guard let text = string(node, of: key) else { return nil }
        if let date = DateText(text) { return date }
        report(.date(text), at: node)
        return nil
    }
}

extension CivilDate {
    /// Stands where a day could not be read; never leaves this room, because the fault withholds the result.
    static let unread = CivilDate(number: 0)
}

extension Date {
    /// Stands where an instant could not be read.
    static let unread = Date(timeIntervalSince1970: 0)
}
