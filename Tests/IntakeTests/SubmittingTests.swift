import Domain
import Foundation
import Testing

@testable import Intake

@Suite("Submitting a registration") struct SubmittingTests {
    @Test func `a form goes over the check page into the store and comes back as a receipt`() throws {
        let counter = Counter()
        let checked = counter.check(Sample.cooperative)
        #expect(checked.status == 200 && checked.isCheckPage)
        #expect(counter.store.rows.isEmpty)
        counter.wait(10)
        let receipt = counter.send(checked)
        #expect(receipt.isReceipt)
        let row = try #require(counter.store.rows.first)
        #expect(counter.store.rows.count == 1)
        #expect(receipt.value(after: "Số biên nhận") == "\(row.reference)")
        #expect(row.series == Series(id: "2021") && row.channel == .portal && !row.isLate && row.quarantine == nil)
        #expect(row.formDigest == Sample.digest(Sample.form))
        #expect(row.answers["dia-chi"] == "Thôn Bản Mẫu, xã Côn Minh,\nhuyện Na Rì")
        #expect(row.answers.values[FormControl.honeypot] == nil && row.answers.values["ma-mot-lan"] == nil)
        #expect(row.receivedAt == Counter.open.addingTimeInterval(10))
    }

    @Test func `the same token gives the same receipt and one row, however often and however late`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let first = counter.send(checked)
        for seconds in [0, 60, 7_200, 864_000] {
            counter.wait(seconds)
            let again = counter.send(checked)
            #expect(again.isReceipt)
            #expect(again.value(after: "Số biên nhận") == first.value(after: "Số biên nhận"))
            #expect(again.value(after: "Mã tra cứu") == first.value(after: "Mã tra cứu"))
        }
        #expect(counter.store.rows.count == 1)
    }

    @Test func `equal content under another token is stored and has a receipt of its own`() {
        let counter = Counter()
        let first = counter.check(Sample.person)
        let second = counter.check(Sample.person)
        counter.wait(10)
        #expect(counter.send(first).value(after: "Mã tra cứu") != counter.send(second).value(after: "Mã tra cứu"))
        #expect(counter.store.rows.count == 2)
    }

    @Test func `a complaint leads to the exit page and stores nothing, whatever else is missing`() {
        let counter = Counter()
        let answer = counter.check(["khieu-nai": "co", "phan-1": "Tôi tố cáo một việc."])
        #expect(answer.status == 200)
        #expect(answer.text.contains("Khiếu nại, tố cáo gửi theo cách khác"))
        #expect(answer.token.isEmpty && !answer.text.contains("Tôi tố cáo một việc."))
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `the button back shows the form with everything typed and the cursor in that field`() {
        let counter = Counter()
        let form = counter.send(counter.check(Sample.cooperative), changing: ["sua": "ho-ten"])
        #expect(form.status == 200 && !form.title.hasPrefix("Lỗi:"))
        #expect(form.text.contains("value=\"Hoàng Thị Minh Họa\""))
        #expect(form.text.contains("Tờ khai mẫu khó hiểu."))
        #expect(form.text.components(separatedBy: " autofocus").count == 2)
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `without a token the form is checked again and not stored`() {
        let counter = Counter()
        let answer = counter.post("/gui/dang-ky-2021/gui", Sample.person.map { ($0.key, $0.value) })
        #expect(answer.status == 409 && answer.isCheckPage && answer.text.contains(Notice.noToken))
        counter.wait(10)
        #expect(counter.send(answer).isReceipt)
    }

    @Test func `changed content goes back to the check page with the changed words`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        let answer = counter.send(checked, changing: ["ho-ten": "Trần Thị Thí Dụ"])
        #expect(answer.status == 409 && answer.isCheckPage && answer.text.contains(Notice.changed))
        #expect(answer.text.contains("Trần Thị Thí Dụ") && answer.token != checked.token)
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `a stored token does not give its receipt for other content`() {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        counter.send(checked)
        #expect(counter.send(checked, changing: ["phan-1": "Câu hỏi khác?"]).isCheckPage)
        #expect(counter.store.rows.count == 1)
    }

    @Test func `content that became wrong behind the check page is refused with the words beside the field`() {
        let counter = Counter()
        let answer = counter.send(counter.check(Sample.person), changing: ["ho-ten": "12345"])
        #expect(answer.status == 422)
        #expect(answer.error(beside: "ho-ten").contains("chữ cái"))
        #expect(counter.store.rows.isEmpty)
    }

    @Test func `a form released between check page and sending does not lose what was checked`() {
        var renewed = Sample.form
        renewed.title += " (sửa)"
        let before = Counter()
        let checked = before.check(Sample.person)
        let after = Counter(snapshot: Sample.snapshot(renewed, earlier: [Sample.form]))
        after.wait(10)
        #expect(after.send(checked).isReceipt)
        #expect(after.store.rows.first?.formDigest == Sample.digest(Sample.form))
    }

    @Test func `what is asked of organisations is not kept of a person, however it was filled in`() {
        let counter = Counter()
        let leftOver = ["to-chuc": String(repeating: "Y", count: 300), "chuc-vu": "Giám đốc\u{0}"]
        let checked = counter.check(Sample.person.merging(leftOver) { _, new in new })
        #expect(checked.isCheckPage && !checked.text.contains("Giám đốc"))
        counter.wait(10)
        #expect(counter.send(checked).isReceipt)
        #expect(
            counter.store.rows.first?.answers["to-chuc"] == "" && counter.store.rows.first?.answers["chuc-vu"] == "")
    }

    @Test func `while nobody knows who registers, the name of an organisation is kept and checked`() {
        let counter = Counter()
        let answer = counter.check(
            Sample.person.merging(["loai": "", "to-chuc": "Hợp tác xã Thí Dụ", "chuc-vu": "Z"]) { _, new in new })
        #expect(answer.status == 422 && answer.text.contains("value=\"Hợp tác xã Thí Dụ\""))
        #expect(answer.error(beside: "chuc-vu").contains("ít nhất 2"))
    }

    @Test func `feedback is taken at any time, in the series of its year`() {
        let answers = Dictionary(
            Sample.feedback.fields.map { field -> (String, String) in
                let fixed = Sample.person[field.name] ?? ""
                return (field.name, fixed.isEmpty ? field.options.first { !$0.exits }?.value ?? "" : fixed)
            }
        ) { first, _ in first }
        for (day, series) in [
            (Counter.open, "phan-anh-2021"), (Counter.open.addingTimeInterval(90 * 86_400), "phan-anh-2022"),
        ] {
            let counter = Counter(at: day)
            var filled = answers
            if let text = Sample.feedback.field(.matter) { filled[text.name] = "Cân ở chợ sai?" }
            let checked = counter.check(filled, form: Sample.feedback.id)
            #expect(checked.isCheckPage, "\(checked.text)")
            counter.wait(10)
            #expect(counter.send(checked, form: Sample.feedback.id).isReceipt)
            #expect(counter.store.rows.first?.series == Series(id: series))
        }
    }
}
