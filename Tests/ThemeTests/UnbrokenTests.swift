import Domain
import Foundation
import Testing

@testable import Theme

@Suite("Words kept on one line") struct UnbrokenTests {
    @Test(arguments: [
        ("Đối thoại trực tiếp về thủ tục hành chính", "Đối~thoại trực~tiếp về thủ~tục hành~chính"),
        ("Hợp tác xã muốn vay vốn", "Hợp~tác~xã muốn vay vốn"),
        // Syllables that only look like a word stay apart.
        ("Chồng tố cáocáo", "Chồng tố cáocáo"),
    ])
    func `a heading keeps its words whole`(heading: String, joined: String) {
        #expect(Unbroken.heading(heading) == joined.replacingOccurrences(of: "~", with: "\u{A0}"))
    }

    @Test func `a time breaks only between hour, weekday and date`() {
        #expect(
            Unbroken.time("17 giờ 30, thứ Bảy ngày 20/11/2021")
                == "17\u{A0}giờ\u{A0}30, thứ\u{A0}Bảy ngày\u{A0}20/11/2021")
        #expect(Unbroken.time("Chủ nhật 21/11/2021") == "Chủ\u{A0}nhật 21/11/2021")
    }
}
