/// A register of its own: an edition (`2021`) or a year of feedback (`phan-anh-2021`). Numbers run within it.
package struct Series: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    /// Lower-case ASCII letters, digits and hyphens.
    package let id: String

    package init(id: String) { self.id = id }

    /// The series of feedback received in that year.
    package static func feedback(year: Int) -> Series { Series(id: "phan-anh-\(year)") }

    package var description: String { id }

    package static func < (left: Series, right: Series) -> Bool { left.id < right.id }
}

/// The number of a registration in its register, written `2021-0020`.
package struct RegisterNumber: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let series: Series
    /// Counts from 1 without gaps.
    package let number: Int

    package init(series: Series, number: Int) {
        self.series = series
        self.number = number
    }

    /// Reads `2021-0020`; nothing when it is not of that form.
    package init?(_ text: String) {
        guard let hyphen = text.lastIndex(of: "-"), hyphen != text.startIndex,
            let number = Int(text[text.index(after: hyphen)...]), number > 0
        else { return nil }
        self.init(series: Series(id: String(text[..<hyphen])), number: number)
    }

    package var description: String {
        let digits = String(number)
        return "\(series)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    package static func < (left: RegisterNumber, right: RegisterNumber) -> Bool {
        (left.series, left.number) < (right.series, right.number)
    }
}

/// The name of a matter: the number of its registration and its place in it, written `2021-0020/1`.
package struct MatterID: Hashable, Sendable, Codable, Comparable, CustomStringConvertible {
    package let registration: RegisterNumber
    /// Counts from 1 within the registration.
    package let position: Int

    package init(registration: RegisterNumber, position: Int) {
        self.registration = registration
        self.position = position
    }

    /// Reads `2021-0020/1`; nothing when it is not of that form.
    package init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let registration = RegisterNumber(String(parts[0])), let position = Int(parts[1]),
            position > 0
        else { return nil }
        self.init(registration: registration, position: position)
    }

    package var description: String { "\(registration)/\(position)" }

    package static func < (left: MatterID, right: MatterID) -> Bool {
        (left.registration, left.position) < (right.registration, right.position)
    }
}
