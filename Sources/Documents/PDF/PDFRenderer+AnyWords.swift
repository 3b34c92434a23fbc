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
    package func renderAnyWords(_ papers: [Paper]) throws(DocumentsError) -> DrawnWords {
        var lacking: Set<Unicode.Scalar> = []
        while true {
            do throws(DocumentsError) {
                return DrawnWords(
                    papers: try render(papers, without: lacking), lacking: lacking.filter { !$0.isJoiner })
            } catch {
                guard case .missingGlyph(_, let text) = error else { throw error }
                let found = Set(text.unicodeScalars.filter { !$0.isOfOurAlphabet })
                guard !found.isSubset(of: lacking) else { throw error }
                // The engine names one at a time, and where there is one emoji there are others.
                lacking.formUnion(found)
                lacking.formUnion(papers.flatMap { $0.plainText.unicodeScalars.filter(\.isPictograph) })
            }
        }
    }

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
    /// Latin with the letters of Vietnamese: a mark that cannot be drawn is to blame, not the letter under it.
    fileprivate var isOfOurAlphabet: Bool { value < 0x250 || (0x1E00...0x1EFF).contains(value) }

    fileprivate var isPictograph: Bool { isJoiner || (0x1F000...0x1FAFF).contains(value) }

    /// Holds the parts of an emoji together, or says how it looks; shows nothing itself.
    fileprivate var isJoiner: Bool { value == 0x200D || value == 0xFE0F }
}
