import Domain
import Foundation
import Testing

@testable import Content

@Suite("A cache through an editor's changes") struct CacheEditsTests {
    private static let wrecks = [
        ("asker: ", "asker "), ("## Giấy tờ", "#### Giấy tờ"), ("subject: nuoc", "subject: nuoc-ngam"), ("---\n", ""),
        ("Trả lời", "Trả lời".decomposedStringWithCanonicalMapping), ("](/phan-anh", "] (/phan-anh"),
        ("question: |", "question:"), ("published: 11/02/2025", "published: 01/01/2020"), ("[nd-cu]", "[khong-co]"),
        ("illustration: true", "matter: phan-anh-2025-9223372036854775807/9223372036854775807"),
    ]

    @Test(arguments: 0..<6) func `a cached load equals a cold one after every edit`(seed: Int) throws {
        var chance = Chance(state: UInt64(seed))
        let place = try CachedSite(answers: 8)
        for step in 0..<14 {
            try edit(place, &chance)
            try place.loadAlike("seed \(seed), step \(step)")
        }
    }

    private func edit(_ place: CachedSite, _ chance: inout Chance) throws {
        let number = Int.random(in: 0..<10, using: &chance)
        let other = Int.random(in: 0..<10, using: &chance)
        let file = place.site.root.appending(path: CachedSite.path(number))
        let isThere = FileManager.default.fileExists(atPath: file.path)
        switch Int.random(in: 0..<7, using: &chance) {
        case 0 where isThere: try place.remove(CachedSite.path(number))
        case 1 where isThere:
            let target = place.site.root.appending(path: "content/doi-thoai/2025/hoi-dap/doi-\(other).md")
            if FileManager.default.fileExists(atPath: target.path) { try FileManager.default.removeItem(at: target) }
            try FileManager.default.moveItem(at: file, to: target)
        case 2 where isThere:
            let (from, to) = Self.wrecks[Int.random(in: 0..<Self.wrecks.count, using: &chance)]
            let text = try String(contentsOf: file, encoding: .utf8)
            try place.site.write(text.replacingOccurrences(of: from, with: to), to: CachedSite.path(number))
        case 3:
            let site = try String(contentsOf: place.site.root.appending(path: "content/site.yaml"), encoding: .utf8)
            try place.site.write(site + "\n# \(number)\n", to: "content/site.yaml")
        case 4 where isThere:
            try FileManager.default.setAttributes(
                [.modificationDate: Date(timeIntervalSince1970: 9)], ofItemAtPath: file.path)
        default: try place.write(number, linkTo: other, asker: "Người số \(other)")
        }
    }
}
