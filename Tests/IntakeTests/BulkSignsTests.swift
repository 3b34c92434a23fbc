import Domain
import Foundation
import Testing

@testable import Intake

@Suite("Signs of text sent in bulk") struct BulkSignsTests {
    private static let question = """
        Cơ sở chúng tôi làm miến dong ở xã Côn Minh, muốn đăng ký nhãn hiệu tập thể. Hồ sơ nộp ở đâu, mất bao lâu? Năm ngoái \
        chúng tôi nộp một lần, sau hai tháng được trả lại vì thiếu quy chế sử dụng. Tờ khai mẫu trên cổng dịch vụ công khác \
        với tờ khai cán bộ đưa. Đề nghị Sở cho biết dùng mẫu nào, có bản điền sẵn để làm theo không, và cân ở chợ của hợp \
        tác xã bao lâu phải kiểm định một lần, ai trả tiền kiểm định.
        """

    private func quarantine(_ answers: [String: String], settings: IntakeSettings = IntakeSettings()) -> [Quarantine?] {
        let counter = Counter(settings: settings)
        let checked = counter.check(Sample.person.merging(answers) { _, new in new })
        counter.wait(60)
        #expect(counter.send(checked).isReceipt, "a receipt as usual")
        return counter.store.rows.map(\.quarantine)
    }

    @Test(arguments: [
        ("Xem https://example.vn/a, http://example.vn/b và www.example.vn", nil),
        ("https://example.vn/1 https://example.vn/2 https://www.example.vn/3 www.example.vn/4", Quarantine.manyLinks),
        ("HTTP://EXAMPLE.VN", nil), ("ftp://a tel://b x://c y://d", .manyLinks), ("a:b//c // : www www", nil),
    ])
    func `a few links are a question, many are advertising`(text: String, quarantine: Quarantine?) {
        #expect(self.quarantine(["phan-1": text]) == [quarantine])
    }

    @Test func `links are counted over all parts together, and how many may be is a setting`() {
        let parts = ["phan-1": "http://a.vn http://b.vn", "phan-2": "http://c.vn http://d.vn"]
        #expect(quarantine(parts) == [.manyLinks])
        var settings = IntakeSettings()
        settings.maximumLinks = 4
        #expect(quarantine(parts, settings: settings) == [nil])
    }

    @Test(arguments: [
        (question, 0...9), (question + "\n" + question, 40...55), (String(repeating: question, count: 8), 80...99),
        (String(repeating: "mua ngay ", count: 300), 95...100), (String(repeating: "a", count: 4_000), 95...100),
        ("Cân ở chợ bao lâu kiểm định một lần?", 0...0), (String(repeating: "cân ", count: 30), 0...0),
    ])
    func `what is said once is not repetitive, what is said over and over is`(text: String, range: ClosedRange<Int>) {
        let signs = BulkSigns(FormAnswers(["phan-1": text]))
        #expect(range.contains(signs.repetition), "\(signs.repetition)")
    }

    @Test func `four thousand letters that repeat nothing stay far from the limit`() {
        var chance = SystemRandomNumberGenerator()
        let syllables = (0..<800).map { _ in "t\(UInt32.random(in: 0...UInt32.max, using: &chance) % 900)" }
        let signs = BulkSigns(FormAnswers(["phan-1": syllables.joined(separator: " ")]))
        #expect(signs.repetition < 20, "\(signs.repetition)")
    }

    @Test func `repetitive text waits, with a receipt as usual, and so does nobody who pastes a paragraph twice`() {
        #expect(quarantine(["phan-1": String(repeating: "Mua hàng giảm giá tại đây. ", count: 80)]) == [.repetitive])
        #expect(quarantine(["phan-1": Self.question, "phan-2": Self.question]) == [nil])
    }
}
