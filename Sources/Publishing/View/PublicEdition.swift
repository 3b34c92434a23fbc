import Domain

/// An edition as the public sees it: its phase, and the pages that are out.
struct PublicEdition: Sendable {
    let edition: Edition
    let phase: Phase
    /// Nothing before its date of publication.
    let notice: Page?
    let plan: Plan?
    let results: ResultsReport?
    /// Answers owed in writing are due and the day is over.
    let isPastDue: Bool
    /// Files to download, made for this edition.
    var documents: [DownloadFile] = []

    var dialogue: Dialogue { edition.dialogue }
    var schedule: Schedule { edition.dialogue.schedule }

    var path: String { "/doi-thoai/\(dialogue.id)/" }
    var noticePath: String { "/thong-bao/doi-thoai-\(dialogue.id)/" }
    /// The notice; the edition's own page while the notice is not out.
    var readingPath: String { notice == nil ? path : noticePath }
    var planPath: String { path + "ke-hoach/" }
    var paperPath: String { path + "phieu-dang-ky/" }
    var formPath: String { path + "dang-ky/" }
    var resultsPath: String { path + "ket-qua/" }
    var answersPath: String { path + "hoi-dap/" }
    var calendarPath: String { path + "lich.ics" }

    func path(of file: DownloadFile) -> String { path + "tai-ve/" + file.name }

    func documents(_ subjects: DownloadFile.Subject...) -> [DownloadFile] {
        documents.filter { subjects.contains($0.subject) }
    }
}
