import FastCGIClient
import Foundation
import Register
import Testing

@Suite("Look-up after a change of keys") struct KeyChangeTests {
    @Test func `a code opens under the key before, and under none once that key is gone`() async throws {
        let service = try RunningService()
        let old = try await receipt(from: service)
        func status(_ receipt: (reference: String, code: String)) throws -> Int {
            try service.post("/gui/tra-cuu", ["so-bien-nhan": receipt.reference, "ma": receipt.code]).status
        }

        try Keyring.rotate(in: service.state)
        let new = try await receipt(from: service)
        try await service.start()
        #expect(try status(old) == 200)
        #expect(try status(new) == 200)
        #expect(try status((old.reference, new.code)) == 404)
        #expect(try await service.stop() == 0)

        try Keyring.rotate(in: service.state)
        try await service.start()
        #expect(try status(old) == 404)
        #expect(try status(new) == 200)
        #expect(try await service.stop() == 0)
    }

    /// A registration sent to a service that runs just for it.
    private func receipt(from service: RunningService) async throws -> (reference: String, code: String) {
        try await service.start()
        let checked = try service.post("/gui/dang-ky-2021", ServicePlace.person)
        let page = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        let file = try service.post("/gui/bien-nhan.txt", page.hiddenInputs).text
        #expect(try await service.stop() == 0)
        return (
            try #require(file.value(after: "Số biên nhận: ")), try #require(file.value(after: "Mã tra cứu: "))
        )
    }
}
