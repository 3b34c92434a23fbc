import Foundation
import Testing

@testable import Theme

/// Where the theme stands in this checkout.
let themeDirectory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "theme")

@Suite("The templates of the portal")
struct TemplatesTests {
    private func render(_ sample: SamplePages.Sample, by theme: Theme) throws -> String {
        var chrome = SamplePages.chrome
        if !sample.isRehearsal {
            chrome.banner = nil
            chrome.feeds = []
        }
        let page = try FramedTheme(theme, chrome).render(sample.template, sample.page, sample.values)
        return String(decoding: page, as: UTF8.self)
    }

    @Test func `every component says what it is and when it is accessible`() throws {
        let components = themeDirectory.appending(path: "components")
        for name in try FileManager.default.contentsOfDirectory(atPath: components.path) {
            let words = try String(contentsOf: components.appending(path: "\(name)/README.md"), encoding: .utf8)
            #expect(words.hasPrefix("# ") && words.contains("\n- "), "\(name)")
        }
    }

    @Test func `every class a template uses is styled, or named as a hook for lists`() throws {
        let sheet = try Stylesheet.assemble(from: themeDirectory)
        // A list with any class keeps its role and loses its bullets: these need no more. The last is the id of main.
        let hooks: Set = ["dt-dates__list", "dt-footer__links", "dt-links", "dt-toc__list", "dt-noi-dung"]
        for (name, text) in try Theme(directory: themeDirectory).sources {
            // Whole names only: what a value ends is checked with the value.
            for match in text.matches(of: /\bdt-[a-z_-]+(?=["\x20])/) where !hooks.contains(String(match.0)) {
                let isStyled = sheet.contains(".\(match.0)")
                #expect(isStyled, "\(match.0) in \(name)")
            }
        }
    }

    @Test func `every page has a sample`() throws {
        let pages = Set(try Theme(directory: themeDirectory).names.filter { $0.hasPrefix("pages/") })
        #expect(pages == Set(SamplePages.all.map(\.template)))
    }

    @Test func `every page is filled by the values that theme/README.md names`() throws {
        let theme = try Theme(directory: themeDirectory)
        let sheet = try Stylesheet.assemble(from: themeDirectory)
        for sample in SamplePages.all {
            let page = try render(sample, by: theme)
            #expect(page.utf8.count + sheet.utf8.count < 60_000, "\(sample.template)")
            #expect(
                !page.contains("{{") && !page.contains(" style=") && !page.contains(" onclick"), "\(sample.template)")
            #expect(page.components(separatedBy: "<h1").count == 2, "\(sample.template) has one h1")
            try keep(page, as: sample)
        }
    }

    /// For looking at the pages in a browser: `THEME_OUT=<folder> swift test --filter TemplatesTests`.
    private func keep(_ page: String, as sample: SamplePages.Sample) throws {
        guard let folder = ProcessInfo.processInfo.environment["THEME_OUT"] else { return }
        try Stylesheet.assemble(from: themeDirectory)
            .write(to: URL(filePath: folder).appending(path: "dt.css"), atomically: false, encoding: .utf8)
        let name = sample.template.replacingOccurrences(of: "/", with: "-") + "-" + sample.variant + ".html"
        try page.write(to: URL(filePath: folder).appending(path: name), atomically: false, encoding: .utf8)
    }

    @Test func `every value a template asks for is asked for by a sample`() throws {
        let theme = try Theme(directory: themeDirectory)
        let frame = Frame(SamplePages.chrome)
        for name in Set(SamplePages.all.map(\.template)) {
            let given = SamplePages.all.filter { $0.template == name }.flatMap { sample in
                Self.names(sample.values) + Self.names(.record(frame.head(of: sample.page)))
            }
            // The foot shows a time on pages that have one.
            let missing = theme.names(askedBy: name)
                .subtracting(given + Self.names(frame.values) + ["words", "machine"])
            #expect(missing == [], "\(name)")
        }
    }

    /// All names in a tree of values.
    private static func names(_ values: [String: ThemeValue]) -> [String] {
        values.flatMap { name, value in [name] + names(value) }
    }

    private static func names(_ value: ThemeValue) -> [String] {
        switch value {
        case .record(let record): record.entries.flatMap { [$0.key] + names($0.value) }
        case .list(let elements): elements.flatMap(names)
        case .text, .html, .flag, .absent: []
        }
    }
}

@Suite("The stylesheet")
struct StylesheetTests {
    @Test func `it is joined in the order of its layers and stays within its limit`() throws {
        let sheet = try Stylesheet.assemble(from: themeDirectory)
        #expect(sheet.hasPrefix("@layer tokens,base,layout,components,utilities,print;\n@layer tokens{\n:root{"))
        #expect(sheet.utf8.count <= Stylesheet.limit)
        #expect(!sheet.contains("/*"))
        #expect(sheet.count(where: { $0 == "{" }) == sheet.count(where: { $0 == "}" }))
    }

    @Test func `blanks after signs go, but not inside strings`() {
        let rule = "a :is(b, c) { content: \"x: { \"; color: red; }"
        #expect(Stylesheet.closed(rule) == "a :is(b,c){content:\"x: { \";color:red}")
    }

    @Test func `comments go, what is around them stays`() {
        #expect(Stylesheet.withoutComments("a{}/* x { */b{}/**/") == "a{}b{}")
    }
}
