import FastCGIClient
import Foundation
import Testing

@Suite("The form service as a program", .serialized) struct FormServiceTests {
    @Test func `a registration goes over the socket into the register and its receipt opens the look-up`() async throws
    {
        let service = try RunningService()
        try await service.start()
        let checked = try service.post("/gui/dang-ky-2021", ServicePlace.person)
        #expect(checked.status == 200 && checked.headers["Content-Type"] == "text/html; charset=utf-8")
        let receipt = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        #expect(receipt.text.contains("Sở đã nhận phiếu"))
        let file = try service.post("/gui/bien-nhan.txt", receipt.hiddenInputs).text
        let reference = try #require(file.value(after: "Số biên nhận: "))
        let code = try #require(file.value(after: "Mã tra cứu: "))
        let status = try service.post("/gui/tra-cuu", ["so-bien-nhan": reference, "ma": code])
        #expect(status.status == 200 && status.text.contains("Phiếu 2021-0001"))
        #expect(try await service.stop() == 0)
    }

    @Test func `a killed service starts again on the same socket and knows what it acknowledged`() async throws {
        let service = try RunningService()
        try await service.start()
        let checked = try service.post("/gui/dang-ky-2021", ServicePlace.person)
        let receipt = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        service.kill()
        #expect(FileManager.default.fileExists(atPath: service.socket))
        try await service.start()
        let again = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
        #expect(again.text == receipt.text && again.text.contains("Sở đã nhận phiếu"))
        #expect(try await service.stop() == 0)
        #expect(!FileManager.default.fileExists(atPath: service.socket))
    }

    @Test func `a second service on the same socket gives up and leaves the first alone`() async throws {
        let service = try RunningService()
        try await service.start()
        let second = try RunningService(beside: service)
        #expect(try second.run() == 3)
        #expect(try service.post("/gui/tra-cuu", [:]).status == 404)
        #expect(try await service.stop() == 0)
    }

    @Test func `a socket for figures that cannot be opened ends it before it answers anybody`() throws {
        let service = try RunningService(configuration: "figures-socket = /khong-co/figures.sock\n")
        #expect(try service.run() == 3)
        #expect(!FileManager.default.fileExists(atPath: service.socket))
    }

    @Test func `a socket that was handed over outlives the program, with those who wait in it`() async throws {
        let service = try RunningService()
        let listener = try HandedSocket(path: service.socket)
        for _ in 0..<2 {
            try await service.start(input: listener.handle)
            #expect(try service.post("/gui/dang-ky-2021", ServicePlace.person).status == 200)
            #expect(try await service.stop() == 0)
        }
        // Nobody answers now, but whoever connects is kept for the next program.
        let client = FastCGIClient(path: service.socket)
        async let waiting = onThread { try client.send("GET", "/gui/tra-cuu", contentLength: "").status }
        try await Task.sleep(for: .milliseconds(200))
        try await service.start(input: listener.handle)
        #expect(try await waiting == 303)
        #expect(try await service.stop() == 0)
    }

    @Test func `fifty at once have fifty receipts`() async throws {
        let service = try RunningService()
        try await service.start()
        let references = try await withThrowingTaskGroup(of: String?.self) { group in
            for number in 0..<50 {
                group.addTask {
                    var answers = ServicePlace.person
                    answers["phan-1"] = "Câu hỏi số \(number) về cân?"
                    let filled = answers
                    return try await onThread {
                        let checked = try service.post("/gui/dang-ky-2021", filled)
                        let receipt = try service.post("/gui/dang-ky-2021/gui", checked.hiddenInputs)
                        return try service.post("/gui/bien-nhan.txt", receipt.hiddenInputs).text
                            .value(after: "Số biên nhận: ")
                    }
                }
            }
            return try await group.reduce(into: Set<String>()) { if let reference = $1 { $0.insert(reference) } }
        }
        #expect(references.count == 50)
        #expect(try await service.stop() == 0)
    }

    @Test func `a body longer than allowed, a short one and a file are refused`() async throws {
        let service = try RunningService()
        try await service.start()
        let large = Array(repeating: UInt8(ascii: "a"), count: 70_000)
        #expect(try service.raw("/gui/dang-ky-2021", large).status == 413)
        #expect(try service.raw("/gui/dang-ky-2021", [1, 2, 3], length: "9").status == 400)
        #expect(try service.raw("/gui/dang-ky-2021", [1, 2, 3], length: "").status == 411)
        #expect(try service.raw("/gui/dang-ky-2021", [], type: "multipart/form-data; boundary=x").status == 415)
        #expect(try await service.stop() == 0)
    }

    @Test func `an address claimed by a header changes nothing`() async throws {
        let service = try RunningService(configuration: "posts-burst = 2\nposts-per-minute = 1\n")
        try await service.start()
        let statuses = try (0..<3).map { number in
            try service.post(
                "/gui/dang-ky-2021", ServicePlace.person,
                parameters: [
                    "HTTP_X_FORWARDED_FOR": "198.51.100.\(number)", "HTTP_CLIENT_ADDRESS": "192.0.2.\(number)",
                    "CLIENT_ADDRESS": "203.0.113.7",
                ]
            ).status
        }
        #expect(statuses == [200, 200, 429])
        #expect(try await service.stop() == 0)
    }
}
