import Domain
import Foundation
import Publishing
import Testing

/// What pages tell machines about themselves.
@Suite("Facts about pages for machines") struct MetadataTests {
    static let base = "https://www.khcnbackan.gov.vn"

    /// A site that has everything: an edition with its results, and one real answer.
    static func files() throws -> [String: String] {
        var publication = try SamplePublication.at("2021-12-15T09:00", isRehearsal: true)
        let answer = try SamplePublication.answer(question: "Tôi nộp </script> ở đâu?")
        publication.portal.answers.append(answer)
        publication.approvals = [try SamplePublication.approval(of: answer)]
        return try publication.texts()
    }

    static func pages(_ files: [String: String]) -> [(path: String, html: String)] {
        files.filter { $0.key.hasPrefix("site/") && $0.key.hasSuffix("/index.html") && !$0.key.hasPrefix("site/loi/") }
            .map { (String($0.key.dropFirst(4).dropLast("index.html".count)), $0.value) }.sorted { $0.0 < $1.0 }
    }

    /// The facts of a page, by type.
    static func facts(_ html: String) throws -> [(type: String, fact: [String: Any])] {
        guard let match = html.firstMatch(of: /<script type="application\/ld\+json">(.*?)<\/script>/) else { return [] }
        let data = try #require(try JSONSerialization.jsonObject(with: Data(match.1.utf8)) as? [String: Any])
        #expect(data["@context"] as? String == "https://schema.org")
        return try #require(data["@graph"] as? [[String: Any]]).map { (try #require($0["@type"] as? String), $0) }
    }

    /// The properties without which Google or schema.org's examples show nothing.
    static let required = [
        "BreadcrumbList": ["itemListElement"],
        "Event": [
            "name", "description", "startDate", "eventStatus", "eventAttendanceMode", "location.name",
            "location.address.streetAddress", "organizer.name", "organizer.url", "url",
        ],
        "GovernmentService": [
            "name", "description", "url", "provider.name", "areaServed", "availableChannel.@type",
            "availableChannel.serviceLocation.address.streetAddress",
        ],
        "QAPage": [
            "mainEntity.@type", "mainEntity.name", "mainEntity.text", "mainEntity.answerCount",
            "mainEntity.datePublished", "mainEntity.acceptedAnswer.text", "mainEntity.acceptedAnswer.url",
            "mainEntity.acceptedAnswer.author.name", "mainEntity.acceptedAnswer.datePublished",
        ],
        "Dataset": ["name", "description", "license", "creator.name", "distribution"],
    ]

    @Test func `every fact has the properties its readers require, and no empty one`() throws {
        var seen: Set<String> = []
        for (path, html) in Self.pages(try Self.files()) {
            for (type, fact) in try Self.facts(html) {
                seen.insert(type)
                for name in try #require(Self.required[type], "\(path): \(type)") {
                    let value = name.split(separator: ".").reduce(fact as Any?) { ($0 as? [String: Any])?[String($1)] }
                    #expect(value != nil && value as? String != "", "\(path): \(type).\(name)")
                }
            }
        }
        #expect(seen.isSuperset(of: ["BreadcrumbList", "Event", "GovernmentService", "QAPage"]))
    }

    @Test func `a trail of crumbs counts from one and every item but the last has an address of this site`() throws {
        for (path, html) in Self.pages(try Self.files()) {
            let trails = try Self.facts(html).filter { $0.type == "BreadcrumbList" }
            #expect(trails.count == (path == "/" ? 0 : 1), "\(path)")
            for trail in trails {
                let items = try #require(trail.fact["itemListElement"] as? [[String: Any]])
                #expect(items.compactMap { $0["position"] as? Int } == Array(1...items.count))
                #expect(items.dropLast().allSatisfy { ($0["item"] as? String)?.hasPrefix(Self.base + "/") == true })
            }
        }
    }

    @Test func `the conference is told with its mode, on the notice only`() throws {
        let files = try Self.files()
        let events = try Self.pages(files).flatMap { page in
            try Self.facts(page.html).filter { $0.type == "Event" }.map { (page.path, $0.fact) }
        }
        #expect(events.map(\.0) == ["/thong-bao/doi-thoai-2021/"])
        let event = try #require(events.first?.1)
        #expect(event["startDate"] as? String == "2021-11-26T14:00:00+07:00")
        #expect(event["eventAttendanceMode"] as? String == "https://schema.org/OfflineEventAttendanceMode")
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.portal.editions[0].dialogue.mode = .mixed
        let mixed = try #require(try publication.texts()["site/thong-bao/doi-thoai-2021/index.html"])
        let fact = try #require(try Self.facts(mixed).first { $0.type == "Event" }).fact
        #expect(fact["eventAttendanceMode"] as? String == "https://schema.org/MixedEventAttendanceMode")
        let places = try #require(fact["location"] as? [[String: Any]])
        #expect(places.compactMap { $0["@type"] as? String } == ["Place", "VirtualLocation"])
    }

    @Test func `an answer tells its question word for word, an invented one tells nothing`() throws {
        let files = try Self.files()
        let page = try #require(files["site/doi-thoai/2021/hoi-dap/cau-hoi/index.html"])
        let fact = try #require(try Self.facts(page).first { $0.type == "QAPage" }).fact
        let question = try #require(fact["mainEntity"] as? [String: Any])
        #expect(question["text"] as? String == "Tôi nộp </script> ở đâu?")
        let answers = Self.pages(files).filter { $0.path.contains("/hoi-dap/") }
        #expect(answers.count > 20)
        #expect(try answers.count { try Self.facts($0.html).contains { $0.type == "QAPage" } } == 1)
    }

    @Test func `every page with an address can be shown beside a link, with a picture that exists`() throws {
        let files = try Self.files()
        for (path, html) in Self.pages(files) {
            let properties = Dictionary(
                html.matches(of: /<meta property="og:([a-z_]+)" content="([^"]*)">/).map {
                    (String($0.1), String($0.2))
                }
            ) { first, _ in first }
            #expect(properties["url"] == Self.base + path)
            #expect(properties["title"]?.isEmpty == false && properties["description"]?.isEmpty == false, "\(path)")
            #expect(properties["locale"] == (path == "/en/" ? "en_GB" : "vi_VN"))
            #expect(properties["type"] == "website" || properties["type"] == "article")
            let picture = try #require(properties["image"])
            #expect(picture.hasPrefix(Self.base) && files["site" + picture.dropFirst(Self.base.count)] != nil)
        }
    }

    @Test func `every page says who keeps it and since when it has been so`() throws {
        for (path, html) in Self.pages(try Self.files()) {
            let note = html.firstMatch(of: /<p class="dt-footer__note">([^<]*) phụ trách trang này\. Cập nhật: <time/)
            #expect(note?.1.isEmpty == false, "\(path)")
        }
    }

    @Test func `a subject's page points to its own feed`() throws {
        let page = try #require(try Self.files()["site/linh-vuc/so-huu-tri-tue/index.html"])
        let feed = "/linh-vuc/so-huu-tri-tue/cap-nhat.atom"
        #expect(
            page.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Cổng đối thoại: Sở hữu trí tuệ\" href=\"\(feed)\">"
            ))
        #expect(page.contains("<a href=\"\(feed)\""))
    }
}
