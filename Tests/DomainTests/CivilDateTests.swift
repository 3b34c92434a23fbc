import Domain
import Foundation
import Testing

@Suite("Days and hours in Vietnam") struct CivilDateTests {
    @Test func `every day from 1975 to 2100 has the number after the day before`() throws {
        var day = try #require(CivilDate(year: 1975, month: 1, day: 1))
        while day.year < 2100 {
            let next = day.adding(days: 1)
            #expect(next.number == day.number + 1 && next > day)
            #expect(CivilDate(year: next.year, month: next.month, day: next.day) == next)
            day = next
        }
    }

    @Test(arguments: ["31/11/2021", "29/02/2021", "20/13/2021", "0/1/2021", "20/11/21", "20-11-2021", "", "hôm nay"])
    func `a day that does not exist is refused`(text: String) {
        #expect(DateText(text) == nil)
    }

    @Test(arguments: [
        ("20/11/2021 17:30", "2021-11-20T17:30:00+07:00"), ("2021-11-10T09:00", "2021-11-10T09:00:00+07:00"),
        ("2021-11-20T17:30:15+07:00", "2021-11-20T17:30:15+07:00"), ("29/02/2024", "2024-02-29T00:00:00+07:00"),
    ])
    func `a date is read as Vietnam's own time`(text: String, machine: String) throws {
        #expect(try VietnameseDate.machine(#require(DateText(text)).instant) == machine)
    }

    @Test func `dates are said in the words of an office`() throws {
        let closing = try #require(DateText("20/11/2021 17:30"))
        #expect(VietnameseDate.words(closing.instant) == "17 giờ 30, thứ Bảy ngày 20/11/2021")
        let sunday = try #require(DateText("21/11/2021"))
        #expect(VietnameseDate.words(sunday.day) == "Chủ nhật 21/11/2021")
        let round = try #require(DateText("26/11/2021 14:00"))
        #expect(VietnameseDate.hour(round.instant) == "14 giờ 00")
    }

    @Test func `a rehearsed clock ticks on from its anchor`() throws {
        let start = try #require(DateText("2021-11-10T09:00")).instant
        let real = Date(timeIntervalSince1970: 2_000_000_000)
        let clock = Clock.rehearsing(
            Rehearsal(rehearsedStart: start, realStart: real), on: .stopped(at: real.addingTimeInterval(90)))
        #expect(VietnameseDate.machine(clock.now) == "2021-11-10T09:01:30+07:00")
    }
}
