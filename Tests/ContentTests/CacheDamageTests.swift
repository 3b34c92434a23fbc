import Cryptography
import Domain
import Foundation
import Testing

@testable import Content

@Suite("A damaged cache of content") struct CacheDamageTests {
    /// Puts `bytes` in the place of the cache and loads as without it.
    private func expectUnharmed(_ place: CachedSite, _ bytes: Data, _ note: String) throws {
        try bytes.write(to: place.cacheFile)
        try #require(chmod(place.cacheFile.path, 0o600) == 0)
        #expect(try place.loadAlike(at: nil, note).parsedAnswers == 5, "\(note)")
    }

    @Test func `it is read past, whatever is wrong with it`() throws {
        let place = try CachedSite(answers: 3)
        place.load()
        let whole = try Data(contentsOf: place.cacheFile)
        var chance = Chance(state: 1)
        try expectUnharmed(place, Data(), "empty")
        try expectUnharmed(place, Data(repeating: 0, count: whole.count), "zeros")
        try expectUnharmed(place, whole + Data([0]), "longer")
        for _ in 0..<12 {
            let end = Int.random(in: 0..<whole.count, using: &chance)
            try expectUnharmed(place, whole[..<end], "cut at \(end)")
            let index = Int.random(in: 0..<whole.count, using: &chance)
            var flipped = whole
            flipped[index] ^= UInt8(1 << Int.random(in: 0..<8, using: &chance))
            try expectUnharmed(place, flipped, "a bit of byte \(index)")
        }
    }

    /// A digest proves nothing about a program with a fault of its own.
    @Test func `a false record under a true digest is read past as well`() throws {
        let place = try CachedSite(answers: 3)
        place.load()
        let whole = [UInt8](try Data(contentsOf: place.cacheFile))
        var chance = Chance(state: 2)
        for _ in 0..<300 {
            var content = Array(whole.dropLast(64))
            for _ in 0..<Int.random(in: 1...4, using: &chance) {
                content[Int.random(in: 64..<content.count, using: &chance)] = UInt8.random(in: 0...255, using: &chance)
            }
            if Bool.random(using: &chance) {
                content.removeLast(Int.random(in: 1..<content.count - 64, using: &chance))
            }
            let cache = content + SHA256Digest(of: content).description.utf8
            try Data(cache).write(to: place.cacheFile)
            try #require(chmod(place.cacheFile.path, 0o600) == 0)
            _ = place.load(mayWrite: false)
        }
    }

    @Test func `only its owner may read it, and what others may write is not read`() throws {
        let place = try CachedSite(answers: 1)
        place.load()
        var entry = stat()
        #expect(stat(place.cacheFile.path, &entry) == 0 && entry.st_mode & 0o777 == 0o600)
        try #require(chmod(place.cacheFile.path, 0o620) == 0)
        #expect(place.load(mayWrite: false).parsedAnswers == 3)
        try #require(chmod(place.cacheFile.path, 0o600) == 0)
        #expect(place.load(mayWrite: false).parsedAnswers == 0)
    }

    @Test func `who may not write only reads, and a folder that is not there is no fault`() throws {
        let place = try CachedSite(answers: 1)
        #expect(place.load(mayWrite: false).parsedAnswers == 3)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.state.path).isEmpty)
        try FileManager.default.removeItem(at: place.state)
        #expect(try place.loadAlike().parsedAnswers == 3)
        #expect(!FileManager.default.fileExists(atPath: place.state.path))
    }

    @Test func `what a killed run left does not stand in the way`() throws {
        let place = try CachedSite(answers: 1)
        try Data("nửa chừng".utf8).write(to: place.state.appending(path: "answers.new"))
        #expect(place.load().parsedAnswers == 3)
        #expect(place.load().parsedAnswers == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.state.path) == ["answers"])
    }
}
