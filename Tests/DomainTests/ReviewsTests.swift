import Domain
import Testing

@Suite("What is due for review") struct ReviewsTests {
    @Test(arguments: [("2025-12-31", false), ("2026-01-01", true), ("2026-01-02", true)])
    func `a reference has lapsed from its last day on`(today: String, hasLapsed: Bool) throws {
        let day = try #require(CivilDate(year: 2026, month: 1, day: 1))
        let reference = LegalReference(
            id: "nd", type: "Nghị định", number: "02", date: day, issuer: "Chính phủ", title: "", from: day, to: day)
        #expect(reference.hasLapsed(by: try #require(DateText(today)).day) == hasLapsed)
        var endless = reference
        endless.to = nil
        #expect(!endless.hasLapsed(by: day.adding(days: 9_999)))
    }
}
