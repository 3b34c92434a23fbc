import Domain
import Foundation
import Testing

@testable import Theme

@Suite("The online form as it is shown")
struct FormViewTests {
    private static let fixtures = themeDirectory.deletingLastPathComponent().appending(path: "Tests/Fixtures/theme")

    private func render(_ name: String, _ values: [String: ThemeValue], with template: String) throws -> String {
        var sources = try Theme(directory: themeDirectory).sources
        sources["mau"] = template
        return try Theme(templates: sources).render("mau", values)
    }

    private func form(_ view: FormView) throws -> String {
        try render(
            "form", ["form": view.values],
            with: """
                {{#form}}
                {{#summary}}
                {{> components/error-summary/error-summary}}
                {{/summary}}
                {{> components/form/form}}
                {{/form}}
                """)
    }

    /// Golden files are written anew by `REWRITE_GOLDEN=1 swift test --filter FormViewTests`; read the difference.
    private func expect(_ html: String, toBe name: String) throws {
        let file = Self.fixtures.appending(path: name)
        if ProcessInfo.processInfo.environment["REWRITE_GOLDEN"] == "1" {
            try FileManager.default.createDirectory(at: Self.fixtures, withIntermediateDirectories: true)
            try Data((html + "\n").utf8).write(to: file)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == html + "\n", "\(name)")
    }

    @Test func `blank: nothing is ticked, chosen or focused beforehand`() throws {
        let html = try form(SampleForm.view())
        for word in [
            "checked", "selected", "autofocus", "aria-invalid", "placeholder", "maxlength", "value=\"\" selected",
        ] {
            #expect(!html.contains(word), "\(word)")
        }
        try expect(html, toBe: "form-blank.html")
    }

    @Test func `filled in: every answer stands where it was given`() throws {
        let html = try form(SampleForm.view(SampleForm.answers.values.mapValues { [$0] }))
        #expect(html.contains("Hồ sơ gồm &lt;những gì&gt; &amp; nộp ở đâu?</textarea>"))
        #expect(html.contains(#"value="hop-tac-xa" checked"#) && html.contains(#"<option value="shtt" selected>"#))
        try expect(html, toBe: "form-filled.html")
    }

    @Test func `with problems: each is told in the summary and beside its field in the same words`() throws {
        let view = SampleForm.view(SampleForm.faulty)
        let html = try form(view)
        #expect(view.problems.count == 5)
        for problem in view.problems {
            #expect(html.components(separatedBy: HTML.escape(problem.message)).count == 3, "\(problem.message)")
        }
        try expect(html, toBe: "form-errors.html")
    }

    @Test func `every link of the summary leads to a control, and every description to words`() throws {
        let html = try form(SampleForm.view(SampleForm.faulty))
        let ids = Set(html.matches(of: /\bid="([^"]+)"/).map { String($0.1) })
        #expect(ids.count == html.matches(of: /\bid="/).count, "ids are unique")
        for match in html.matches(of: /href="#([^"]+)"/) { #expect(ids.contains(String(match.1)), "\(match.1)") }
        for match in html.matches(of: /(?:aria-describedby|aria-labelledby|for)="([^"]+)"/) {
            for id in match.1.split(separator: " ") { #expect(ids.contains(String(id)), "\(id)") }
        }
    }

    @Test func `a field that comes back for mending takes the focus`() throws {
        let choice = try form(SampleForm.view(SampleForm.answers.values.mapValues { [$0] }, focus: "loai"))
        #expect(choice.contains(#"value="hop-tac-xa" checked autofocus"#))
        #expect(choice.components(separatedBy: "autofocus").count == 2)
        let line = try form(SampleForm.view(focus: "ho-ten"))
        #expect(line.contains(/name="ho-ten"[^>]* autofocus>/))
    }

    @Test func `a problem of the whole form is told without a link`() throws {
        var view = SampleForm.view()
        view.problems = [FormProblem(field: nil, message: "Phiếu gửi lên có ô không thuộc mẫu này.")]
        #expect(try form(view).contains("<li>Phiếu gửi lên có ô không thuộc mẫu này.</li>"))
    }

    @Test func `only what may be left out for good is marked as not demanded`() throws {
        let marked = try form(SampleForm.view()).matches(of: /for="([^"]+)">[^<]* <span>\(không bắt buộc\)/)
        #expect(marked.map { String($0.1) } == ["ghi-chu"])
    }

    @Test func `the field no person sees is out of sight, of the tab order and of autofill`() throws {
        let html = try form(SampleForm.view())
        #expect(html.contains(#"<div class="dt-form__trap" aria-hidden="true">"#))
        #expect(html.contains(#"<input id="tieu-de" name="tieu-de" tabindex="-1" autocomplete="off">"#))
    }

    @Test func `typed line breaks come back as typed, the first one too`() throws {
        let html = try form(SampleForm.view(["phan-1": ["\n\nhai dòng trống"], "dia-chi": ["a\nb"]]))
        #expect(html.contains(/name="dia-chi"[^>]*>\na\nb<\/textarea>/))
    }

    @Test func `what a stranger types cannot become mark-up anywhere in the form`() throws {
        let attack = #""><script>alert(1)</script>'{{ho-ten}}"#
        func filled(with text: String) throws -> String {
            var view = SampleForm.view()
            view.answers = FormAnswers(Dictionary(uniqueKeysWithValues: view.definition.fields.map { ($0.name, text) }))
            view.hidden = [("the", text)]
            return try form(view)
        }
        let html = try filled(with: attack)
        #expect(html.replacingOccurrences(of: HTML.escape(attack), with: "x") == (try filled(with: "x")))
        #expect(html.contains("{{ho-ten}}"), "text is data, never a template")
    }

    @Test func `the check page reads everything back and has a way to each field`() throws {
        let check = CheckView(
            definition: SampleForm.definition, answers: SampleForm.answers, subjects: SampleForm.subjects,
            action: "/gui/dang-ky-2021", hidden: [("the", "x.y.z")])
        let html = try render(
            "check", ["check": check.values], with: "{{#check}}\n{{> components/check/check}}\n{{/check}}")
        for field in SampleForm.definition.fields {
            #expect(html.contains(#"name="sua" value="\#(field.name)""#), "\(field.name)")
        }
        try expect(html, toBe: "check.html")
    }

    @Test func `the check page asks nothing of an individual that is for organisations`() {
        var answers = SampleForm.answers
        answers.values["loai"] = "ca-nhan"
        let facts = FactsView(definition: SampleForm.definition, answers: answers, subjects: SampleForm.subjects)
        #expect(!"\(facts.values)".contains("Tên đơn vị"))
        // … but text that is given back is given back whole.
        let typed = FactsView(
            definition: SampleForm.definition, answers: answers, subjects: SampleForm.subjects, onlyFilled: true)
        #expect("\(typed.typed)".contains("Hợp tác xã Miến dong Bản Mẫu"))
        #expect(
            FactsView(
                definition: SampleForm.definition, answers: FormAnswers([:]), subjects: [], onlyFilled: true
            ).typed == .absent)
    }
}
