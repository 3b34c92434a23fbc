import Domain
import Foundation
import Testing

@Suite("The schedule of an edition") struct ScheduleTests {
    static func instant(_ text: String) throws -> Date { try #require(DateText(text)).instant }

    static func schedule2021() throws -> Schedule {
        try Schedule(
            announced: instant("05/11/2021 08:00"), opens: instant("08/11/2021 08:00"),
            closes: instant("20/11/2021 17:30"), invitations: #require(DateText("21/11/2021")).day,
            conference: instant("26/11/2021 14:00"), answersDue: #require(DateText("10/12/2021")).day,
            results: instant("10/12/2021 08:00"))
    }

    @Test(arguments: [
        ("2021-11-05T07:59:59", Phase.upcoming), ("2021-11-05T08:00:00", .announced),
        ("2021-11-08T07:59:59", .announced), ("2021-11-08T08:00:00", .open),
        ("2021-11-20T17:30:00", .open), ("2021-11-20T17:30:01", .closed),
        ("2021-11-26T23:59:59", .closed), ("2021-11-27T00:00:00", .held),
        ("2021-12-10T07:59:59", .held), ("2021-12-10T08:00:00", .results),
    ])
    func `the phase changes at each boundary to the second`(time: String, phase: Phase) throws {
        #expect(try Self.schedule2021().phase(at: Self.instant(time)) == phase)
    }

    @Test(arguments: [
        ("2021-11-20T17:30:00", Channel.post, false), ("2021-11-20T17:30:01", .post, true),
        ("2021-11-26T15:00:00", .counter, true), ("2021-11-26T15:00:00", .conference, false),
    ])
    func `what comes after closing is late, unless it was raised at the conference`(
        time: String, channel: Channel, isLate: Bool
    ) throws {
        #expect(try Self.schedule2021().isLate(Self.instant(time), by: channel) == isLate)
    }
}
