import Domain
import Testing

@testable import Theme

@Suite("Rendering a template")
struct ThemeTests {
    private func render(_ template: String, _ values: [String: ThemeValue]) throws -> String {
        try Theme(templates: ["trang": template]).render("trang", values)
    }

    private func rules(_ work: () throws -> Void) -> [String] {
        do { try work() } catch let error as ThemeError { return error.problems.map(\.rule) } catch { return ["?"] }
        return []
    }

    @Test func `text is escaped and mark-up is not`() throws {
        let page = try render("<p>{{a}}{{{b-html}}}</p>", ["a": "<b>&\"'", "b-html": .html("<i>x</i>")])
        #expect(page == "<p>&lt;b&gt;&amp;&quot;&#39;<i>x</i></p>")
    }

    @Test func `empty text, an absent value and a false flag skip a section and show its inverse`() throws {
        for value: ThemeValue in ["", .absent, false, [], .html("")] {
            let name = value == .html("") ? "a-html" : "a"
            #expect(try render("{{#\(name)}}yes{{/\(name)}}{{^\(name)}}no{{/\(name)}}", [name: value]) == "no")
        }
    }

    @Test func `a list is shown once for each, and names outside stay in view`() throws {
        let values: [String: ThemeValue] = ["rows": [["n": "1"], ["n": "2"]], "unit": "kg"]
        #expect(try render("{{#rows}}{{n}} {{unit}};{{/rows}}", values) == "1 kg;2 kg;")
    }

    @Test func `a list of words shows each word`() throws {
        #expect(try render("{{#rows}}<{{.}}>{{/rows}}", ["rows": ["a", "b&"]]) == "<a><b&amp;>")
    }

    @Test func `a name nobody gave a value for is an error that says where it stands`() throws {
        let theme = try Theme(templates: ["trang": "<p>\n  {{> manh}}", "manh": "a\n{{ten}}"])
        #expect {
            try theme.render("trang", [:])
        } throws: { error in
            let problem = (error as? ThemeError)?.problems.first
            return problem?.rule == "theme-no-value" && problem?.position.description == "manh.mustache:2:1"
                && problem?.problem.contains("“ten”") == true && problem?.problem.contains("“trang”") == true
        }
    }

    @Test func `mark-up under a plain name and text under a mark-up name are refused`() throws {
        #expect(rules { _ = try render("{{a}}", ["a": .html("<b>")]) } == ["unsafe-name"])
        #expect(rules { _ = try render("{{{a-html}}}", ["a-html": "text"]) } == ["unsafe-name"])
        #expect(rules { _ = try render("{{#a}}{{.}}{{/a}}", ["a": [.html("<b>")]]) } == ["unsafe-name"])
    }

    @Test func `a list, a flag or a record asked for words is an error`() throws {
        for value: ThemeValue in [["x"], true, ["k": "v"]] {
            #expect(rules { _ = try render("{{a}}", ["a": value]) } == ["not-text"])
        }
    }

    @Test func `records of a list must have the same names`() throws {
        let rows: ThemeValue = [["n": "1", "note": "x"], ["n": "2"]]
        #expect(rules { _ = try render("{{#rows}}{{n}}{{/rows}}", ["rows": rows]) } == ["uneven-list"])
    }

    @Test(arguments: [
        ("{{{a}}}", "unsafe-name"), ("{{a-html}}", "unsafe-name"), ("{{&a}}", "theme-tag"),
        ("{{=<% %>=}}", "theme-tag"),
        ("{{% CONTENT_TYPE: TEXT}}", "theme-tag"), ("{{> khong-co}}", "unknown-partial"),
        ("{{a.b}}", "theme-name"),
        ("{{A}}", "theme-name"), ("{{upper(a)}}", "theme-name"), ("{{{.}}}", "theme-name"),
        ("{{> trang}}", "theme-cycle"),
        ("{{#a}}", "theme-syntax"), ("{{a", "theme-syntax"), ("{{> *a}}", "unknown-partial"),
        ("{{#a}}x{{/b}}", "theme-syntax"), ("x{{/a}}", "theme-syntax"), ("{{{a}}", "theme-syntax"),
        ("{{<trang}}{{x}}{{/trang}}", "theme-syntax"),
    ])
    func `what the theme does not take is refused when it is loaded`(template: String, rule: String) {
        #expect(rules { _ = try Theme(templates: ["trang": template]) }.contains(rule))
    }

    @Test func `a block the layout lacks and words outside blocks are refused`() {
        let layout = "<h1>{{$title}}{{/title}}</h1>"
        let page = "{{<layout}}\nmất\n{{$titel}}x{{/titel}}{{/layout}}"
        #expect(
            rules { _ = try Theme(templates: ["layout": layout, "trang": page]) }.sorted()
                == ["lost-text", "unknown-block"])
    }

    @Test func `a tag that closes the wrong section is told at its place`() {
        #expect {
            try Theme(templates: ["trang": "<p>\n{{#mot}}\n  x {{/hai}}{{/mot}}"])
        } throws: { error in
            let problem = (error as? ThemeError)?.problems.first
            return problem?.position.description == "trang.mustache:3:5" && problem?.problem.contains("“mot”") == true
        }
    }

    @Test func `a line that holds nothing but one tag leaves no line behind`() throws {
        let template =
            "a\n  {{#x}}  \n  b\n  {{! said to editors }}\n{{/x}}\n{{^x}}\n{{/x}}\nc {{#x}}d{{/x}}\n{{#x}}{{/x}}\ne\n"
        #expect(try render(template, ["x": true]) == "a\nb\nc d\n\ne")
    }

    @Test func `a block within the block of the same name does not come round to itself`() throws {
        let page = "{{<layout}}{{$main}}[{{$main}}{{/main}}]{{/main}}{{/layout}}"
        let theme = try Theme(templates: ["layout": "<{{$main}}own{{/main}}>", "trang": page])
        #expect(try theme.render("trang", [:]) == "<[]>")
    }

    @Test func `every problem of every template is told at once`() {
        let found = rules { _ = try Theme(templates: ["a": "{{X}}\n{{> b}}\n{{> c}}", "b": "{{{x}}}"]) }
        #expect(found.sorted() == ["theme-name", "unknown-partial", "unsafe-name"])
    }

    @Test func `indentation of a template does not get into a text field`() throws {
        let theme = try Theme(templates: ["trang": "  {{> o}}", "o": "<textarea>\n  {{v}}</textarea>"])
        #expect(try theme.render("trang", ["v": "một\n\n  hai\n"]) == "<textarea>\nmột\n\n  hai\n</textarea>")
    }

    @Test func `the last line break of a partial does not get into the line that shows it`() throws {
        let theme = try Theme(templates: ["trang": "Đến {{> ngay}}.\n", "ngay": "<b>20/11</b>\n"])
        #expect(try theme.render("trang", [:]) == "Đến <b>20/11</b>.")
    }

    @Test(arguments: 0..<200)
    func `escaping leaves no character that could open or close mark-up, and can be undone`(seed: UInt64) {
        var state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let alphabet = Array("<>&\"'aĐế \n;#39lt")
        let text = String(
            (0..<40).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int((state >> 33) % UInt64(alphabet.count))]
            })
        let escaped = HTML.escape(text)
        #expect(!escaped.contains { "<>\"'".contains($0) })
        var back = escaped
        for (from, to) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")] {
            back = back.split(separator: from, omittingEmptySubsequences: false).joined(separator: to)
        }
        #expect(back == text)
    }
}

@Suite("A theme in its frame")
struct FramedThemeTests {
    private static let layout = """
        <title>{{page-title}} – {{site-title}}</title>
        {{#nav}}
        <a href="{{href}}"{{#is-page}} page{{/is-page}}{{#is-section}} section{{/is-section}}>{{label}}</a>
        {{/nav}}
        {{#banner}}<p>{{heading}} {{text}}</p>{{/banner}}{{^banner}}no banner{{/banner}}
        {{$main}}{{/main}}
        {{#footer}}<h2>{{heading}}</h2>{{#links}}<a href="{{href}}">{{label}}</a>{{/links}}{{/footer}}
        """
    private static let page = """
        {{<layout}}
        {{$main}}
        <h1>{{heading}}</h1>
        {{#rows}}
        <p>{{label}} {{site-title}}{{#agency-telephone}} {{.}}{{/agency-telephone}}</p>
        {{/rows}}
        {{/main}}
        {{/layout}}
        """

    private func theme() throws -> Theme { try Theme(templates: ["layout": Self.layout, "trang": Self.page]) }

    private func chrome() -> Chrome {
        var chrome = SamplePages.chrome
        chrome.siteTitle = "Cổng <đối thoại>"
        chrome.agency.telephone = "0209"
        chrome.nav = [Chrome.Link("Một", "/mot/"), Chrome.Link("Hai", "/hai/")]
        chrome.footer = [Chrome.FooterGroup("Chân", [Chrome.Link("A&B", "/a/")])]
        return chrome
    }

    @Test func `what the frame decides beforehand reads as if it were decided with the page`() throws {
        let content: [String: ThemeValue] = [
            "heading": "Đầu",
            "rows": [["label": "một", "site-title": "riêng"], ["label": "hai", "site-title": "khác"]],
        ]
        let head = PageHead(title: "Trang", path: "/hai/", current: "/mot/")
        let framed = try FramedTheme(theme(), chrome()).render("trang", head, content)
        var all = Frame(chrome()).values.merging(content) { $1 }
        for entry in Frame(chrome()).head(of: head).entries { all[entry.key] = entry.value }
        let whole = try theme().render("trang", all)
        #expect(String(decoding: framed, as: UTF8.self) == whole)
        #expect(whole.contains("<p>một riêng 0209</p>\n<p>hai khác 0209</p>"))
        #expect(whole.contains("<title>Trang – Cổng &lt;đối thoại&gt;</title>"))
        #expect(whole.contains("<a href=\"/mot/\" section>Một</a>\n<a href=\"/hai/\" page>Hai</a>"))
        #expect(whole.contains("<h2>Chân</h2><a href=\"/a/\">A&amp;B</a>"))
    }

    @Test func `head and foot of the portal are decided beforehand`() throws {
        let frame = Frame(SamplePages.chrome)
        let theme = try Theme(directory: themeDirectory)
        for (name, program) in theme.programs where name.hasPrefix("pages/") {
            let asked = Set(program.filled(with: frame.values).names.map(\.text))
            #expect(asked.isDisjoint(with: ["footer", "banner", "asset-stylesheet"]), "\(name)")
        }
    }

    @Test func `a name nobody gave is told with a frame as without`() throws {
        #expect {
            try FramedTheme(theme(), chrome()).render("trang", PageHead(title: ""), ["rows": []])
        } throws: { error in
            (error as? ThemeError)?.problems.map(\.rule) == ["theme-no-value"]
        }
    }
}
