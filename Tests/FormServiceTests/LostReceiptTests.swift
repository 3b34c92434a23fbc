import Cryptography
import Domain
import FastCGIClient
import Foundation
import Register
import Testing

@Suite("A lost receipt, with service and office on one register") struct LostReceiptTests {
    private let clerk = Officer(account: "vanthu", name: "Văn phòng", division: "van-phong", duties: [.clerk])

    @Test func `the new code opens the look-up, the old one does not, and a resent form shows neither`() async throws {
        let service = try RunningService()
        try await service.start()
        let checked = try service.post("/gui/dang-ky-2021", ServicePlace.person)
        let receipt = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        let file = try service.post("/gui/bien-nhan.txt", receipt.hiddenInputs).text
        let reference = try #require(file.value(after: "Số biên nhận: "))
        let old = try #require(file.value(after: "Mã tra cứu: "))

        let new = try giveNewCode(to: reference, in: service.state)
        func status(_ code: String) throws -> Int {
            try service.post("/gui/tra-cuu", ["so-bien-nhan": reference, "ma": code]).status
        }
        #expect(try status(new) == 200)
        #expect(try status(old) == 404)

        let again = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        let saved = try service.post("/gui/bien-nhan.txt", again.hiddenInputs)
        for said in [again.text, saved.text] {
            #expect(said.contains(reference) && said.contains("Văn phòng Sở đã cấp mã"))
            #expect(!said.contains(old) && !said.contains(new))
        }
        #expect(try await service.stop() == 0)
    }

    private func giveNewCode(to reference: String, in state: StateFolder) throws -> String {
        let database = try RegisterDatabase(path: state.register.path, clock: .system)
        let made = try database.replaceCode(
            of: #require(Reference(reference)), key: Keyring(of: state)[.code].current, by: clerk)
        #expect(try database.verify().faults.isEmpty)
        try database.close()
        return made.code.grouped
    }
}
