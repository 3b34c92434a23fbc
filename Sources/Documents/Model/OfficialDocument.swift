package import Domain

/// A document with a type name (văn bản có tên loại): what the page shows, before anything draws it.
///
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.4.
package struct OfficialDocument: Hashable, Sendable, Encodable {
    package enum Kind: String, Hashable, Sendable, Encodable {
        case plan

        /// In capitals, above the abstract.
        var typeName: String {
            switch self {
            case .plan: "KẾ HOẠCH"
            }
        }

        /// The file of `theme/documents/` that lays it out, without its ending.
        var template: String {
            switch self {
            case .plan: "ke-hoach"
            }
        }
    }

    package var kind: Kind
    package var language: String
    /// In the properties of the file.
    package var title: String
    package var author: String
    /// In the properties of the file; never shown.
    package var date: CivilDate
    package var letterhead: Letterhead
    package var typeName: String
    package var abstract: String
    /// Whole lines with their ends: `;`, the last `.`
    package var legalBases: [String]
    package var opening: [TextRun]
    /// Ends with `./.`
    package var body: [Passage]
    /// Note n is at n − 1.
    package var footnotes: [[TextRun]]
    package var recipients: RecipientsBlock
    package var signature: Signature

    /// Every line in reading order.
    package var plainText: String {
        var lines = [letterhead.parent, letterhead.agency] + letterhead.nation
        lines += [letterhead.number.plainText, letterhead.dateLine.plainText, typeName, abstract]
        lines += legalBases + [opening.plainText] + body.map(\.plainText) + footnotes.map(\.plainText)
        lines += [recipients.title] + recipients.groups.flatMap { [$0.heading] + $0.lines }
        lines += [signature.authority, signature.post, signature.name]
        return lines.filter { !$0.isEmpty }.joined(separator: "\n")
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
