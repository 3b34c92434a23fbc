internal import Foundation

/// A file of `key = value` lines; `#` begins a comment, also after a value.
struct ConfigurationFile {
    let path: String
    /// Key → value and line.
    let entries: [String: Entry]

    struct Entry: Hashable {
        let value: String
        let line: Int
    }

    /// What cannot be read, in the order of lines.
    let problems: [Problem]

    struct Problem: Hashable {
        let line: Int
        let text: String

        init(_ line: Int, _ text: String) {
            self.line = line
            self.text = text
        }
    }

    /// All that is wrong with a file, one line each, with the place.
    struct Faulty: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { problems.joined(separator: "\n") }

        init(path: String, _ problems: [Problem]) {
            self.problems = problems.sorted { $0.line < $1.line }.map { "\(path):\($0.line): \($0.text)" }
        }

        init(unreadable path: String) {
            problems = ["\(path): không đọc được tệp cấu hình; xem đường dẫn và quyền đọc của tệp"]
        }
    }

    /// - Throws: ``Faulty`` when there is no text to read; faults of single lines are ``problems``.
    init(path: String, knownKeys: Set<String>) throws {
        self.path = path
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Faulty(unreadable: path)
        }
        var entries: [String: Entry] = [:]
        var problems: [Problem] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            guard !content.isEmpty else { continue }
            let parts = content.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count != 2 || parts[1].isEmpty {
                problems.append(Problem(index + 1, "cần viết theo dạng “khóa = giá trị”"))
            } else if !knownKeys.contains(parts[0]) {
                problems.append(
                    Problem(
                        index + 1,
                        "không có khóa “\(parts[0])”; dùng một trong: " + knownKeys.sorted().joined(separator: ", ")))
            } else if entries[parts[0]] != nil {
                problems.append(Problem(index + 1, "khóa “\(parts[0])” viết hai lần; bỏ bớt một dòng"))
            } else {
                entries[parts[0]] = Entry(value: parts[1], line: index + 1)
            }
        }
        self.entries = entries
        self.problems = problems
    }
}
