import Domain

extension Template {
    /// What is wrong in it as it stands among `templates`.
    func problems(among templates: [String: Template]) -> [Diagnostic] {
        tags.flatMap { problems(of: $0, among: templates) } + problemsOfInheritance(among: templates)
    }

    private func problems(of tag: TemplateTag, among templates: [String: Template]) -> [Diagnostic] {
        switch tag.kind {
        case .comment, .end: []
        case .refused(let sign):
            [
                diagnostic(
                    "theme-tag", at: tag, "Khuôn này dùng thẻ {{\(sign)…}}, chủ đề không nhận.",
                    "Viết {{tên}} hoặc {{{tên-html}}}.")
            ]
        case .partial, .parent:
            templates[tag.name] != nil
                ? []
                : [
                    diagnostic(
                        "unknown-partial", at: tag, "Không có khuôn nào tên “\(tag.name)”.",
                        meant(tag.name, among: templates))
                ]
        case .variable, .unescaped, .section, .inverted, .block: problemsOfName(tag)
        }
    }

    /// The template of that name in another folder, if there is one: what is forgotten is mostly the folder.
    private func meant(_ name: String, among templates: [String: Template]) -> String {
        let last = name.split(separator: "/").last
        let near = templates.keys.filter { $0.split(separator: "/").last == last }.min()
        return near.map { "Có phải ý ông, bà là “\($0)”?" } ?? "Tạo tệp theme/\(name).mustache, hoặc sửa tên."
    }

    private func problemsOfName(_ tag: TemplateTag) -> [Diagnostic] {
        let isItself = tag.name == "." && tag.kind == .variable
        guard isItself || (!tag.name.isEmpty && tag.name.utf8.allSatisfy(Self.isNameByte)) else {
            return [
                diagnostic(
                    "theme-name", at: tag, "Tên “\(tag.name)” không đúng cách viết.",
                    "Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối; không nối tên bằng dấu chấm.")
            ]
        }
        let isMarkup = tag.name.hasSuffix("-html")
        guard tag.kind == .variable && isMarkup || tag.kind == .unescaped && !isMarkup else { return [] }
        return [
            diagnostic(
                "unsafe-name", at: tag, "“\(tag.name)” viết sai cặp ngoặc.",
                isMarkup ? "Viết {{{\(tag.name)}}}." : "Viết {{\(tag.name)}}; chỉ tên có đuôi -html mới dùng ba ngoặc.")
        ]
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Words inside `{{<parent}}` but outside a block are lost without a word, and so is a block the parent lacks.
    private func problemsOfInheritance(among templates: [String: Template]) -> [Diagnostic] {
        var problems: [Diagnostic] = []
        var open: [TemplateTag] = []
        for (index, tag) in tags.enumerated() {
            let parent = open.last.flatMap { $0.kind == .parent ? $0 : nil }
            if let parent, bytes[gap(before: index)].contains(where: { $0 > 0x20 }) {
                problems.append(
                    diagnostic(
                        "lost-text", at: tag, "Có chữ nằm ngoài các khối của “\(parent.name)” nên không hiện ra.",
                        "Đưa chữ ấy vào một khối {{$…}}."))
            }
            if let parent, tag.kind == .block, let layout = templates[parent.name], !layout.offers(tag.name) {
                problems.append(
                    diagnostic(
                        "unknown-block", at: tag, "Khuôn “\(parent.name)” không có khối “\(tag.name)”.",
                        "Dùng một trong: \(layout.blocks.joined(separator: ", "))."))
            }
            switch tag.kind {
            case .section, .inverted, .parent, .block: open.append(tag)
            case .end: _ = open.popLast()
            default: break
            }
        }
        return problems
    }

    private var blocks: [String] { tags.filter { $0.kind == .block }.map(\.name) }

    private func offers(_ block: String) -> Bool { blocks.contains(block) }

    /// A template that includes itself, by whatever way round, would render for ever.
    static func problemsOfCycles(among templates: [String: Template]) -> [Diagnostic] {
        templates.values.compactMap { template in
            guard template.reachable(among: templates).contains(template.name) else { return nil }
            let tag = template.tags.first { $0.kind == .partial || $0.kind == .parent }
            return template.diagnostic(
                "theme-cycle", at: tag, "Khuôn “\(template.name)” gọi lại chính nó.", "Bỏ lần gọi vòng.")
        }
    }

    /// Names of all templates used from here on; its own only when it comes round to it.
    func reachable(among templates: [String: Template]) -> Set<String> {
        var found: Set<String> = []
        var waiting = uses
        while let name = waiting.popLast() {
            if found.insert(name).inserted { waiting += templates[name]?.uses ?? [] }
        }
        return found
    }
}
