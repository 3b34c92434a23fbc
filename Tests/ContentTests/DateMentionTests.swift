import Domain
import Testing

@testable import Content

@Suite("Days that a text names") struct DateMentionTests {
    private func read(_ text: String) -> [DateMention] { DateMention.all(in: LintWord.all(in: text), year: 2021) }

    @Test(arguments: [
        "17 giờ 30, thứ Bảy ngày 20/11/2021", "17h30, ngày 20/11/2021 (thứ Bảy)", "đến 17:30 thứ Bảy, ngày 20/11/2021",
        "thứ 7 ngày 20 tháng 11 năm 2021, lúc 17 giờ 30 phút", "lúc 17 giờ 30 phút thứ bảy ngày 20/11",
        "thứ Bảy ngày 20/11/2021 vào 17h30",
    ]) func `a day is read with weekday and hour, however it is written`(text: String) throws {
        let mention = try #require(read(text).first)
        #expect(read(text).count == 1)
        #expect(mention.day == CivilDate(year: 2021, month: 11, day: 20))
        #expect(mention.weekday == 6)
        #expect(mention.hour == DateMention.Hour(hour: 17, minute: 30))
    }

    @Test func `a weekday belongs to the day beside it`() {
        let read = read("từ 08/11/2021, thứ Bảy ngày 20/11/2021; Chủ nhật 21/11/2021")
        #expect(read.map(\.weekday) == [nil, 6, 7])
    }

    @Test func `the day of a cited document is told apart`() {
        let read = read("Thực hiện Quyết định số 42/QĐ-UBND ngày 31/12/2019, hạn là 20/11/2021")
        #expect(read.map(\.isCitation) == [true, false])
    }

    @Test(arguments: [
        "35/11/2021", "ngày 11/2021", "1/2 số phiếu", "ngày mai", "số 3, đường Trường Chinh", "ngày 31 tháng 2",
    ])
    func `what is no day is none`(text: String) {
        #expect(read(text).isEmpty)
    }
}
