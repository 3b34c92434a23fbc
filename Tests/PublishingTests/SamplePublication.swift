import Content
import Domain
import Foundation
import Publishing
import Testing
import Theme

/// The real content and theme of the checkout, at any moment, with what a test puts in their place.
enum SamplePublication {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let loaded = ContentLoader(root: root).load()
    static let themeDirectory = root.appending(path: "theme", directoryHint: .isDirectory)

    static func portal() throws -> Portal { try #require(loaded.portal, "content/ has errors") }

    static func publisher(documents: any DocumentMaker = NoDocuments()) throws -> Publisher {
        try Publisher(
            theme: Theme(directory: themeDirectory), assets: SiteAssets(themeDirectory: themeDirectory),
            documents: documents)
    }

    static func instant(_ text: String) throws -> Date { try #require(DateText(text)).instant }

    static func at(_ moment: String, isRehearsal: Bool = false) throws -> Publication {
        let start = try instant("2021-11-01T00:00")
        return Publication(
            portal: try portal(), now: try instant(moment),
            rehearsal: isRehearsal ? Rehearsal(rehearsedStart: start, realStart: start) : nil)
    }

    /// An answer to matter 2021-0001/1, published on 06/12/2021.
    static func answer(
        slug: String = "cau-hoi", question: String = "Tôi nộp ở đâu?", title: String = "Nộp ở đâu?",
        body: Prose = Prose(blocks: [.paragraph([.text("Nộp ở Sở.")])])
    ) throws -> Answer {
        let day = try #require(CivilDate(year: 2021, month: 11, day: 26))
        return Answer(
            slug: slug, series: .dialogue("2021"), title: title, subject: "shtt", division: "van-phong",
            outcome: .answered, authority: nil, kind: .question, asked: day, asker: "Một hợp tác xã", answered: day,
            published: try instant("2021-12-06T08:00"), summary: "Nộp ở Sở.", legalBases: [], review: nil,
            matter: MatterID("2021-0001/1"), sourceDigest: "aa",
            sourcePath: "content/doi-thoai/2021/hoi-dap/\(slug).md",
            words: AnswerText(question: question, body: body))
    }

    static func approval(of answer: Answer, digest: String? = nil, withdrawn: String? = nil) throws -> Approval {
        Approval(
            matter: try #require(answer.matter), sha256: digest ?? answer.sourceDigest, drafter: "phongqlcncn",
            approver: "lanhdao", approvedAt: try instant("2021-12-01T08:00"), withdrawnAt: try withdrawn.map(instant))
    }

    /// A series of 2021 with two registrations and three matters, in balance.
    static func figures() throws -> Figures {
        let series = Series(id: "2021")
        let day = try #require(CivilDate(year: 2021, month: 11, day: 9))
        let entries = [PublicState.concluded, .inProgress].enumerated().map {
            SeriesFigures.Entry(number: RegisterNumber(series: series, number: $0 + 1), day: day, state: $1)
        }
        return Figures(
            series: [
                SeriesFigures(
                    series: series, entries: entries, matters: 3, open: 1,
                    registrationsByChannel: [.portal: 1, .post: 1],
                    mattersByOutcome: [.answered: 1, .excluded: 1], mattersBySubject: ["shtt": 2, "chua-ro": 1],
                    mattersByDivision: ["van-phong": 2, "": 1], quarantined: 4, refused: 5)
            ], chainHead: String(repeating: "0123456789abcdef", count: 4), countedUpTo: try instant("2021-11-10T08:30"))
    }
}

extension Publication {
    /// Path in the tree → text, for files that are text; refuses when there was an error.
    func texts() throws -> [String: String] {
        let (files, diagnostics) = try SamplePublication.publisher().files(self)
        try #require(diagnostics.filter { $0.severity == .error } == [])
        return Dictionary(uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
    }
}
