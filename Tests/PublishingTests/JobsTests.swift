import Publishing
import Testing

@Suite("Work done at the same time") struct JobsTests {
    private struct First: Error {}
    private struct Second: Error {}

    @Test(arguments: [1, 2])
    func `gives both results, and tells the first one's error first`(count: Int) throws {
        let jobs = Jobs(count)
        let (text, number) = try jobs.both({ "một" }, and: { 2 })
        #expect(text == "một" && number == 2)
        #expect(throws: Second.self) { try jobs.both({ 1 }, and: { () throws -> Int in throw Second() }) }
        #expect(throws: First.self) {
            try jobs.both({ () throws -> Int in throw First() }, and: { () throws -> Int in throw Second() })
        }
    }
}
