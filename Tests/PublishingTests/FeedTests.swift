import Domain
import Foundation
import FoundationXML
import Publishing
import Testing

@Suite("The feeds") struct FeedTests {
    /// RFC 4287, section 4: what a feed and an entry must have, and must not have twice.
    @Test func `every feed has what the format requires, newest first, and no more than it should`() throws {
        var publication = try AnswerListTests.publication(70)
        publication.portal.editions[0].results = nil
        let feeds = try publication.texts().filter { $0.key.hasSuffix(".atom") }
        #expect(feeds.count == 1 + publication.portal.site.subjects.count)
        for (path, text) in feeds {
            let feed = try XMLDocument(data: Data(text.utf8)).rootElement()
            let root = try #require(feed)
            #expect(root.name == "feed" && root.attribute(forName: "xml:lang")?.stringValue == "vi")
            let entries = root.elements(forName: "entry")
            for element in [root] + entries {
                for name in ["id", "title", "updated"] {
                    #expect(element.elements(forName: name).count == 1, "\(path): \(name)")
                }
            }
            #expect(root.elements(forName: "author").count == 1)
            let links = root.elements(forName: "link").compactMap {
                $0.attributes?.first { $0.name == "rel" }?.stringValue
            }
            #expect(links.sorted() == ["alternate", "self"])
            let ids = entries.compactMap { $0.elements(forName: "id").first?.stringValue }
            #expect(Set(ids).count == entries.count && entries.count <= 50)
            let times = entries.compactMap { $0.elements(forName: "updated").first?.stringValue }
            #expect(times == times.sorted(by: >))
            #expect(times.allSatisfy { $0.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00/) != nil })
            if let first = times.first { #expect(root.elements(forName: "updated").first?.stringValue == first) }
            #expect(entries.isEmpty || path != "site/linh-vuc/so-huu-tri-tue/cap-nhat.atom" || entries.count == 50)
        }
    }
}
