import Domain

/// What a list of results shows of an answer, as one line of JSON.
enum SearchRecord {
    /// `["path","title","summary","2021-12-06","subject","outcome","note"]`, a line end behind; the note, mostly empty,
    /// says that the answer is an illustration.
    static func line(_ answer: Answer) -> [UInt8] {
        let texts = [
            answer.path, answer.title, answer.summary, VietnameseDate.machine(CivilDate(of: answer.published)),
            answer.subject, answer.outcome.rawValue, answer.isIllustration ? "minh họa" : "",
        ]
        var line: [UInt8] = []
        for text in texts {
            line.append(UInt8(ascii: line.isEmpty ? "[" : ","))
            append(text, to: &line)
        }
        return line + "]\n".utf8
    }

    private static func append(_ text: String, to line: inout [UInt8]) {
        line.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): line += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: line += "\\u00\(byte < 16 ? "0" : "")\(String(byte, radix: 16))".utf8
            default: line.append(byte)
            }
        }
        line.append(UInt8(ascii: "\""))
    }
}
