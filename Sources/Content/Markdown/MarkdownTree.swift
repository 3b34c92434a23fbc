import CMarkdown
import Foundation

/// Parses Markdown with cmark-gfm.
///
/// Tables, bare addresses and footnotes are on; strikethrough, task lists and raw HTML are not.
enum MarkdownTree {
    /// Registering twice would be a race inside the C library; a static is set up once.
    private static let isRegistered: Bool = {
        cmark_gfm_core_extensions_ensure_registered()
        return true
    }()

    /// Lends the blocks of `text`, footnote definitions last, for the time of `read`.
    static func parse<Value>(_ text: String, _ read: ([MarkdownNode]) -> Value) -> Value {
        precondition(isRegistered)
        guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES) else { preconditionFailure("cmark: no memory") }
        defer { cmark_parser_free(parser) }
        for name in ["table", "autolink"] {
            cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name))
        }
        cmark_parser_feed(parser, text, text.utf8.count)
        guard let document = cmark_parser_finish(parser) else { preconditionFailure("cmark: no document") }
        defer { cmark_node_free(document) }
        cmark_consolidate_text_nodes(document)
        return read(MarkdownNode(pointer: document).children)
    }
}

/// One node of the tree; valid only while it is lent.
struct MarkdownNode {
    enum Kind: String {
        case paragraph, heading, list, item, table, text, code, link, image, strong
        case blockQuote = "block_quote"
        case codeBlock = "code_block"
        case htmlBlock = "html_block"
        case rule = "thematic_break"
        case tableHead = "table_header"
        case tableRow = "table_row"
        case tableCell = "table_cell"
        case softBreak = "softbreak"
        case lineBreak = "linebreak"
        case htmlInline = "html_inline"
        case emphasis = "emph"
        case footnoteReference
        case footnoteDefinition
        case other
    }

    let pointer: OpaquePointer

    var kind: Kind {
        // The commonest first; names take far longer to compare.
        switch cmark_node_get_type(pointer) {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        default: Kind(rawValue: String(cString: cmark_node_get_type_string(pointer))) ?? .other
        }
    }

    var children: [MarkdownNode] {
        var children: [MarkdownNode] = []
        var next = cmark_node_first_child(pointer)
        while let child = next {
            children.append(MarkdownNode(pointer: child))
            next = cmark_node_next(child)
        }
        return children
    }

    /// The words of a text or code node; the number of a footnote reference.
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }

    /// Whether the words have one of these signs in them, which are ASCII.
    func literal(has signs: String) -> Bool {
        guard let words = cmark_node_get_literal(pointer) else { return false }
        return words[strcspn(words, signs)] != 0
    }

    var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

    /// The first number of an ordered list, nothing for bullets.
    var listStart: Int? {
        cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST ? Int(cmark_node_get_list_start(pointer)) : nil
    }

    /// `l`, `c`, `r` or nothing for each column of a table.
    var columnAlignments: [Character?] {
        guard let letters = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
        return (0..<Int(cmark_gfm_extensions_get_table_columns(pointer))).map { index in
            letters[index] == 0 ? nil : Character(Unicode.Scalar(letters[index]))
        }
    }

    /// Counts from 1; 0 for breaks and bare addresses.
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
    /// In bytes, counts from 1.
    var byteColumn: Int { Int(cmark_node_get_start_column(pointer)) }
}
