/// What stands above the text.
extension WordPackage {
    struct Head: Hashable, Sendable {
        var isNumbered: Bool
        /// Empty for none.
        var warning: String
        /// Empty for none.
        var mark: String
        /// Twips between the margins.
        var width: Int

        /// - Parameter isFirst: Above the first page of a section, where only the warning stands.
        init(_ furniture: PageFurniture, isFirst: Bool = false) {
            isNumbered = furniture.numbersPages && !isFirst
            warning = furniture.warning
            mark = isFirst ? "" : furniture.mark
            width = Twips.textWidth(furniture.orientation)
        }
    }

    /// - Parameter pages: `default` or `first`.
    func reference(_ pages: String, _ head: Head) -> XMLNode {
        let number = (heads.firstIndex(of: head) ?? 0) + 1
        return .tag("w:headerReference", ["w:type": pages, "r:id": "rIdHeader\(number)"])
    }

    func header(_ head: Head) -> XMLNode {
        let number = head.isNumbered ? XMLNode.field(" PAGE ", shows: "2") : []
        guard !head.mark.isEmpty || !head.warning.isEmpty else {
            return root("hdr", [.paragraph(ParagraphFormat(style: "Header"), number)])
        }
        // Words beside a centred number would push it aside: it stands at a stop, and so do they.
        let tab = XMLNode.run(RunFormat(), [.w("tab")])
        let format = ParagraphFormat(
            style: "Header",
            tabs: [
                .init(alignment: .center, leader: .none, position: head.width / 2),
                .init(alignment: .right, leader: .none, position: head.width),
            ], alignment: .left)
        let warning = XMLNode.run(head.warning, RunFormat(bold: true, size: 9))
        let mark = XMLNode.run(head.mark, RunFormat(bold: true, size: 11))
        return root("hdr", [.paragraph(format, [warning, tab] + number + [tab, mark])])
    }
}
