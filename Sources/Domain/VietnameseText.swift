import Foundation

/// How Vietnamese text is cleaned, folded and turned into slugs.
package enum VietnameseText {
    package struct Cleaned: Hashable, Sendable {
        package var text: String
        /// Control characters or direction overrides were there; they are gone from `text`.
        package var hadForbidden: Bool
    }

    /// Text as it is stored: NFC, look-alikes of Đ mended, invisible characters dropped, space trimmed.
    ///
    /// - Parameter multiline: Keeps line ends (as LF); otherwise they and runs of spaces become one space.
    package static func clean(_ raw: String, multiline: Bool) -> Cleaned {
        if let text = cleanedPlain(raw, multiline: multiline) { return Cleaned(text: text, hadForbidden: false) }
        return cleanedByUnicode(raw, multiline: multiline)
    }

    /// The same for any text, slower.
    static func cleanedByUnicode(_ raw: String, multiline: Bool) -> Cleaned {
        var kept = String.UnicodeScalarView()
        var hadForbidden = false
        for scalar in raw.replacingLineEnds.unicodeScalars {
            switch scalar {
            // The separators of Unicode end a line in YAML, in scripts and in word processors.
            case "\n", "\u{2028}", "\u{2029}": kept.append(multiline ? "\n" : " ")
            case "\t", "\u{A0}", "\u{2007}", "\u{202F}", "\u{3000}": kept.append(" ")
            case "\u{D0}": kept.append("Đ")
            case "\u{F0}": kept.append("đ")
            // Zero width and soft hyphen come with copying from other programs: nobody meant them.
            case "\u{AD}", "\u{200B}", "\u{200C}", "\u{2060}", "\u{FEFF}": break
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{61C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{206F}",
                "\u{FFF9}"..."\u{FFFB}", "\u{E0000}"..."\u{E007F}", "\u{200E}", "\u{200F}", "\u{FFFE}"..."\u{FFFF}":
                hadForbidden = true
            default: kept.append(scalar)
            }
        }
        let composed = String(kept).precomposedStringWithCanonicalMapping
        return Cleaned(text: multiline ? composed.trimmedLines : composed.singleSpaced, hadForbidden: hadForbidden)
    }

    /// For comparing: lower case, without marks, đ as d.
    package static func folded(_ text: String) -> String {
        LatinFolding.folded(text) ?? foldedByUnicode(text)
    }

    /// The same for any text, slower.
    static func foldedByUnicode(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
        where scalar.properties.canonicalCombiningClass == .notReordered {
            result.append(scalar == "đ" ? "d" : scalar)
        }
        return String(result)
    }

    /// An ASCII name for an address: folded, everything but letters and digits as single hyphens.
    ///
    /// «Đối thoại thuế 2025» → `doi-thoai-thue-2025`.
    package static func slug(_ text: String) -> String {
        let words = folded(text).unicodeScalars.split { !(("a"..."z").contains($0) || ("0"..."9").contains($0)) }
        return words.map(String.init).joined(separator: "-")
    }

    /// Whether ``slug(_:)`` would give back `text` as it is, and something at all.
    package static func isSlug(_ text: String) -> Bool {
        var previous = UInt8(ascii: "-")
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where previous != byte: break
            default: return false
            }
            previous = byte
        }
        return previous != UInt8(ascii: "-")
    }
}

extension String {
    fileprivate var replacingLineEnds: String {
        contains("\r") || contains("\r\n")
            ? replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n") : self
    }

    /// No space at the ends, single spaces within.
    fileprivate var singleSpaced: String {
        split(separator: " ").joined(separator: " ")
    }

    /// No space at the ends of lines, no empty lines at the ends, at most one empty line between.
    fileprivate var trimmedLines: String {
        var lines: [String] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            let trimmed = line.trimmingCharacters(in: CharacterSet(charactersIn: " "))
            if trimmed.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(trimmed)
        }
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}
