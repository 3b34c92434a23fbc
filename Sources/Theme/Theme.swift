package import Domain
package import Foundation

/// The templates of the portal, strictly read: what a template asks for and nobody gave is an error, not a blank.
///
/// Mustache with inheritance, escaped by default. Beyond mustache: names are lower-case ASCII words joined by hyphens;
/// `{{{name-html}}}` is only for names that end in `-html`, and these hold only ``ThemeValue/html(_:)``; dotted names,
/// `{{&name}}`, changed delimiters, pragmas and dynamic partials are refused; empty text skips its section.
package struct Theme: Sendable {
    /// Name → text, as written.
    package let sources: [String: String]
    private let templates: [String: Template]
    /// Before the names of files in messages.
    private let folder: String
    /// What each template does.
    let programs: [String: Program]

    /// Reads every `*.mustache` below `directory`; the name of a template is its path without the extension.
    ///
    /// - Throws: Every problem of every template, with file, line and column.
    package init(directory: URL) throws(ThemeError) {
        let folder = directory.lastPathComponent
        try self.init(templates: Self.read(directory), folder: folder + "/")
    }

    /// Takes templates as they are: name → text.
    package init(templates: [String: String]) throws(ThemeError) {
        try self.init(templates: templates, folder: "")
    }

    private init(templates sources: [String: String], folder: String) throws(ThemeError) {
        var templates: [String: Template] = [:]
        var parts: [String: [TemplatePart]] = [:]
        var problems: [Diagnostic] = []
        for (name, text) in sources {
            let file = "\(folder)\(name).mustache"
            do {
                let template = try Template(name: name, file: file, text: text)
                templates[name] = template
                parts[name] = try TemplateParts.read(template)
            } catch {
                let template = templates[name] ?? .unread(name: name, file: file, text: text)
                templates[name] = template
                problems.append(template.syntaxProblem(error))
            }
        }
        problems += templates.values.flatMap { $0.problems(among: templates) }
        problems += Template.problemsOfCycles(among: templates)
        guard problems.isEmpty else { throw ThemeError(problems) }
        self.folder = folder
        self.sources = sources
        self.templates = templates
        programs = parts.mapValues { Program($0, templates: parts) }
    }

    /// Names of all templates, sorted.
    package var names: [String] { templates.keys.sorted() }

    /// The names a page may ask for, its partials included, whatever sections are shown.
    package func names(askedBy template: String) -> Set<String> {
        let used = (templates[template]?.reachable(among: templates) ?? []).union([template])
        let tags = used.compactMap { templates[$0] }.flatMap(\.tags)
        return Set(
            tags.compactMap { tag in
                switch tag.kind {
                case .variable, .unescaped, .section, .inverted: tag.name == "." ? nil : tag.name
                case .end, .partial, .parent, .block, .comment, .refused: nil
                }
            })
    }

    /// Fills in a template.
    ///
    /// - Throws: An unknown template; names nobody gave a value for; mark-up where text belongs, and the reverse.
    package func render(_ template: String, _ values: [String: ThemeValue]) throws(ThemeError) -> String {
        String(decoding: try run(programs[template], template, Rendering.Values(values)), as: UTF8.self)
    }

    /// - Parameter program: What the template of that name does; nothing when there is none.
    func run(_ program: Program?, _ template: String, _ values: Rendering.Values) throws(ThemeError) -> [UInt8] {
        guard let program else { throw ThemeError([unknown(template)]) }
        var rendering = Rendering(program, values)
        rendering.run()
        guard rendering.misuse.isEmpty else {
            throw ThemeError(problems(rendering.misuse, rendering: template))
        }
        return rendering.page
    }

    private func unknown(_ template: String) -> Diagnostic {
        Diagnostic(
            .error, rule: "unknown-template", at: SourcePosition(file: "\(folder)\(template).mustache"),
            problem: "Không có khuôn nào tên “\(template)”.", remedy: "Tạo tệp ấy trong theme/, hoặc sửa tên.")
    }

    private func problems(_ misuse: Misuse, rendering template: String) -> [Diagnostic] {
        let rules: [(Set<String>, String, (String) -> (String, String))] = [
            (
                misuse.unknown, "theme-no-value",
                { ("Khuôn cần “\($0)” mà trang không cho giá trị ấy", "Sửa tên theo theme/README.md, hoặc bỏ thẻ.") }
            ),
            (
                misuse.notText, "not-text",
                { ("“\($0)” là cờ, danh sách hoặc nhóm, không phải chữ", "Viết {{#\($0)}}…{{/\($0)}}.") }
            ),
            (
                misuse.unsafe, "unsafe-name",
                { ("Giá trị của “\($0)” sai loại", "Chỉ tên có đuôi -html mới chứa mã HTML; tên khác chứa chữ.") }
            ),
            (
                misuse.uneven, "uneven-list",
                { ("Các mục của “\($0)” không có cùng các tên", "Ghi rõ giá trị nào không có.") }
            ),
        ]
        return rules.flatMap { names, rule, words in
            names.sorted().map { name in
                let (problem, remedy) = words(name)
                return diagnostic(rule, name: name, rendering: template, "\(problem) (trang “\(template)”).", remedy)
            }
        }
    }

    /// At the first tag of that name among the templates the page is made of.
    private func diagnostic(
        _ rule: String, name: String, rendering page: String, _ problem: String, _ remedy: String
    ) -> Diagnostic {
        let used = [page] + (templates[page]?.reachable(among: templates).sorted() ?? [])
        for template in used.compactMap({ templates[$0] }) {
            if let tag = template.tags.first(where: { $0.name == name && $0.kind != .end }) {
                return template.diagnostic(rule, at: tag, problem, remedy)
            }
        }
        let position = SourcePosition(file: "\(page).mustache")
        return Diagnostic(.error, rule: rule, at: position, problem: problem, remedy: remedy)
    }
}

extension Theme {
    private static func read(_ directory: URL) throws(ThemeError) -> [String: String] {
        let folder = directory.lastPathComponent
        var found: [String: String] = [:]
        var problems: [Diagnostic] = []
        for path in paths(below: directory, extension: "mustache") {
            do {
                let text = try String(contentsOf: directory.appending(path: path), encoding: .utf8)
                found[String(path.dropLast(".mustache".count))] = text
            } catch {
                problems.append(unreadable("\(folder)/\(path)"))
            }
        }
        if found.isEmpty && problems.isEmpty { problems.append(unreadable(folder)) }
        guard problems.isEmpty else { throw ThemeError(problems) }
        return found
    }

    /// Relative paths of the files below `directory`, sorted.
    static func paths(below directory: URL, extension suffix: String) -> [String] {
        let walk = FileManager.default.enumerator(atPath: directory.path(percentEncoded: false))
        return (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix("." + suffix) }.sorted()
    }

    /// - Parameter path: With the folder of the theme.
    package static func unreadable(_ path: String) -> Diagnostic {
        Diagnostic(
            .error, rule: "theme-unreadable", at: SourcePosition(file: path),
            problem: "Không đọc được tệp này của chủ đề.",
            remedy: "Xem tệp có ở đó không, có phải văn bản UTF-8 không, và quyền đọc.")
    }
}

extension Template {
    func syntaxProblem(_ error: any Error) -> Diagnostic {
        switch error {
        case let error as TemplateTag.UnclosedTag:
            diagnostic(
                "theme-syntax", line: error.line, column: error.column, "Thẻ mở ra mà không đóng lại.", "Thêm }}.")
        case let error as TemplateParts.Misplaced:
            diagnostic("theme-syntax", at: error.tag, error.problem, error.remedy)
        default:
            diagnostic("theme-syntax", line: 0, "Khuôn viết sai: \(error).", "Xem lại các thẻ.")
        }
    }
}
