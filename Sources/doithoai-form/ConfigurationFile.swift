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

    /// All that is wrong with a file, one line each, with the place.
    struct Faulty: Error, CustomStringConvertible {
        let problems: [String]
        var description: String { problems.joined(separator: "\n") }
    }

    init(path: String, knownKeys: Set<String>) throws {
        self.path = path
        let text: String
        do {
            text = try String(contentsOfFile: path, encoding: .utf8)
        } catch {
            throw Faulty(problems: ["\(path): không đọc được tệp cấu hình"])
        }
        var entries: [String: Entry] = [:]
        var problems: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let content = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
            guard !content.isEmpty else { continue }
            let parts = content.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count != 2 || parts[1].isEmpty {
                problems.append("\(path):\(index + 1): cần viết theo dạng “khóa = giá trị”")
            } else if !knownKeys.contains(parts[0]) {
                problems.append(
                    "\(path):\(index + 1): không có khóa “\(parts[0])”; dùng một trong: "
                        + knownKeys.sorted().joined(separator: ", "))
            } else if entries.updateValue(Entry(value: parts[1], line: index + 1), forKey: parts[0]) != nil {
                problems.append("\(path):\(index + 1): khóa “\(parts[0])” viết hai lần")
            }
        }
        guard problems.isEmpty else { throw Faulty(problems: problems) }
        self.entries = entries
    }
}
