/// What a template shows, in order, before partials and blocks are put in their places.
indirect enum TemplatePart: Sendable {
    case text([UInt8])
    case value(String)
    case markup(String)
    case section(String, [TemplatePart])
    case inverted(String, [TemplatePart])
    case partial(String)
    /// A layout with the blocks it is given.
    case parent(String, blocks: [String: [TemplatePart]])
    /// A place of a layout with what stands there when it is given nothing.
    case block(String, [TemplatePart])
}

/// Reads the parts of one template from its tags.
struct TemplateParts {
    private let template: Template
    private var next = 0
    private var depth = 0
    /// Levels of parts in one another, the template itself the first: each is a call, here and in what follows.
    private static let deepest = 21

    /// - Throws: The first tag that stands where it cannot.
    static func read(_ template: Template) throws(Misplaced) -> [TemplatePart] {
        var reader = TemplateParts(template)
        return try reader.parts(within: nil)
    }

    /// A tag that stands where it cannot, in words.
    struct Misplaced: Error {
        var tag: TemplateTag
        var problem: String
        var remedy: String
    }

    private init(_ template: Template) { self.template = template }

    private mutating func parts(within open: TemplateTag?) throws(Misplaced) -> [TemplatePart] {
        depth += 1
        defer { depth -= 1 }
        if let open, depth > Self.deepest {
            throw Misplaced(
                tag: open, problem: "Các phần lồng nhau quá \(Self.deepest - 1) bậc.",
                remedy: "Tách bớt thành khuôn riêng.")
        }
        var parts: [TemplatePart] = []
        while next < template.tags.count {
            let tag = template.tags[next]
            let text = shown(before: next)
            if !text.isEmpty { parts.append(.text(text)) }
            next += 1
            if tag.kind == .end {
                try check(tag, closes: open)
                return parts
            }
            if let part = try part(tag) { parts.append(part) }
        }
        if let open {
            throw Misplaced(
                tag: open, problem: "Phần “\(open.name)” mở ra mà không đóng lại.", remedy: "Thêm {{/\(open.name)}}.")
        }
        let text = shown(before: next)
        return text.isEmpty ? parts : parts + [.text(text)]
    }

    private mutating func part(_ tag: TemplateTag) throws(Misplaced) -> TemplatePart? {
        switch tag.kind {
        case .variable: .value(tag.name)
        case .unescaped: .markup(tag.name)
        case .section: .section(tag.name, try parts(within: tag))
        case .inverted: .inverted(tag.name, try parts(within: tag))
        case .block: .block(tag.name, try parts(within: tag))
        case .partial: .partial(tag.name)
        case .parent: .parent(tag.name, blocks: try blocks(within: tag))
        case .comment, .end, .refused: nil
        }
    }

    /// Of a layout only its blocks may be given; words between them are told apart, as text that is lost.
    private mutating func blocks(within open: TemplateTag) throws(Misplaced) -> [String: [TemplatePart]] {
        let first = next
        var blocks: [String: [TemplatePart]] = [:]
        for part in try parts(within: open) {
            switch part {
            case .block(let name, let content): blocks[name] = content
            case .text: break
            default:
                let tag = template.tags[first...].first { $0.kind != .block && $0.kind != .comment } ?? open
                throw Misplaced(
                    tag: tag, problem: "Có thẻ nằm ngoài các khối của “\(open.name)”.",
                    remedy: "Đưa thẻ ấy vào một khối {{$…}}.")
            }
        }
        return blocks
    }

    private func check(_ tag: TemplateTag, closes open: TemplateTag?) throws(Misplaced) {
        guard let open else {
            throw Misplaced(
                tag: tag, problem: "Thẻ {{/\(tag.name)}} đóng một phần chưa mở.", remedy: "Bỏ thẻ ấy, hoặc thêm thẻ mở."
            )
        }
        guard open.name == tag.name else {
            throw Misplaced(
                tag: tag, problem: "Thẻ {{/\(tag.name)}} đóng nhầm phần “\(open.name)”, mở ở dòng \(open.line).",
                remedy: "Đóng {{/\(open.name)}} trước.")
        }
    }

    /// The text before a tag, as it goes into the page.
    ///
    /// Indentation is there for who edits the template. Dropped, it neither weighs on the page nor gets into what
    /// stands in a `textarea`. The line break that ends the file goes too, or a partial within a line would put a
    /// blank before the full stop; and so does the line end behind a tag that stands alone.
    private func shown(before index: Int) -> [UInt8] {
        let bytes = template.bytes
        var gap = template.gap(before: index)
        if gap.upperBound == bytes.count, bytes[gap].last == UInt8(ascii: "\n") { gap = gap.dropLast() }
        var isLineStart = gap.lowerBound == 0
        if index > 0, template.tags[index - 1].isAlone {
            let lineEnd = bytes[gap].firstIndex(of: UInt8(ascii: "\n")) ?? gap.upperBound - 1
            gap = gap.isEmpty ? gap : (lineEnd + 1)..<gap.upperBound
            isLineStart = true
        }
        var shown: [UInt8] = []
        for byte in bytes[gap] {
            if isLineStart, TemplateTag.isBlank(byte) { continue }
            isLineStart = byte == UInt8(ascii: "\n")
            shown.append(byte)
        }
        return shown
    }
}
