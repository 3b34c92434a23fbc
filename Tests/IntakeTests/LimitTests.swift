import Cryptography
import Domain
import Foundation
import Testing

@testable import Intake

@Suite("Limits") struct LimitTests {
    private func settings(_ change: (inout IntakeSettings) -> Void) -> IntakeSettings {
        var settings = IntakeSettings()
        change(&settings)
        return settings
    }

    @Test func `forty people behind one address get through with a form, two corrections and the sending`() {
        let counter = Counter()
        for _ in 0..<40 {
            counter.check([:])
            counter.check(["loai": "ca-nhan"])
            let checked = counter.check(Sample.person)
            counter.wait(3)
            #expect(counter.send(checked).isReceipt)
        }
        #expect(counter.store.rows.count == 40)
    }

    @Test func `too many posts of one network are told to wait and keep their text, a neighbour is not`() {
        let counter = Counter(settings: settings { $0.posts = .init(burst: 3, perMinute: 6) })
        let pairs = Sample.person.map { ($0.key, $0.value) }
        for _ in 0..<3 { #expect(counter.post("/gui/dang-ky-2021", pairs, from: "203.0.113.7").status == 200) }
        let refused = counter.post("/gui/dang-ky-2021", pairs, from: "203.0.113.99")
        #expect(refused.status == 429 && refused.header("Retry-After") == "10")
        #expect(refused.text.contains("Cân ở chợ bao lâu kiểm định?") && refused.text.contains("sokhcn@backan.gov.vn"))
        #expect(counter.post("/gui/dang-ky-2021", pairs, from: "203.0.114.7").status == 200)
        counter.wait(10)
        #expect(counter.post("/gui/dang-ky-2021", pairs, from: "203.0.113.7").status == 200)
    }

    @Test func `posts from everywhere together are limited too`() {
        let counter = Counter(settings: settings { $0.allPosts = .init(burst: 5, perMinute: 60) })
        let statuses = (0..<7).map {
            counter.post("/gui/dang-ky-2021", Sample.person.map { ($0.key, $0.value) }, from: "198.51.\($0).1").status
        }
        #expect(statuses == [200, 200, 200, 200, 200, 429, 429])
    }

    @Test(arguments: [
        ("203.0.113.7", "203.0.113.250", true), ("203.0.113.7", "203.0.114.7", false),
        ("2001:db8:1:2::3", "2001:db8:1:ffff::9", true), ("2001:db8:1::3", "2001:db8:2::3", false),
        ("::ffff:203.0.113.7", "203.0.113.9", true), ("", "unix:", true),
    ])
    func `a network is a 24 of IPv4 and a 48 of IPv6`(left: String, right: String, isSame: Bool) {
        let key = Sample.keys.sender.current
        let same = ClientAddress(left).network(key: key) == ClientAddress(right).network(key: key)
        #expect(same == isSame)
    }

    @Test func `of an address only a keyed digest is stored, with the day it is forgotten`() throws {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        counter.send(checked)
        let mark = try #require(counter.store.rows.first?.sender)
        #expect(
            mark.hash == ClientAddress("203.0.113.7").mark(key: Sample.keys.sender.current) && mark.hash.count == 32)
        #expect(mark.expires == counter.now.addingTimeInterval(7 * 86_400))
    }

    @Test func `what is remembered of networks stays small`() {
        let limiter = RateLimiter(
            network: .init(burst: 2, perMinute: 60), everybody: .init(burst: 1_000_000, perMinute: 60),
            at: Counter.open, capacity: 100)
        for number in 0..<10_000 {
            #expect(limiter.refusal(of: [UInt8(number >> 8), UInt8(number & 255)], at: Counter.open) == nil)
        }
        #expect(limiter.rememberedNetworks <= 100)
    }

    @Test func `a network that did nothing for a while is forgotten`() {
        let limiter = RateLimiter(
            network: .init(burst: 2, perMinute: 60), everybody: .init(burst: 1_000_000, perMinute: 60), at: Counter.open
        )
        for number in 0..<20_000 {
            let now = Counter.open.addingTimeInterval(Double(number) / 100)
            #expect(limiter.refusal(of: [UInt8(number >> 8), UInt8(number & 255)], at: now) == nil)
        }
        #expect(limiter.rememberedNetworks <= 1_000)
    }

    @Test func `a clock set back refills nothing`() {
        let limiter = RateLimiter(
            network: .init(burst: 1, perMinute: 60), everybody: .init(burst: 10, perMinute: 60), at: Counter.open)
        #expect(limiter.refusal(of: [1], at: Counter.open) == nil)
        #expect(limiter.refusal(of: [1], at: Counter.open.addingTimeInterval(-3_600)) != nil)
    }
}
