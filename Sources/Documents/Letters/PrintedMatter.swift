package import Domain

/// A matter as papers print it: the sender's words in full and, where there is one, the answer.
package struct PrintedMatter: Hashable, Sendable {
    package var id: MatterID
    /// The name of its field (lĩnh vực).
    package var subject: String
    /// As the sender wrote it, a line end a paragraph.
    package var text: String
    package var received: CivilDate
    package var reply: PrintedReply?

    package init(
        id: MatterID, subject: String, text: String, received: CivilDate, reply: PrintedReply? = nil
    ) {
        self.id = id
        self.subject = subject
        self.text = text
        self.received = received
        self.reply = reply
    }

    /// «1. Nội dung 2021-0003/1, lĩnh vực Sở hữu trí tuệ», as a heading.
    func heading(_ number: Int, as kind: Passage.Kind = .part) -> PaperBlock {
        .passage(
            Passage(
                kind, label: "\(number).",
                [TextRun("Nội dung \(id), lĩnh vực \(subject.lowercasedFirst)")]))
    }

    /// The words after a label such as «Ông (bà) hỏi:», a paragraph a line.
    func question(_ label: String) -> [PaperBlock] {
        let lines = text.split(whereSeparator: \.isNewline).map { [TextRun(String($0), emphasis: true)] }
        let first = Passage(.note, label: label, lines.first ?? [])
        return ([first] + lines.dropFirst().map { Passage(.paragraph, $0) }).map(PaperBlock.passage)
    }
}

/// An answer in full, with its legal bases.
package struct PrintedReply: Hashable, Sendable {
    /// In one sentence; empty for none.
    package var summary: String
    package var body: Prose
    /// Full citations.
    package var legalBases: [String]

    package init(summary: String, body: Prose, legalBases: [String] = []) {
        self.summary = summary
        self.body = body
        self.legalBases = legalBases
    }

    /// - Throws: What the source of the answer says of words that are no longer there.
    package init(_ answer: Answer, site: Site) throws {
        self.init(
            summary: answer.summary, body: try answer.text().body,
            legalBases: answer.legalBases.map { site.legalReference($0)?.citation ?? $0 })
    }

    /// The answer under a label such as «Sở trả lời:».
    ///
    /// - Parameters:
    ///   - headings: What headings of the answer become, below that of the matter.
    ///   - footnotes: Of the section so far; those of the answer are added.
    func blocks(
        _ label: String, baseURL: String, headings: Passage.Kind, footnotes: inout [[TextRun]]
    ) -> [PaperBlock] {
        var passages = [Passage(.note, label: label, [TextRun(summary)])]
        passages += PassageWriter.passages(
            of: body, baseURL: baseURL, numbering: .none(headings: headings), firstFootnote: footnotes.count + 1,
            links: .spelledOut)
        footnotes += PassageWriter.footnotes(of: body, baseURL: baseURL, links: .spelledOut)
        if !legalBases.isEmpty {
            passages.append(Passage(.note, label: "Căn cứ:", [TextRun(legalBases.joined(separator: "; ") + ".")]))
        }
        return passages.map(PaperBlock.passage)
    }
}
