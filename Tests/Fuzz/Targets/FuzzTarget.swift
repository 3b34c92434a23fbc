import Content
import Domain
package import Foundation
import Theme

/// What is given arbitrary bytes: one reader of content, theme or posted forms each.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// A whole page file.
    case page
    /// The data at the head of an answer.
    case front
    /// The text of a notice.
    case markdown
    case site
    case dialogue
    /// A form definition.
    case form
    case template
    /// A filled-in form, posted to be checked.
    case post
    /// A form posted with the token of another that was checked.
    case send
    /// Changes to a valid token.
    case token

    /// Reads `bytes` and stops the program when what comes of it breaks a promise.
    package func run(_ bytes: Data) {
        switch self {
        case .page: inspect(bytes, as: "content/trang/thu.md")
        case .front: inspect(Data("---\n".utf8) + bytes + Data("\n---\n\nTrả lời.\n".utf8), as: Self.answer)
        case .markdown: inspect(Data(Self.head.utf8) + bytes, as: "content/doi-thoai/2025/thong-bao.md")
        case .site: inspect(bytes, as: "content/site.yaml")
        case .dialogue: inspect(bytes, as: "content/doi-thoai/2025/dialogue.yaml")
        case .form:
            inspect(Data("---\n".utf8) + bytes + Data("\n---\n".utf8), as: "content/doi-thoai/2025/phieu-dang-ky.md")
        case .template: Self.fill(String(decoding: bytes, as: UTF8.self))
        case .post: ServiceTarget.post([UInt8](bytes), to: "/gui/dang-ky-2021")
        case .send: ServiceTarget.send([UInt8](bytes))
        case .token: ServiceTarget.token([UInt8](bytes))
        }
    }

    private static let answer = "content/doi-thoai/2025/hoi-dap/thu.md"
    private static let head = """
        ---
        title: Thông báo
        description: Sở mời ông, bà.
        owner: van-phong
        updated: 05/05/2025
        ---

        """

    /// Every diagnostic stands in the file, in words, and the list is sorted.
    private func inspect(_ bytes: Data, as path: String) {
        let found = SingleFile.diagnostics(
            of: bytes, at: path, site: nil, today: CivilDate(year: 2026, month: 3, day: 1))
        let lines = bytes.count { $0 == 10 || $0 == 13 } + 1
        for diagnostic in found {
            precondition(diagnostic.position.file == path && (0...lines).contains(diagnostic.position.line))
            precondition(diagnostic.position.column >= 0 && diagnostic.position.column <= bytes.count + 1)
            precondition(!diagnostic.problem.isEmpty && !diagnostic.remedy.isEmpty)
            precondition(!diagnostic.printed(inColour: true).isEmpty)
        }
        precondition(found == found.sorted())
    }

    /// A template that is taken gives a page or says what it lacks.
    private static func fill(_ text: String) {
        let values: [String: ThemeValue] = [
            "a": "một", "b": true, "c": .absent, "d": [["x": "1", "y": "2"], ["x": "3", "y": "4"]],
            "e-html": .html("<b>"),
            "f": ["x": "trong"], "g": ["một", "hai"],
        ]
        do throws(ThemeError) {
            let theme = try Theme(templates: ["trang": text, "manh": "{{a}}", "layout": "<p>{{$main}}{{/main}}</p>"])
            _ = try theme.render("trang", values)
        } catch {
            precondition(!error.problems.isEmpty && !error.description.isEmpty)
        }
    }
}
