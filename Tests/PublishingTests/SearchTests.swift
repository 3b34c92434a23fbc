import Domain
import Foundation
import Testing

@testable import Publishing

@Suite("The search data") struct SearchTests {
    @Test func `holds the words of published answers, and of no others`() throws {
        var later = try Self.answer(slug: "sau", title: "Bưởi da xanh", matter: "2021-0002/1")
        later.published = try SamplePublication.instant("2022-01-01T08:00")
        let withdrawn = try Self.answer(slug: "rut", title: "Quýt hồng", matter: "2021-0003/1")
        let shown = try Self.answer(slug: "con", title: "Hồng không hạt", matter: "2021-0004/1")
        var publication = try SamplePublication.at("2021-12-15T09:00")
        publication.portal.answers = [later, withdrawn, shown]
        publication.approvals = [
            try SamplePublication.approval(of: later),
            try SamplePublication.approval(of: withdrawn, withdrawn: "2021-12-14T08:00"),
            try SamplePublication.approval(of: shown),
        ]
        let bytes = try #require(try Self.data(of: publication)).bytes
        func has(_ word: String) -> Bool { bytes.range(of: Data(word.utf8)) != nil }
        #expect(has("khong") && has("hat") && has("Hồng không hạt"))
        #expect(!has("buoi") && !has("xanh") && !has("quyt"))
    }

    @Test func `is one file, the same each time, whose name follows from what it is made of`() throws {
        var publication = try SamplePublication.at("2021-12-15T09:00", isRehearsal: true)
        var old = try Self.answer(slug: "cu", title: "Câu cũ", matter: "2020-0009/1")
        old.published = try SamplePublication.instant("2020-02-01T08:00")
        let new = try Self.answer(slug: "moi", title: "Câu mới", matter: "2021-0009/1")
        publication.portal.answers += [old, new]
        publication.approvals = [try SamplePublication.approval(of: old), try SamplePublication.approval(of: new)]
        let first = try Self.data(of: publication)
        #expect(try Self.data(of: publication) == first)
        var changed = new
        changed.title += " Hỏi thêm."
        changed.sourceDigest = "bb"
        publication.portal.answers[publication.portal.answers.count - 1] = changed
        publication.approvals[1] = try SamplePublication.approval(of: changed)
        let second = try Self.data(of: publication)
        #expect(first?.path != second?.path)
        publication.portal.answers = []
        publication.approvals = []
        #expect(try Self.data(of: publication) == nil)
    }

    @Test func `of a year with very many answers is cut, the later part first`() throws {
        let answers = try (0..<(SearchSegment.limit + 1)).reversed().map { number in
            var answer = try Self.answer(slug: "so-\(number)", title: "Câu \(number)", matter: "2021-0001/1")
            answer.published = try SamplePublication.instant("2021-01-01T08:00").addingTimeInterval(Double(number) * 60)
            return answer
        }
        let segments = Self.all(answers, abbreviations: [:])
        #expect(segments.map(\.name) == ["2021-2", "2021"])
        #expect(segments.map(\.answers.count) == [1, SearchSegment.limit])
        #expect(segments[1].answers.first?.slug == "so-0")
    }

    @Test func `has another name with another source or other short forms`() throws {
        let answer = try Self.answer(slug: "a", title: "A", matter: "2021-0001/1")
        var other = answer
        other.sourceDigest = "bb"
        let data = [(answer, [:]), (other, [:]), (answer, ["TTHC": "thủ tục hành chính"]), (answer, [:])].map {
            SearchData(years: [(year: 2021, answers: [$0.0])], abbreviations: $0.1)
        }
        #expect(Set(data.map(\.path)).count == 3)
        #expect(data[0].path == data[3].path)
    }

    @Test func `tells in plain what stands in it, for the rule that reads all that is released`() throws {
        let years = try [2021, 2020].map { year in
            let number = "0988\(year)77"
            var answer = try SamplePublication.answer(
                slug: "a", question: "Gọi số \(number) được không?", title: "Hỏi \(year)")
            answer.published = try SamplePublication.instant("\(year)-01-01T08:00")
            return (year: year, answers: [answer])
        }
        let product = try #require(SearchData(years: years, abbreviations: [:]).product(nil))
        let words = try #require(try product.make().words)
        for word in ["0988202177", "0988202077", "duoc", "Hỏi 2021", "Hỏi 2020"] { #expect(words.contains(word)) }
    }

    @Test func `says in which answers a word stands, in which spelling, and in which titles`() throws {
        var answers = try (0..<40).map { try Self.answer(slug: "so-\($0)", title: "Câu \($0)", matter: "2021-0001/1") }
        answers[7].title = "Hòa giải ở cơ sở"
        answers[9].summary = "Đơn giản hoá, hoà giải."
        let words = try Self.words(of: answers)
        // From the oldest: the answers are given newest first.
        #expect(words["hoa hoa\u{300}"] == [30, 32])
        #expect(words["hoa hoa\u{301}"] == [30])
        #expect(words["title hoa hoa\u{300}"] == [32])
        #expect(words["cau ca\u{302}u"] == Array(0..<40).filter { $0 != 32 })
        #expect(words["=shtt =shtt"] == Array(0..<40))
    }

    @Test func `knows the words of short forms`() throws {
        let answer = try Self.answer(slug: "a", title: "Đơn giản hóa TTHC", matter: "2021-0001/1")
        #expect(try Self.words(of: [answer])["hanh hanh\u{300}"] == nil)
        #expect(try Self.words(of: [answer], ["TTHC": "thủ tục hành chính"])["hanh hanh\u{300}"] == [0])
    }

    @Test(arguments: 0..<12)
    func `is the same bytes with what the last build left and without`(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let place = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
        defer { Self.remove(place) }
        let cache = SearchCache(folder: place)
        var answers = try (0..<Int.random(in: 1..<60, using: &random)).map { try Self.random($0, &random) }
        for _ in 0..<6 {
            let segments = Self.all(answers, abbreviations: ["TTHC": "thủ tục hành chính"])
            for segment in segments {
                #expect(try segment.bytes(cache) == segment.bytes(nil))
                #expect(try segment.bytes(cache) == segment.bytes(nil))
            }
            if answers.count > 1, Bool.random(using: &random) {
                answers.remove(at: Int.random(in: answers.indices, using: &random))
            }
            let index = Int.random(in: answers.indices, using: &random)
            answers[index] = try Self.random(1_000 + index, &random)
            // Equal sources at two addresses.
            var twin = answers[index]
            twin.slug += "-ban-sao"
            answers.insert(twin, at: index)
        }
    }

    @Test func `believes no cache that is damaged, and does without a folder for one`() throws {
        let place = FileManager.default.temporaryDirectory.appending(path: "search-\(UUID().uuidString)")
        defer { Self.remove(place) }
        let answers = try (0..<5).map { try Self.answer(slug: "\($0)", title: "Câu \($0)", matter: "2021-0001/1") }
        let segment = Self.all(answers, abbreviations: [:])[0]
        let bytes = try segment.bytes(nil)
        #expect(try segment.bytes(SearchCache(folder: place)) == bytes)
        let kept = place.appending(path: "2021")
        let whole = try Data(contentsOf: kept)
        for at in stride(from: 0, to: whole.count, by: 13) {
            var damaged = whole
            damaged[at] ^= 1
            try damaged.write(to: kept)
            #expect(try segment.bytes(SearchCache(folder: place)) == bytes, "byte \(at)")
        }
        #expect(try segment.bytes(SearchCache(folder: URL(filePath: "/dev/null/none"))) == bytes)
    }

    @Test(arguments: 0..<20)
    func `sorts as comparing would`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let values = (0..<Int.random(in: 0..<3_000, using: &random)).map { _ in
            UInt64.random(in: 0..<(1 << UInt64.random(in: 1..<63, using: &random)), using: &random)
        }
        var sorted = values
        RadixSort.sort(&sorted)
        #expect(sorted == values.sorted())
    }

    /// The segments of answers of one year, given newest first.
    private static func all(_ answers: [Answer], abbreviations: [String: String]) -> [SearchSegment] {
        SearchSegment.all(of: [(year: 2021, answers: answers)], abbreviations: abbreviations)
    }

    private static func answer(slug: String, title: String, matter: String) throws -> Answer {
        var answer = try SamplePublication.answer(slug: slug, title: title)
        answer.matter = MatterID(matter)
        return answer
    }

    private static func random(_ number: Int, _ random: inout SeededGenerator) throws -> Answer {
        let syllables = [
            "hòa", "hoà", "hóa", "thủ", "tục", "TTHC", "đo", "lường", "kỹ", "kĩ", "42", "nhãn", "hiệu", "\n",
        ]
        func text(_ count: Int) -> String {
            (0..<count).compactMap { _ in syllables.randomElement(using: &random) }.joined(separator: " ")
        }
        var answer = try answer(slug: "so-\(number)", title: text(6), matter: "2021-0001/1")
        answer = try SamplePublication.answer(slug: answer.slug, question: text(30), title: answer.title)
        answer.summary = text(10)
        answer.sourceDigest = "\(number) \(random.next())"
        return answer
    }

    /// «folded exact», with «title » before it for titles → numbers of answers.
    private static func words(of answers: [Answer], _ abbreviations: [String: String] = [:]) throws -> [String: [Int]] {
        let segment = Self.all(answers, abbreviations: abbreviations)[0]
        var reader = SegmentReader(try segment.bytes(nil), count: answers.count)
        var words: [String: [Int]] = [:]
        try reader.forEach { word, answers, titles in
            words["\(word.folded) \(word.exact)"] = answers
            if !titles.isEmpty { words["title \(word.folded) \(word.exact)"] = titles }
        } pair: { _, _ in
        }
        return words
    }

    private static func remove(_ place: URL) {
        do { try FileManager.default.removeItem(at: place) } catch { Issue.record(error) }
    }

    /// The search data of a publication, if there is any.
    private static func data(of publication: Publication) throws -> ReleasedFile? {
        let (files, diagnostics) = try SamplePublication.publisher().files(publication)
        try #require(diagnostics.filter { $0.severity == .error } == [])
        let data = files.filter { $0.path.hasPrefix("site/tai-nguyen/tim-kiem.") && $0.path.hasSuffix(".bin") }
        #expect(data.count <= 1)
        return data.first
    }
}

/// A generator whose sequence follows from its seed (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &+ 0x9E37_79B9_7F4A_7C15 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
