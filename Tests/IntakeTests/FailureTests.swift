import Domain
import Foundation
import Testing
import Theme

@testable import Intake

@Suite("When something fails") struct FailureTests {
    @Test func `a store that fails gives a page that says so, keeps the text and has a number the log has too`() throws
    {
        let counter = Counter()
        let checked = counter.check(Sample.person)
        counter.wait(10)
        counter.store.failure = 13
        let answer = counter.send(checked)
        #expect(answer.status == 503 && answer.text.contains("Sở chưa nhận được phiếu"))
        #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?") && answer.text.contains("sokhcn@backan.gov.vn"))
        let entry = try #require(counter.log.entries.last)
        #expect(entry.event == "not-received" && entry.facts["cause"] == "Failure 13")
        let incident = try #require(entry.facts["incident"])
        #expect(incident.count == 6 && answer.text.contains(incident))
        // The same page sent again, once the store works, is taken once.
        counter.store.failure = nil
        #expect(counter.send(checked).isReceipt)
        #expect(counter.store.rows.count == 1)
    }

    @Test func `the log holds nothing of what was typed`() {
        let counter = Counter()
        counter.store.failure = 5
        counter.send(counter.check(Sample.cooperative))
        counter.post("/gui/tra-cuu", [("so-bien-nhan", "7K3M92TX"), ("ma", "K7MT4WPX9C")])
        let written = counter.log.entries.flatMap { $0.facts.values }.joined(separator: " ")
        #expect(counter.log.entries.count == 2)
        for typed in ["Hoàng", "Miến dong", "0912", "minhhoa", "203.0.113", "7K3M", "K7MT4", "Tờ khai"] {
            #expect(!written.contains(typed))
        }
    }

    @Test func `a template that fails gives the page of last resort with the text typed`() throws {
        let broken = try Theme(templates: ["pages/gui/kiem-tra": "{{nobody}}"])
        let counter = Counter(snapshot: Sample.snapshot(Sample.form, theme: broken))
        let answer = counter.check(Sample.person)
        #expect(answer.status == 503 && answer.text.contains("Sở chưa nhận được phiếu"))
        #expect(answer.text.contains("Cân ở chợ bao lâu kiểm định?") && answer.header("Cache-Control") == "no-store")
        #expect(counter.log.entries.last?.event == "page-failed")
    }

    @Test func `without a release the page of last resort escapes what was typed and keeps secrets`() {
        let counter = Counter()
        let desk = IntakeDesk(
            snapshot: { throw ReleaseFault.noRelease }, store: counter.store, keys: counter.keys,
            clock: .stopped(at: counter.now), log: counter.log)
        let body = Counter.encode([("phan-1", "<b>&"), ("ma-mot-lan", "token-secret"), ("ma", "CODE")])
        let answer = desk.respond(
            to: IntakeRequest(
                method: "POST", path: "/gui/dang-ky-2021", contentType: "application/x-www-form-urlencoded",
                body: .success(body)))
        #expect(answer.status == 503 && answer.text.contains("&lt;b&gt;&amp;"))
        #expect(!answer.text.contains("token-secret") && !answer.text.contains("CODE"))
        #expect(counter.log.entries.last?.facts["cause"] == "no finished release is live")
    }
}
