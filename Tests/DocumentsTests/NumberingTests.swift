import Testing

@testable import Documents

@Suite("Numbering of official documents") struct NumberingTests {
    @Test func `points follow the Vietnamese alphabet`() {
        let labels = (0..<9).map(OfficialNumbering.point)
        #expect(labels == ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"])
        #expect(OfficialNumbering.point(23) == "aa)")
    }

    @Test func `parts are Roman`() {
        #expect((1...5).map(OfficialNumbering.part) == ["I.", "II.", "III.", "IV.", "V."])
        #expect(OfficialNumbering.part(19) == "XIX.")
    }
}
