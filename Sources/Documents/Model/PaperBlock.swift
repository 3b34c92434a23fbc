package import Domain

/// One part of a document, from the top of the page to the signature.
package enum PaperBlock: Hashable, Sendable {
    /// Agency and number on the left, nation and date on the right.
    case letterhead(Letterhead)
    /// Quốc hiệu and tiêu ngữ in the middle, as on a form that somebody else signs.
    case nation([String])
    /// Place and date on a line of their own, to the right.
    case dateLine(BlankLine)
    case title(DocumentTitle)
    /// The head of an annex.
    case annex(AnnexTitle)
    /// Sheets of labels.
    case labels(LabelSheet)
    case addressees(Addressees)
    /// Words of the body: headings, paragraphs, points, tables.
    case passage(Passage)
    case field(FormItem)
    /// A label and its value, side by side.
    case facts([LabelledText])
    case code(QRCode)
    /// Small print.
    case notes([String])
    /// A mark that nobody overlooks: «MINH HỌA», «TÀI LIỆU NỘI BỘ».
    case mark(String)
    /// The name of the agency over a paper without a letterhead.
    case agency(String)
    /// The headings with their pages, made by the program that draws it.
    case contents(title: String)
    /// Recipients and signature; never apart from the block before.
    case closing(Closing)

    /// What one reads, NFC; nothing for what the drawing program makes up.
    package var lines: [String] {
        switch self {
        case .letterhead(let head): head.lines
        case .nation(let lines), .notes(let lines): lines
        case .dateLine(let line): [line.plainText]
        case .title(let title): [title.name, title.abstract]
        case .annex(let title): title.lines
        case .labels(let sheet): sheet.lines
        case .addressees(let addressees): addressees.lines
        case .passage(let passage): passage.lines
        case .field(let item): item.printed
        case .facts(let facts): facts.flatMap { [$0.label, $0.text] }
        case .code(let code): [code.caption, code.text]
        case .mark(let words), .agency(let words): [words]
        case .contents(let title): [title]
        case .closing(let closing): closing.lines
        }
    }
}

extension PaperBlock: Encodable {
    private enum Kind: String, CodingKey {
        case letterhead, nation, dateLine, title, annex, labels, addressees, passage, field, facts, code, notes, mark,
            agency, contents, closing
    }

    /// One key, the kind, so that a template finds its function by it.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Kind.self)
        switch self {
        case .letterhead(let value): try container.encode(value, forKey: .letterhead)
        case .nation(let value): try container.encode(value, forKey: .nation)
        case .dateLine(let value): try container.encode(value, forKey: .dateLine)
        case .title(let value): try container.encode(value, forKey: .title)
        case .annex(let value): try container.encode(value, forKey: .annex)
        case .labels(let value): try container.encode(value, forKey: .labels)
        case .addressees(let value): try container.encode(value, forKey: .addressees)
        case .passage(let value): try container.encode(value, forKey: .passage)
        case .field(let value): try container.encode(value, forKey: .field)
        case .facts(let value): try container.encode(value, forKey: .facts)
        case .code(let value): try container.encode(value, forKey: .code)
        case .notes(let value): try container.encode(value, forKey: .notes)
        case .mark(let value): try container.encode(value, forKey: .mark)
        case .agency(let value): try container.encode(value, forKey: .agency)
        case .contents(let title): try container.encode(title, forKey: .contents)
        case .closing(let value): try container.encode(value, forKey: .closing)
        }
    }
}

/// The name of a document in the middle of the page (ô số 5a).
package struct DocumentTitle: Hashable, Sendable, Encodable {
    /// In capitals: «KẾ HOẠCH».
    package var name: String
    /// What it is about; empty for none.
    package var abstract: String
    /// Whether a rule stands under the abstract, as in documents with a number.
    package var isRuled: Bool

    package init(name: String, abstract: String, isRuled: Bool = true) {
        self.name = name.uppercased().composed
        self.abstract = abstract.composed
        self.isRuled = isRuled
    }
}

/// «Kính gửi:» (ô số 9a): one name behind it, or each on a line of its own.
package struct Addressees: Hashable, Sendable, Encodable {
    package var label: String
    /// Without marks; a line of several gets `-` and `;`, the last one `.`
    package var names: [String]
    /// Under a single name, such as an address; empty for none.
    package var details: [String]

    package init(_ names: [String], details: [String] = [], label: String = "Kính gửi:") {
        self.label = label
        self.names = names.map(\.composed)
        self.details = details.map(\.composed)
    }

    private enum CodingKeys: CodingKey { case label, names, details, lines }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(label, forKey: .label)
        try container.encode(names, forKey: .names)
        try container.encode(details, forKey: .details)
        try container.encode(listed, forKey: .lines)
    }

    /// «- Sở Tài chính;»; empty for one name.
    var listed: [String] {
        guard names.count > 1 else { return [] }
        return names.enumerated().map { "- \($1)\($0 == names.count - 1 ? "." : ";")" }
    }

    var lines: [String] {
        names.count > 1 ? [label] + listed : ["\(label) \(names.first ?? "")"] + details
    }
}

/// A label and what it says: «Thời gian:», «14 giờ 00 …».
package struct LabelledText: Hashable, Sendable, Encodable {
    package var label: String
    package var text: String

    package init(_ label: String, _ text: String) {
        self.label = label.composed
        self.text = text.composed
    }
}

/// The end of a document: who gets it on the left, who signs on the right (ô số 7 and 9b).
package struct Closing: Hashable, Sendable, Encodable {
    /// Nothing on minutes and forms.
    package var recipients: RecipientsBlock?
    /// One, or two side by side: on minutes the secretary left, the chair right.
    package var signatures: [Signature]

    package init(recipients: RecipientsBlock?, signatures: [Signature]) {
        self.recipients = recipients
        self.signatures = signatures
    }

    var lines: [String] {
        let listed = recipients.map { [$0.title] + $0.groups.flatMap { [$0.heading] + $0.lines } } ?? []
        return listed + signatures.flatMap { [$0.authority, $0.post, $0.name] }.map(\.composed)
    }
}

/// «Nơi nhận»: who gets the document, by medium, and who keeps it.
package struct RecipientsBlock: Hashable, Sendable, Encodable {
    package struct Group: Hashable, Sendable, Encodable {
        /// «Gửi bản điện tử:»; empty for none.
        package var heading: String
        /// Whole lines: «- UBND tỉnh (b/c);».
        package var lines: [String]
    }

    package var title: String
    package var groups: [Group]
}
