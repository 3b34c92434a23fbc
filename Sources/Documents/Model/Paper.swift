package import Domain

/// A document before anything draws it: what stands on it, in reading order.
package struct Paper: Hashable, Sendable, Encodable {
    /// The file of `theme/documents/` that lays it out, without its ending.
    package var template: String
    /// In the properties of the file, and where it is linked; shown only where a block says so.
    package var title: String
    package var author: String
    /// A language tag (BCP 47).
    package var language: String
    /// In the properties of the file; never shown.
    package var date: CivilDate
    package var sections: [PaperSection]

    package init(
        template: String, title: String, author: String, language: String = "vi", date: CivilDate,
        sections: [PaperSection]
    ) {
        self.template = template
        self.title = title.composed
        self.author = author.composed
        self.language = language
        self.date = date
        self.sections = sections
    }

    /// On every page of what a rehearsal makes.
    package static let rehearsalMark = "BẢN CHẠY THỬ – KHÔNG CÓ GIÁ TRỊ"

    /// The same paper, marked on every page as one of a rehearsal. Sheets of labels have no room for the mark.
    package func rehearsed() -> Paper {
        var paper = self
        for index in sections.indices where !sections[index].furniture.isEdgeToEdge {
            paper.sections[index].furniture.warning = Self.rehearsalMark
        }
        return paper
    }

    /// Every line in reading order, NFC.
    package var plainText: String { sections.flatMap(\.lines).filter { !$0.isEmpty }.joined(separator: "\n") }
}

/// Pages that belong together and are numbered from 1: a letter to one addressee, an annex.
package struct PaperSection: Hashable, Sendable, Encodable {
    package var furniture: PageFurniture
    package var blocks: [PaperBlock]
    /// Note n is at n − 1.
    package var footnotes: [[TextRun]]

    package init(furniture: PageFurniture = PageFurniture(), blocks: [PaperBlock], footnotes: [[TextRun]] = []) {
        self.furniture = furniture
        self.blocks = blocks
        self.footnotes = footnotes
    }

    /// What one reads, notes and foot last.
    var lines: [String] { blocks.flatMap(\.lines) + footnotes.map(\.plainText) + [furniture.foot] }
}

/// What stands on the pages around the text.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I, 1–3 and 7 (paper, margins, page number).
package struct PageFurniture: Hashable, Sendable, Encodable {
    package enum Orientation: String, Hashable, Sendable, Encodable {
        case portrait
        /// Only for wide tables.
        case landscape
    }

    package var orientation: Orientation
    /// Above the text from the second page on.
    package var numbersPages: Bool
    /// Address of the agency at the foot of the first page (ô số 13); empty for none.
    package var foot: String
    /// At the top right from the second page on, such as «NỘI BỘ»; empty for none.
    package var mark: String
    /// At the top left of every page, the first too, in small letters; empty for none.
    package var warning = ""
    /// Without margins: sheets of labels.
    package var isEdgeToEdge: Bool

    package init(
        orientation: Orientation = .portrait, numbersPages: Bool = true, foot: String = "", mark: String = "",
        isEdgeToEdge: Bool = false
    ) {
        self.isEdgeToEdge = isEdgeToEdge
        self.orientation = orientation
        self.numbersPages = numbersPages
        self.foot = foot.composed
        self.mark = mark.composed
    }
}
