import Foundation

extension PDFRenderer {
    /// Stands for a letter that the font lacks.
    package static let substitute: Character = "□"

    /// Papers with words that anybody may have typed, and the letters of them that the font lacks.
    package struct DrawnWords: Sendable {
        package var papers: [RenderedPaper]
        package var lacking: Set<Unicode.Scalar>
    }

    /// Draws papers whose words come from senders: what the font lacks, such as an emoji, becomes a square and is
    /// named, instead of stopping everybody's letters.
    ///
    /// The engine names one letter a run, and a run takes seconds: what no font of ours is likely to have goes with the
    /// first of them, and after a few runs whatever is not of our alphabet. So there are ``mostRuns`` of them at most.
    package func renderAnyWords(_ papers: [Paper]) throws(DocumentsError) -> DrawnWords {
        let typed = Set(papers.flatMap(\.plainText.unicodeScalars).filter { !$0.isOfOurAlphabet })
        var lacking: Set<Unicode.Scalar> = []
        var run = 1
        while true {
            do throws(DocumentsError) {
                return DrawnWords(
                    papers: try render(papers, without: lacking), lacking: lacking.filter { !$0.isJoiner })
            } catch {
                guard case .missingGlyph(_, let text) = error else { throw error }
                let found = Set(text.unicodeScalars.filter { !$0.isOfOurAlphabet })
                guard run < Self.mostRuns, !found.isSubset(of: lacking) else { throw error }
                lacking.formUnion(found)
                lacking.formUnion(run == Self.mostRuns - 1 ? typed : typed.filter { !$0.isLikelyHeld })
                run += 1
            }
        }
    }

    static let mostRuns = 6

    /// In JSON letters stand as they are, so that no part of a paper is forgotten.
    static func replacing(_ lacking: Set<Unicode.Scalar>, in json: Data) -> Data {
        guard !lacking.isEmpty else { return json }
        var text = String.UnicodeScalarView()
        for scalar in String(decoding: json, as: UTF8.self).unicodeScalars {
            if !lacking.contains(scalar) {
                text.append(scalar)
            } else if !scalar.isJoiner {
                text.append(contentsOf: substitute.unicodeScalars)
            }
        }
        return Data(String(text).utf8)
    }
}

extension Unicode.Scalar {
    /// Latin with the letters of Vietnamese: a mark that cannot be drawn is to blame, not the letter under it. And what
    /// papers are set with: dashes, quotation marks, «…», «₫», «€», the square itself.
    fileprivate var isOfOurAlphabet: Bool {
        let ranges: [ClosedRange<UInt32>] = [
            0...0x24F, 0x1E00...0x1EFF, 0x2010...0x2027, 0x20AB...0x20AC, 0x25A1...0x25A1,
        ]
        return ranges.contains { $0.contains(value) }
    }

    /// Greek, Cyrillic, punctuation, currency, arrows and signs of mathematics: a font for text has many of them.
    fileprivate var isLikelyHeld: Bool {
        !isJoiner && ((0x0250...0x052F).contains(value) || (0x2000...0x25FF).contains(value))
    }

    /// Holds the parts of an emoji together, or says how it looks; shows nothing itself.
    fileprivate var isJoiner: Bool { value == 0x200D || value == 0xFE0F }
}
