package import Domain

/// What every paper of the office has around its words: letterhead, name or subject, addressees, `./.`, recipients,
/// signature. Each paper says only its words.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4, 1.5, 1.7 and 1.9.
package struct LetterFrame: Hashable, Sendable {
    package var agency: Agency
    package var entry: ClerkEntry
    package var signature: Signature
    /// Who keeps the file, such as `VT, VP`.
    package var archive: String
    /// The day in the properties of the file while the clerk gives none; never shown.
    package var fileDay: CivilDate

    package init(
        agency: Agency, entry: ClerkEntry = ClerkEntry(), signature: Signature, archive: String, fileDay: CivilDate
    ) {
        self.agency = agency
        self.entry = entry
        self.signature = signature
        self.archive = archive
        self.fileDay = fileDay
    }

    /// How a paper says what it is.
    package enum Name: Hashable, Sendable {
        /// A paper with a type name (văn bản có tên loại): its abbreviation, such as `GM`, its name and what it is about.
        case titled(symbol: String, String, abstract: String)
        /// A letter (công văn), named by its subject alone: «V/v …», without those letters.
        case letter(subject: String)
    }

    /// The pages of one paper, numbered from 1.
    ///
    /// - Parameters:
    ///   - addressees: «Kính gửi»; nothing where the words name them, as in an invitation.
    ///   - body: Ends with `./.` whatever its last block is.
    ///   - recipients: Nothing where none are listed, as on minutes.
    ///   - signatures: Those of the frame when nothing; on minutes secretary and chair.
    ///   - hasDateLine: Minutes have none.
    ///   - hasFoot: The address at the foot of the first page, where people may write back.
    package func section(
        _ name: Name, addressees: Addressees? = nil, body: [PaperBlock], recipients: RecipientsBlock?,
        signatures: [Signature]? = nil, hasDateLine: Bool = true, hasFoot: Bool = true, mark: String = "",
        footnotes: [[TextRun]] = []
    ) -> PaperSection {
        var blocks: [PaperBlock] = [.letterhead(letterhead(name, hasDateLine: hasDateLine))]
        if case .titled(_, let title, let abstract) = name {
            blocks.append(.title(DocumentTitle(name: title, abstract: abstract)))
        }
        if let addressees { blocks.append(.addressees(addressees)) }
        blocks += body.closed
        blocks.append(.closing(Closing(recipients: recipients, signatures: signatures ?? [signature])))
        return PaperSection(
            furniture: PageFurniture(foot: hasFoot ? foot : "", mark: mark), blocks: blocks, footnotes: footnotes)
    }

    /// A paper of such sections.
    ///
    /// - Parameters:
    ///   - template: A file of `theme/documents/`, without its ending.
    ///   - title: In the properties of the file.
    package func paper(_ template: String, title: String, _ sections: [PaperSection]) -> Paper {
        Paper(
            template: template, title: title, author: agency.fullName, date: entry.day ?? fileDay, sections: sections)
    }

    /// «- Như trên;», more if any, then «- Lưu: VT, VP.»
    ///
    /// - Parameter others: Names, without marks.
    package func recipients(_ others: [String] = []) -> RecipientsBlock {
        RecipientsBlock(
            (["Như trên"] + others).map { Recipient(name: $0, purpose: "", medium: .electronic) }, archive: archive)
    }

    private func letterhead(_ name: Name, hasDateLine: Bool) -> Letterhead {
        let date = hasDateLine ? BlankLine.date(place: agency.place, on: entry.day) : nil
        switch name {
        case .titled(let symbol, _, _):
            return Letterhead(
                agency: agency, symbol: entry.symbol ?? "\(symbol)-\(agency.symbol)", number: entry.number,
                dateLine: date)
        case .letter(let subject):
            return Letterhead(
                agency: agency, symbol: entry.symbol ?? letterSymbol, number: entry.number, dateLine: date,
                subject: "V/v \(subject)")
        }
    }

    /// «SKHCN-VP»: a letter bears agency and drafting unit only; the unit is the one that keeps it beside the archive.
    private var letterSymbol: String {
        let units = archive.split(separator: ",").map { $0.drop { $0 == " " } }.filter { $0 != "VT" }
        return ([agency.symbol] + units.prefix(1).map(String.init)).joined(separator: "-")
    }

    /// Where to write back (ô số 13); numbers and names of mail boxes stay on the line of their labels.
    private var foot: String {
        let ways = [("điện thoại", agency.telephone), ("thư điện tử", agency.email)]
        let whole = ways.filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)".replacing(" ", with: "\u{A0}") }
        let address = agency.address.isEmpty ? [] : ["Địa chỉ: \(agency.address)"]
        return (address + whole).joined(separator: "; ")
    }
}

extension [PaperBlock] {
    /// The same blocks closed with `./.`
    package var closed: [PaperBlock] {
        guard case .passage(let end)? = last else { return self + [.passage(.paragraph("./."))] }
        return dropLast() + [end].closed.map(PaperBlock.passage)
    }

    /// Paragraphs, one for each line of words; empty lines are left out.
    package static func paragraphs(_ text: String, as kind: Passage.Kind = .paragraph) -> [PaperBlock] {
        text.split(whereSeparator: \.isNewline).map { .passage(Passage(kind, [TextRun(String($0))])) }
    }
}

extension PaperBlock {
    /// «Thời gian: 14 giờ 00 …»: a paragraph that begins with what it is about.
    package static func labelled(_ label: String, _ runs: [TextRun]) -> PaperBlock {
        .passage(Passage(.paragraph, [TextRun("\(label): ")] + runs))
    }

    /// The same with plain words.
    package static func labelled(_ label: String, _ words: String) -> PaperBlock { labelled(label, [TextRun(words)]) }
}

extension String {
    /// With a full stop, unless it ends with a mark already.
    var asSentence: String { last.map { ".?!…".contains($0) } ?? true ? self : "\(self)." }
}
