import Foundation
import Testing

/// The rooms a file may import, besides the standard library, Foundation and what the toolchain brings.
///
/// This is the picture in README.md as data: an arrow that is not here is an arrow the wrong way.
private let allowed: [String: Set<String>] = [
    "Domain": [],
    "Cryptography": ["CCrypto"],
    "Content": ["Domain", "Cryptography", "CMarkdown", "Yams"],
    "Theme": ["Domain"],
    "Publishing": ["Domain", "Cryptography", "Theme", "CLinux", "CZlib"],
    "Documents": ["Domain", "Cryptography", "CQRCode", "CSpreadsheet", "CZlib"],
    "Register": ["Domain", "Cryptography", "GRDB", "GRDBSQLite"],
    "Intake": ["Domain", "Cryptography", "Theme", "CLinux"],
    "FastCGI": ["CFastCGI"],
    "doithoai": [
        "Domain", "Content", "Cryptography", "Documents", "Publishing", "Register", "Theme", "ArgumentParser",
    ],
    "doithoai-form": ["Domain", "Cryptography", "FastCGI", "Intake", "Register", "Theme", "CLinux"],
]

/// CDispatch is where the toolchain for Linux declares `pthread_attr_t`.
private let toolchain: Set<String> = ["Foundation", "Glibc", "Dispatch", "CDispatch", "Synchronization"]
private let accessLevels: Set<Substring> = ["package", "public", "internal", "private", "fileprivate"]

@Suite("The arrows between rooms") struct ArrowsTests {
    static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources")

    /// Every Swift file of a room with the modules it imports.
    static func imports(of room: String) throws -> [(file: String, module: String)] {
        let folder = sources.appending(path: room)
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        var found: [(String, String)] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let index = words.firstIndex(of: "import"), words.count > index + 1,
                    accessLevels.isSuperset(of: words[..<index])
                else { continue }
                // `import struct Foundation.Date` names the kind first.
                let module = words[words.index(before: words.endIndex)].split(separator: ".")[0]
                found.append((file.lastPathComponent, String(module)))
            }
        }
        return found
    }

    @Test(arguments: allowed.keys.sorted())
    func `a room imports only what its arrows point at`(room: String) throws {
        let permitted = try #require(allowed[room]).union(toolchain)
        for (file, module) in try Self.imports(of: room) {
            #expect(permitted.contains(module), "\(room)/\(file) imports \(module)")
        }
    }

    @Test func `every room under Sources is drawn`() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.sources.path)
            .filter { !$0.hasPrefix(".") }
        // Folders of module maps hold no decisions and so have no arrows.
        let drawn = Set(allowed.keys).union([
            "CFastCGI", "CMarkdown", "CCrypto", "CLinux", "CQRCode", "CSpreadsheet", "CZlib",
        ])
        #expect(Set(rooms).subtracting(drawn) == [])
    }

    @Test func `the reader of imports sees those of every access level`() throws {
        #expect(try Set(Self.imports(of: "Cryptography").map(\.module)).isSuperset(of: ["CCrypto", "Foundation"]))
    }
}
