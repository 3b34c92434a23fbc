import Domain
import Foundation

extension ProseReader {
    func inlines(of node: MarkdownNode) -> [Prose.Inline] {
        inlineDepth += 1
        defer { inlineDepth -= 1 }
        guard inlineDepth <= 20 else {
            report(.tooDeep, at: node)
            return []
        }
        return node.children.compactMap(inline)
    }

    private func inline(_ node: MarkdownNode) -> Prose.Inline? {
        switch node.kind {
        case .text:
            checkLeftovers(node)
            return .text(node.literal)
        case .softBreak: return .softBreak
        case .lineBreak: return .lineBreak
        case .code: return .code(node.literal)
        case .emphasis: return .emphasis(inlines(of: node))
        case .strong: return .strong(inlines(of: node))
        case .link: return link(node)
        case .image: return image(node)
        case .footnoteReference: return .footnote(number: Int(node.literal) ?? 0)
        case .htmlInline: report(.rawHTML, at: node)
        default: report(.unknownMarkdown(node.kind.rawValue), at: node)
        }
        return nil
    }

    private func link(_ node: MarkdownNode) -> Prose.Inline {
        let content = inlines(of: node)
        let destination = node.destination
        let words = content.plainText.split(separator: " ").joined(separator: " ")
        if words.isEmpty {
            report(.emptyLink, at: node)
        } else if LinkWords.sayNothing(words) {
            report(.vagueLink(words), at: node)
        }
        switch LinkTarget(destination) {
        case .portal: note(link: destination, at: place(of: node))
        case .elsewhere: break
        case .relative: report(.relativeLink(destination), at: node)
        case .forbidden: report(.forbiddenLink(destination), at: node)
        }
        return .link(destination: destination, content: content)
    }

    private func image(_ node: MarkdownNode) -> Prose.Inline {
        let alternative = inlines(of: node).plainText
        if alternative.allSatisfy(\.isWhitespace) { report(.imageWithoutText, at: node) }
        // content/ has no place for pictures, and pages load nothing from elsewhere.
        report(.imageUnsupported, at: node)
        return .image(source: node.destination, alternative: alternative)
    }

    /// Signs that are still text were meant as mark-up: a slip would show them to readers.
    private func checkLeftovers(_ node: MarkdownNode) {
        // Most words have none of them.
        guard node.literal(has: "*]") else { return }
        let text = node.literal
        if text.contains("**") { report(.openEmphasis, at: "**", in: node) }
        if let sign = ["](", "] (/", "] (http", "]["].first(where: text.contains) {
            report(.brokenLinkSyntax, at: sign, in: node)
        }
    }

    /// Reports at the first `sign` of a line behind the beginning of its text.
    private func report(_ fault: Fault, at sign: String, in node: MarkdownNode) {
        let (line, column) = place(of: node)
        let text = source.lines.indices.contains(line - 1) ? source.lines[line - 1] : ""
        let found = text.dropFirst(max(0, column - 1)).range(of: sign)
        source.report(
            fault, line: line,
            column: found.map { text.distance(from: text.startIndex, to: $0.lowerBound) + 1 } ?? column)
    }
}

/// Where a link leads.
enum LinkTarget {
    case portal
    case elsewhere
    case relative
    case forbidden

    init(_ destination: String) {
        let lower = destination.lowercased()
        if destination.hasPrefix("//") {
            self = .forbidden
        } else if destination.hasPrefix("/") || destination.hasPrefix("#") {
            self = .portal
        } else if ["https://", "http://", "mailto:"].contains(where: lower.hasPrefix) {
            self = .elsewhere
        } else {
            self = lower.prefix(while: { $0 != "/" && $0 != "#" && $0 != "?" }).contains(":") ? .forbidden : .relative
        }
    }
}

/// Words of links that say nothing out of their sentence, as screen readers list them.
///
/// Source: WCAG 2.2, success criterion 2.4.4 and 2.4.9.
enum LinkWords {
    private static let empty: Set<String> = [
        "tai day", "o day", "day", "vao day", "tai trang nay", "trang nay", "click", "click vao day", "bam vao day",
        "nhan vao day", "bam day", "xem them", "xem tiep", "chi tiet", "xem chi tiet", "link", "duong dan",
        "lien ket", "here", "click here", "this page", "read more", "more",
    ]

    static func sayNothing(_ words: String) -> Bool {
        empty.contains(VietnameseText.slug(words).split(separator: "-").joined(separator: " "))
    }
}
