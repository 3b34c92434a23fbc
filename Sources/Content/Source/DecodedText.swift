import Foundation

/// The text of a file and what its bytes have against the rule UTF-8, NFC, LF.
struct DecodedText {
    struct Found {
        var fault: Fault
        var line: Int
        var column: Int
    }

    /// Without byte order mark, with LF line ends.
    private(set) var text: String
    private(set) var faults: [Found] = []

    init(_ data: [UInt8]) {
        var bytes = data
        if PlainText.holds(data), let plain = String(validating: data, as: UTF8.self) {
            text = plain
            return
        }
        text = ""
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            bytes.removeFirst(3)
            faults.append(Found(fault: .byteOrderMark, line: 1, column: 1))
        }
        if let first = bytes.firstIndex(of: 13) {
            let before = bytes[..<first]
            let line = before.lastIndex(of: 10).map { before[($0 + 1)...] } ?? before
            faults.append(
                Found(
                    fault: .carriageReturn, line: before.count { $0 == 10 } + 1,
                    column: String(decoding: line, as: UTF8.self).count + 1))
            bytes = bytes.withoutCarriageReturns
        }
        guard let valid = String(validating: bytes, as: UTF8.self) else {
            text = String(decoding: bytes, as: UTF8.self)
            reportFirstLine(.notUTF8) { $0.firstIndex(of: "\u{FFFD}") }
            replaceHidden()
            return
        }
        text = valid
        findHiddenCharacters()
        findDecomposed()
    }

    private mutating func findHiddenCharacters() {
        // Whole-text search first: nearly every file has none, and lines are costly to walk.
        guard text.unicodeScalars.contains(where: Self.isHidden) else { return }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let index = line.unicodeScalars.firstIndex(where: Self.isHidden) else { continue }
            let scalar = line.unicodeScalars[index]
            let fault = Self.isEth(scalar) ? Fault.wrongLetter : .hiddenCharacter(scalar)
            faults.append(Found(fault: fault, line: number + 1, column: line[..<index].count + 1))
        }
        replaceHidden()
    }

    /// Some of them end a line or the whole text for YAML: places would be wrong from there on.
    private mutating func replaceHidden() {
        let scalars = text.unicodeScalars.map { Self.isHidden($0) && !Self.isEth($0) ? "\u{FFFD}" : $0 }
        text = String(String.UnicodeScalarView(scalars))
    }

    private static func isEth(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{D0}" || scalar == "\u{F0}" }

    private mutating func findDecomposed() {
        let composed = text.precomposedStringWithCanonicalMapping
        guard !composed.utf8.elementsEqual(text.utf8) else { return }
        reportFirstLine(.notNFC) { line in
            line.indices.first { index in
                let character = String(line[index])
                return !character.precomposedStringWithCanonicalMapping.utf8.elementsEqual(character.utf8)
            }
        }
        text = composed
    }

    private mutating func reportFirstLine(_ fault: Fault, at place: (Substring) -> Substring.Index?) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let index = place(line) else { continue }
            let column = line.distance(from: line.startIndex, to: index) + 1
            faults.append(Found(fault: fault, line: number + 1, column: column))
            return
        }
        faults.append(Found(fault: fault, line: 0, column: 0))
    }

    /// Characters nobody sees or means: controls, zero width, direction marks, and Eth where Đ is meant.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        // Vietnamese text is far above ASCII's controls and far below the marks: two comparisons settle most.
        if scalar.value >= 0x20 && scalar.value < 0x7F { return false }
        switch scalar {
        case "\n", "\t": return false
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{AD}", "\u{D0}", "\u{F0}": return true
        case "\u{200B}"..."\u{200F}", "\u{2028}"..."\u{202E}", "\u{2060}"..."\u{2069}", "\u{FEFF}": return true
        default: return false
        }
    }
}

extension [UInt8] {
    /// CR LF and lone CR as LF.
    fileprivate var withoutCarriageReturns: [UInt8] {
        var kept: [UInt8] = []
        for (index, byte) in enumerated() {
            if byte != 13 {
                kept.append(byte)
            } else if index + 1 == count || self[index + 1] != 10 {
                kept.append(10)
            }
        }
        return kept
    }
}
