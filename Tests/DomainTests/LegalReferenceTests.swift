import Domain
import Foundation
import Testing

@Suite("Citing the law") struct LegalReferenceTests {
    static func reference(type: String, number: String, date: String, issuer: String, title: String) throws
        -> LegalReference
    {
        let day = try #require(DateText(date)).day
        return LegalReference(
            id: "x", type: type, number: number, date: day, issuer: issuer, title: title, from: day, to: nil)
    }

    @Test func `a law bears its name before its number`() throws {
        let law = try Self.reference(
            type: "Luật", number: "04/2011/QH13", date: "11/11/2011", issuer: "Quốc hội", title: "Đo lường")
        #expect(law.citation == "Luật Đo lường số 04/2011/QH13 ngày 11/11/2011 của Quốc hội")
    }

    @Test func `other documents bear their subject at the end`() throws {
        let decree = try Self.reference(
            type: "Nghị định", number: "13/2019/NĐ-CP", date: "01/02/2019", issuer: "Chính phủ",
            title: "về doanh nghiệp khoa học và công nghệ")
        #expect(
            decree.citation
                == "Nghị định số 13/2019/NĐ-CP ngày 01/02/2019 của Chính phủ về doanh nghiệp khoa học và công nghệ")
    }
}
