import Domain
import Foundation
import Testing

@testable import Content

@Suite("Damaged files") struct MutationTests {
    private static let splices = [
        "---\n", "\n", ": ", "- ", "{", "}", "[", "]", "\"", "'", "|", "*", "&a ", "#", "\t", "> ", "<b>", "[^x]",
        "\u{0}",
        "\u{301}", "![](", "](/", "32/13/2025", "~", "null", "true", "%", "`", "\r",
    ]

    private func damaged(_ bytes: [UInt8], _ chance: inout Chance) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...6, using: &chance) {
            let place = Int.random(in: 0...bytes.count, using: &chance)
            switch Int.random(in: 0..<4, using: &chance) {
            case 0: bytes.insert(contentsOf: (Self.splices.randomElement(using: &chance) ?? "").utf8, at: place)
            case 1: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0...40, using: &chance)))
            case 2: if place < bytes.count { bytes[place] = UInt8.random(in: 0...255, using: &chance) }
            default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 60)], at: place)
            }
        }
        return bytes
    }

    @Test(arguments: 0..<20) func `damage gives diagnostics in known places, never a crash`(seed: Int) throws {
        var chance = Chance(state: UInt64(seed))
        let site = try FixtureSite("good")
        let paths = ContentFolder(roots: [site.root]).paths
        for _ in 0..<8 {
            let path = try #require(paths.randomElement(using: &chance))
            let file = site.root.appending(path: path)
            let whole = try Data(contentsOf: file)
            try Data(damaged([UInt8](whole), &chance)).write(to: file)
            let loaded = site.load()
            #expect((loaded.portal == nil) == loaded.diagnostics.contains { $0.severity == .error })
            let lines = try Data(contentsOf: file).count { $0 == 10 || $0 == 13 } + 1
            for diagnostic in loaded.diagnostics where diagnostic.position.file == path {
                #expect(diagnostic.position.line <= lines, "seed \(seed): \(diagnostic)")
            }
            try whole.write(to: file)
        }
        #expect(site.load().diagnostics.isEmpty)
    }

    @Test(arguments: ["[", "{a: ", "- ", "? "]) func `deeply nested YAML is a fault, not a crash`(opening: String)
        throws
    {
        let site = try FixtureSite("good")
        try site.write(String(repeating: opening, count: 100_000), to: "content/office.yaml")
        #expect(site.load().portal == nil)
    }
}
