import Domain

/// One pass over bytes that finds numbers and addresses of people by their shape.
struct PatternScan {
    struct Match: Hashable {
        var kind: PatternRule.Kind
        /// Offset of the first byte.
        var start: Int
        /// Offset behind the last byte.
        var end: Int
        /// Digits in national form, or the address as written.
        var text: String
    }

    private let bytes: UnsafeRawBufferPointer
    private var at = 0

    init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    mutating func matches() -> [Match] {
        var found: [Match] = []
        while at < bytes.count {
            let byte = bytes[at]
            // Letters, the bulk of every file, end here: all signs looked for come before them.
            if byte > UInt8(ascii: "@") {
                at += 1
            } else if isDigit(byte) {
                found += numbers()
            } else {
                if byte == UInt8(ascii: "@") || isEncodedAt(at), let match = address() { found.append(match) }
                at += 1
            }
        }
        return found
    }

    // MARK: Numbers

    /// Digits without anything between them.
    private struct Group {
        var start: Int
        var end: Int
        var count: Int { end - start }
    }

    /// Reads a run of digit groups and judges it; leaves `at` behind the run.
    private mutating func numbers() -> [Match] {
        let start = at
        let digits = skipRun()
        // Dates, years, numbers of documents: too short for anybody's number, and nearly all there is.
        guard digits >= 9, !isInsideDigest(start, at) else { return [] }
        return judge(groups(from: start, to: at))
    }

    /// Moves `at` behind a run of digits and what may stand between them.
    ///
    /// - Returns: How many digits it has.
    private mutating func skipRun() -> Int {
        var digits = 0
        while true {
            let from = at
            while at < bytes.count, isDigit(bytes[at]) { at += 1 }
            digits += at - from
            let next = at + separatorLength(at: at)
            guard next > at, next < bytes.count, isDigit(bytes[next]) else { return digits }
            at = next
        }
    }

    private func groups(from start: Int, to end: Int) -> [Group] {
        var groups: [Group] = []
        var at = start
        while at < end {
            let from = at
            while at < end, isDigit(bytes[at]) { at += 1 }
            if at > from { groups.append(Group(start: from, end: at)) } else { at += 1 }
        }
        return groups
    }

    private func judge(_ groups: [Group]) -> [Match] {
        var found: [Match] = []
        var index = 0
        while index < groups.count {
            if let (match, used) = telephone(groups[index...]) ?? identity(groups[index...]) {
                found.append(match)
                index += used
            } else {
                index += 1
            }
        }
        return found
    }

    /// A number that begins with the first group, in any of the usual groupings, with 0, 84 or +84 before it.
    private func telephone(_ groups: ArraySlice<Group>) -> (Match, Int)? {
        guard let first = groups.first else { return nil }
        var digits = ""
        for (used, group) in groups.prefix(6).enumerated() {
            // People write groups of two to four; single figures in a row are a list or a drawing.
            guard group.count >= 2 || group.count == 1 && digits == "" else { return nil }
            digits += text(group)
            guard digits.count <= 13 else { return nil }
            guard
                let number = national(digits, hasPlus: first.start > 0 && bytes[first.start - 1] == UInt8(ascii: "+")),
                !isDate(groups.prefix(used + 1))
            else { continue }
            // The rest of a longer number would be cut off here.
            return (Match(kind: .telephone, start: first.start, end: group.end, text: number), used + 1)
        }
        return nil
    }

    /// The national form of digits that are a mobile or a fixed number; hotlines (1800, 1900) are nobody's own.
    private func national(_ digits: String, hasPlus: Bool) -> String? {
        var number = digits
        if digits.hasPrefix("0084") {
            number = "0" + digits.dropFirst(4)
        } else if digits.hasPrefix("84"), hasPlus || digits.count == 11 || digits.count == 12 {
            number = "0" + digits.dropFirst(2)
            if number.hasPrefix("00") { number.removeFirst() }
        }
        guard number.hasPrefix("0"), (10...11).contains(number.count) else { return nil }
        if number.count == 11, !number.hasPrefix("02") { return nil }
        return Telephone.problem(with: number) == nil ? number : nil
    }

    /// 9 digits (chứng minh nhân dân) or 12 (căn cước), together, or in groups when they begin with 0: amounts of
    /// money come in groups too, but never begin with 0.
    private func identity(_ groups: ArraySlice<Group>) -> (Match, Int)? {
        guard let first = groups.first else { return nil }
        if first.count == 9 || first.count == 12 {
            return (Match(kind: .identity, start: first.start, end: first.end, text: text(first)), 1)
        }
        guard bytes[first.start] == UInt8(ascii: "0"), first.count >= 3 else { return nil }
        var digits = ""
        for (used, group) in groups.prefix(4).enumerated() {
            guard group.count >= 3 else { return nil }
            digits += text(group)
            let isLast = used + 1 == groups.count
            if digits.count == 12 || digits.count == 9 && isLast {
                return (Match(kind: .identity, start: first.start, end: group.end, text: digits), used + 1)
            }
        }
        return nil
    }

    /// Day, month, year, and what follows: «03 11 2021 08».
    private func isDate(_ groups: ArraySlice<Group>) -> Bool {
        let list = Array(groups)
        guard list.count >= 3, list[0].count <= 2, list[1].count <= 2, list[2].count == 4,
            let year = Int(text(list[2]))
        else { return false }
        return (1900...2100).contains(year)
    }

    /// One or two signs that people put inside numbers: space, hyphen, dot, brackets, no-break space.
    private func separatorLength(at start: Int) -> Int {
        var length = 0
        while length < 3, start + length < bytes.count {
            switch bytes[start + length] {
            case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"):
                length += 1
            case 0xC2 where start + length + 1 < bytes.count && bytes[start + length + 1] == 0xA0:
                length += 2
            default: return length
            }
        }
        return length
    }

    /// A long word of hexadecimal digits is a digest, whatever digits stand in it.
    private func isInsideDigest(_ start: Int, _ end: Int) -> Bool {
        var from = start
        while from > 0, isHexadecimal(bytes[from - 1]) { from -= 1 }
        var to = start
        while to < bytes.count, isHexadecimal(bytes[to]) { to += 1 }
        let hasLetter = bytes[from..<to].contains { !isDigit($0) }
        return hasLetter && to - from >= 16
    }

    // MARK: Addresses

    /// The address around the sign at `at`; nothing when it is none.
    private func address() -> Match? {
        var from = at
        while from > 0, isLocal(bytes[from - 1]) { from -= 1 }
        let sign = bytes[at] == UInt8(ascii: "@") ? 1 : 3
        var to = at + sign
        while to < bytes.count, isDomain(bytes[to]) { to += 1 }
        while to > at + sign, bytes[to - 1] == UInt8(ascii: ".") || bytes[to - 1] == UInt8(ascii: "-") { to -= 1 }
        let domain = String(decoding: bytes[(at + sign)..<to], as: UTF8.self)
        let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
        guard from < at, labels.count >= 2, labels.allSatisfy({ !$0.isEmpty }), let last = labels.last,
            last.count >= 2, last.utf8.allSatisfy({ ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A })
        else { return nil }
        let local = String(decoding: bytes[from..<at], as: UTF8.self)
        return Match(kind: .email, start: from, end: to, text: "\(local)@\(domain)")
    }

    /// `%40`, as an address stands in a link.
    private func isEncodedAt(_ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "4")
            && bytes[index + 2] == UInt8(ascii: "0")
    }

    private func isLocal(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte >= 0x80 || [0x2E, 0x5F, 0x2B, 0x2D].contains(byte)
    }

    private func isDomain(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    }

    // MARK: Bytes

    private func text(_ group: Group) -> String { String(decoding: bytes[group.start..<group.end], as: UTF8.self) }
    private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }
    private func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
    }
}
