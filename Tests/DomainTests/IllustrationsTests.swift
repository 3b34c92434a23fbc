import Domain
import Foundation
import Testing

@Suite("Illustrations outside a rehearsal") struct IllustrationsTests {
    static func page(_ slug: String, isIllustration: Bool) -> Page {
        Page(
            slug: slug, title: slug, description: "", owner: "", updated: CivilDate(number: 18_900), review: nil,
            published: nil, language: "vi", body: Prose(blocks: []), isIllustration: isIllustration)
    }

    static func portal(resultsAreInvented: Bool) throws -> Portal {
        let schedule = try ScheduleTests.schedule2021()
        let form = FormCheckTests.form
        let plain = page("ke-hoach", isIllustration: false)
        let dialogue = Dialogue(
            id: "2021", title: "", shortTitle: "", year: 2021, mode: .inPerson, schedule: schedule, place: "",
            chair: "",
            participants: "", onlineFallback: "", attendanceConditions: "", attendanceGroups: [], recipients: [],
            archive: "", signature: Signature(authority: "", post: "", name: ""), tasks: [])
        let edition = Edition(
            dialogue: dialogue, notice: plain,
            plan: Plan(page: plain, documentTitle: "", numberSymbol: "", legalBases: [], opening: ""), form: form,
            guidance: Prose(blocks: []),
            results: ResultsReport(page: page("ket-qua", isIllustration: resultsAreInvented), facts: []))
        let agency = Agency(
            name: "", fullName: "", parent: "", place: "", symbol: "", address: "", email: "", telephone: "",
            officeHours: "")
        let site = Site(
            title: "", baseURL: "", agency: agency, divisions: [], subjects: [], abbreviations: [:],
            publicContacts: [], authorities: [], holidays: [], legalReferences: [])
        return Portal(
            site: site, officers: [], editions: [edition],
            feedback: FeedbackForm(form: form, guidance: Prose(blocks: [])),
            pages: [page("that", isIllustration: false), page("mau", isIllustration: true)], answers: [])
    }

    @Test func `an invented page is left out and a real one stays`() throws {
        let shown = try Self.portal(resultsAreInvented: false).withoutIllustrations
        #expect(shown.pages.map(\.slug) == ["that"])
        #expect(shown.editions[0].results != nil)
    }

    @Test func `an invented report takes the phase of results with it`() throws {
        let shown = try Self.portal(resultsAreInvented: true).withoutIllustrations
        let after = try #require(DateText("15/12/2021")).instant
        #expect(shown.editions[0].results == nil)
        #expect(shown.editions[0].dialogue.schedule.phase(at: after) == .held)
    }
}
