import Domain

/// The runs of digits in a text, with the spaces, dots and hyphens people put between them.
struct NumberScan {
    private struct Run {
        var digits = ""
        var places: [(line: Int, column: Int)] = []
    }

    private var runs: [Run] = []

    init(_ text: String) {
        var run = Run()
        var place = (line: 1, column: 1)
        for character in text {
            if let digit = character.wholeNumberValue, (0...9).contains(digit) {
                run.digits.append(String(digit))
                run.places.append(place)
            } else if !character.isNumberSeparator, !run.digits.isEmpty {
                runs.append(run)
                run = Run()
            }
            place = character.isNewline ? (place.line + 1, 1) : (place.line, place.column + 1)
        }
        runs.append(run)
    }

    /// Where a telephone number in national form stands, however it is grouped, also as +84….
    func first(_ number: String) -> (line: Int, column: Int)? {
        let national = number.hasPrefix("0") ? String(number.dropFirst()) : number
        for run in runs {
            let digits = Array(run.digits.utf8)
            let wanted = Array(national.utf8)
            guard digits.count >= wanted.count else { continue }
            for start in 0...(digits.count - wanted.count)
            where digits[start..<(start + wanted.count)].elementsEqual(wanted) {
                return run.places[start]
            }
        }
        return nil
    }
}

extension Character {
    fileprivate var isNumberSeparator: Bool {
        isWhitespace || ".-–()/+".contains(self)
            || unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
    }
}
