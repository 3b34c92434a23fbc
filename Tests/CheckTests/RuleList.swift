import Domain
import Foundation

/// The names of rules as the sources write them, and the list of them that editors read.
enum RuleList {
    static let file = BrokenSite.checkout.appending(path: "docs/danh-muc-loi.md")

    /// Rules no file can break as it lies there: a change of the program can, or a change of the file during a run.
    static let ofTheProgram: Set = ["changed-meanwhile", "uneven-list", "unknown-markdown"]

    /// Every rule the rooms that judge content and theme can report; `preview` says more, of itself.
    static func inSources() throws -> Set<String> {
        var rules: Set<String> = []
        for room in ["Content", "Theme", "Publishing", "doithoai"] {
            let folder = BrokenSite.checkout.appending(path: "Sources/\(room)")
            let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            for path in paths where path.hasSuffix(".swift") && !path.hasPrefix("Preview") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let named =
                    /(?:Fault\(|\.warning\(|diagnostic\(|rule:|misuse\.[A-Za-z]+,)\s*"([a-z0-9]+(?:-[a-z0-9]+)*)"/
                rules.formUnion(text.matches(of: named).map { String($0.1) })
                // `case .email: "personal-email"`
                rules.formUnion(text.matches(of: /"(personal-[a-z]+)"/).map { String($0.1) })
            }
        }
        return rules
    }

    /// The rules a case shows, in the order they are printed.
    static func shown(by broken: BrokenCase) -> [String] {
        broken.expected.matches(of: /: (?:lỗi|cảnh báo): .* \[([a-z0-9-]+)\]\n/).map { String($0.1) }
    }

    /// Each rule with its cases, for editors.
    static func document(_ cases: [BrokenCase]) -> String {
        var byRule: [String: [BrokenCase]] = [:]
        for broken in cases { byRule[shown(by: broken).last ?? "", default: []].append(broken) }
        let parts = byRule.sorted { $0.key < $1.key }.map { rule, cases in
            "## \(rule)\n\n" + cases.map { "\($0.title)\n\n```text\n\($0.firstMessage)\n```\n" }.joined(separator: "\n")
        }
        return head + "\n" + parts.joined(separator: "\n")
    }

    private static let head = """
        # Danh mục lỗi

        Mọi lỗi và cảnh báo mà `doithoai check` có thể in ra, xếp theo tên trong ngoặc vuông ở cuối dòng đầu. Mỗi mục là một
        ví dụ có thật trong bộ kiểm thử: tệp, dòng, cột, dòng chữ với dấu ^ ở đúng chỗ, rồi cách sửa.
        Lỗi thì cổng không phát hành; cảnh báo thì vẫn phát hành, nhưng nên xem.

        Trang này do kiểm thử viết ra từ `Tests/Fixtures/broken/`: đừng sửa tay.

        """
}

extension BrokenCase {
    /// The message the case is about: the last one, for errors are printed last.
    fileprivate var firstMessage: String {
        expected.components(separatedBy: "\n\n").dropLast().last ?? ""
    }
}
