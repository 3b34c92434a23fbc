// Times the making of documents: prints a JSON object a line with kind, way, count, pages, wall and CPU seconds.
//
// Usage: document-times ROOT WORK, where WORK is an empty folder. Papers as the templates get them are left in WORK.
import Content
import Cryptography
import Documents
import Domain
import Foundation

let root = URL(filePath: CommandLine.arguments[1], directoryHint: .isDirectory)
let work = URL(filePath: CommandLine.arguments[2], directoryHint: .isDirectory)
let engine = try TypstEngine.located(root: root, searchPath: ProcessInfo.processInfo.environment["PATH"] ?? "")
let theme = root.appending(path: "theme", directoryHint: .isDirectory)
let pdf = PDFRenderer(
    engine: engine, templates: try DocumentTemplates(directory: theme.appending(path: "documents")), scratch: work)
let word = WordRenderer()
guard let portal = ContentLoader(root: root).load().portal, let edition = portal.editions.first else {
    fatalError("the content of \(root.path) does not load")
}

/// Runs `body` and prints what it took, with the programs it started.
func time(_ kind: String, _ way: String, count: Int = 1, pages: Int? = nil, _ body: () throws -> Int?) throws {
    let before = Usage()
    let found = try body()
    let after = Usage()
    let row: [String: Any] = [
        "kind": kind, "way": way, "count": count, "pages": pages ?? found ?? 0,
        "wall": after.wall - before.wall, "cpu": after.cpu - before.cpu,
    ]
    print(String(decoding: try JSONSerialization.data(withJSONObject: row, options: .sortedKeys), as: UTF8.self))
}

/// Seconds so far, of this program and of those it waited for.
struct Usage {
    let wall = ProcessInfo.processInfo.systemUptime
    let cpu: Double

    init() {
        cpu = [RUSAGE_SELF, RUSAGE_CHILDREN].map { who in
            var usage = rusage()
            getrusage(__rusage_who_t(who.rawValue), &usage)
            return [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000 }.reduce(
                0, +)
        }.reduce(0, +)
    }
}

/// Invitations to invented senders, as `doithoai letter invitations` makes them.
let guests = (1...500).map { number in
    Invitation(
        sender: Sender(
            name: "Nguyễn Văn Ví Dụ", position: "Giám đốc", organisation: "Hợp tác xã Nông sản Ví Dụ số \(number)",
            address: "Thôn Bản Mẫu \(number), xã Côn Minh, huyện Na Rì, tỉnh Bắc Kạn"),
        registrations: [RegisterNumber(series: edition.dialogue.series, number: number)])
}

func invitations(_ guests: [Invitation]) -> Paper {
    .invitations(
        guests, to: Invitation.Occasion(dialogue: edition.dialogue),
        frame: LetterFrame(
            agency: portal.site.agency, signature: edition.dialogue.signature, archive: edition.dialogue.archive,
            fileDay: edition.dialogue.schedule.invitations))
}

func forget(_ folder: URL) throws {
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
}

let publicPapers = EditionPapers(
    edition: edition, site: portal.site, answers: portal.answers, isNoticePublic: true, isPlanPublic: true)
let orders = try publicPapers.orders()
func maker() throws -> DocumentsMaker {
    try DocumentsMaker(themeDirectory: theme, cacheDirectory: work, engine: engine, program: SHA256Digest(of: "times"))
}

// The first start of an interpreter reads it from the disk; that is not what is asked.
_ = try pdf.render(invitations([guests[0]]))
for _ in 1...3 {
    try forget(work.appending(path: "documents"))
    try time("all public documents", "cold", count: 8) { try maker().make(orders).compactMap(\.pages).reduce(0, +) }
    try time("all public documents", "unchanged", count: 8) {
        try maker().make(orders).compactMap(\.pages).reduce(0, +)
    }
    for order in orders {
        let paper = try order.paper()
        try time(order.subject.rawValue, "PDF") { try pdf.render(paper).pages }
        if order.formats.contains(.docx) {
            try time(order.subject.rawValue, "DOCX") { try word.render(paper).pages }
        }
        try Data(paper.jsonForTemplates()).write(to: work.appending(path: "\(order.subject.rawValue).json"))
    }
    let one = invitations(guests)
    try Data(one.jsonForTemplates()).write(to: work.appending(path: "invitations.json"))
    try time("500 invitations, one file", "PDF", count: 500) { try pdf.render(invitations(guests)).pages }
    try time("500 invitations", "DOCX", count: 500) {
        _ = word.render(guests.map { invitations([$0]) })
        return nil
    }
}
