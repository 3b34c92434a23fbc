import Documents
import Domain
import Foundation
import Publishing

/// Gives Publishing the documents that the room Documents makes.
struct EditionDocuments: DocumentMaker {
    private let maker: DocumentsMaker

    /// - Parameters:
    ///   - root: The checkout, which holds the theme and may hold the engine.
    ///   - cache: Kept between builds.
    init(root: URL, cache: URL) throws {
        maker = try DocumentsMaker(
            themeDirectory: root.appending(path: "theme", directoryHint: .isDirectory), cacheDirectory: cache,
            engine: Self.engine(root: root), program: ProgramDigest.own)
    }

    /// What draws them on this machine; another one may draw other bytes.
    static func engineFingerprint(root: URL) throws -> String { try engine(root: root).fingerprint }

    private static func engine(root: URL) throws -> TypstEngine {
        try TypstEngine.located(root: root, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
    }

    func documents(from source: DocumentSource) throws -> Downloads {
        let ofEditions = try source.editions.map { edition in
            try EditionPapers(
                edition: edition.edition, site: source.site, answers: edition.answers,
                isNoticePublic: edition.isNoticePublic, isPlanPublic: edition.isPlanPublic
            ).orders()
        }
        let feedback = AnswerBook(series: "Phản ánh, kiến nghị", site: source.site, answers: source.feedbackAnswers)
        let ofFeedback = source.feedbackAnswers.isEmpty ? [] : [try feedback.order(name: "hoi-dap-phan-anh-kien-nghi")]
        // One run for all: starting the engine costs more than a document.
        var made = try maker.make(ofEditions.flatMap { $0 } + ofFeedback)[...]
        var downloads = Downloads()
        for (edition, orders) in zip(source.editions, ofEditions) {
            let count = orders.map(\.formats.count).reduce(0, +)
            downloads.ofEditions[edition.edition.dialogue.id] = made.prefix(count).map { file($0, of: edition.edition) }
            made = made.dropFirst(count)
        }
        downloads.ofFeedback = made.map { file($0, titled: "Tập câu hỏi và trả lời phản ánh, kiến nghị") }
        return downloads
    }

    private func file(_ made: MadeDocument, of edition: Edition) -> DownloadFile {
        let form = edition.form.title.lowercasedFirst
        let dialogue = edition.dialogue.shortTitle.lowercasedFirst
        let title =
            switch made.subject {
            case .plan: edition.plan.page.title
            case .form: "Mẫu \(form)"
            case .sample: "Mẫu \(form) đã điền để tham khảo (minh họa)"
            case .poster: "Thông báo để niêm yết, khổ A4, phóng được thành A3"
            case .calendar: "Lịch \(dialogue)"
            case .answers: "Tập câu hỏi và trả lời, \(dialogue)"
            }
        return file(made, titled: title)
    }

    /// Different words for different files: people who hear a list of links hear nothing else.
    private func file(_ made: MadeDocument, titled title: String) -> DownloadFile {
        DownloadFile(
            subject: DownloadFile.Subject(made.subject), name: made.name,
            title: made.format == .docx ? "\(title), bản Word" : title, label: made.format.label, size: made.size,
            digest: made.digest, pages: made.pages, words: made.plainText
        ) { Data(try made.bytes()) }
    }
}

extension DownloadFile.Subject {
    fileprivate init(_ subject: MadeDocument.Subject) {
        switch subject {
        case .plan: self = .plan
        case .form: self = .form
        case .sample: self = .sample
        case .poster: self = .poster
        case .calendar: self = .calendar
        case .answers: self = .answers
        }
    }
}
