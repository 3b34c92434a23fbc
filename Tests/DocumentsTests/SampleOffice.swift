import Documents
import Domain

/// Papers of an invented office, one of each kind.
enum SampleOffice {
    static let frame = LetterFrame(
        agency: SampleEdition.site.agency, entry: ClerkEntry(),
        signature: Signature(authority: "KT. GIÁM ĐỐC", post: "PHÓ GIÁM ĐỐC", name: "Nguyễn Thị Mẫu"),
        archive: "VT, VP", fileDay: SampleEdition.day(2021, 1, 5))
    static let numbered: LetterFrame = {
        var numbered = frame
        numbered.entry = ClerkEntry(number: "05", day: SampleEdition.day(2021, 2, 3))
        return numbered
    }()
    static let dialogue = SampleEdition.edition().dialogue
    static let site = SampleEdition.site

    /// Long in every part, with signs that mean something to some program.
    static let sender = Sender(
        name: "Công Tằng Tôn Nữ Nguyễn Thị Hoàng Minh Thượng Đằng Ví Dụ", position: "Chủ nhiệm #1 *chính*",
        organisation: SampleLetter.longName,
        address: "Số 12/34/56 ngõ 7 đường Thử <Một> {{hai}} \\ ba, tổ dân phố Mẫu Thượng, xã Mẫu, tỉnh Mẫu")

    static func number(_ number: Int) -> RegisterNumber { RegisterNumber(series: Series(id: "2021"), number: number) }

    static func matter(_ number: Int, words: String = SampleEdition.hostile, answered: Bool = true) -> PrintedMatter {
        PrintedMatter(
            id: MatterID(registration: self.number(number), position: 1), subject: "Đo lường",
            text: "Câu hỏi \(number): \(words)\n\nDòng hai của câu hỏi \(number).",
            received: SampleEdition.day(2021, 1, 9),
            reply: answered
                ? PrintedReply(
                    summary: "Tóm tắt \(number): \(words)", body: SampleEdition.body, legalBases: ["Luật Thử số 1"])
                : nil)
    }

    static let authority = Authority(id: "tren", name: "Ủy ban nhân dân tỉnh Mẫu")

    /// - Parameter count: Addressees, or matters where there is one addressee.
    static func papers(_ count: Int, frame: LetterFrame = frame) -> [String: Paper] {
        let numbers = Array(1...count)
        var online = dialogue
        online.mode = .mixed
        func invitations(_ dialogue: Dialogue) -> Paper {
            .invitations(
                numbers.map { Invitation(sender: sender, registrations: [number($0)]) },
                to: Invitation.Occasion(dialogue: dialogue), frame: frame)
        }
        return [
            "invitations": invitations(dialogue), "mixed": invitations(online),
            "results": .results(
                [
                    ResultLetter(
                        sender: sender, registration: number(1), received: SampleEdition.day(2021, 1, 9),
                        matters: numbers.map { matter($0) }, open: [matter(count + 1).id], cause: .absent)
                ], of: dialogue, site: site, frame: frame),
            "guidance": .guidance(
                numbers.map { GuidanceLetter(sender: sender, authority: authority, matter: matter($0)) }, site: site,
                frame: frame),
            "escalation": .escalation(
                [
                    EscalationLetter(
                        authority: authority,
                        items: numbers.map { EscalationLetter.Item(sender: sender, matter: matter($0)) })
                ], of: dialogue, site: site, frame: frame),
            "hand-over": .handOvers(
                [
                    HandOver(
                        division: site.divisions[0],
                        items: numbers.map {
                            HandOver.Item(
                                matter: matter($0, answered: false), asker: "Một hợp tác xã", shared: [matter(99).id])
                        }, due: "chậm nhất thứ Hai ngày 25/01/2021")
                ], of: dialogue, frame: frame),
            "chairs-book": ChairsBook(
                dialogue: dialogue, site: site,
                items: numbers.map {
                    ChairsBook.Item(
                        sender: sender, willAttend: $0 % 2 == 0, matter: matter($0, answered: $0 % 3 != 0),
                        division: "Văn phòng Sở", state: $0 % 3 == 0 ? .missing : .draft)
                }, day: SampleEdition.day(2021, 1, 25)
            ).paper,
        ]
    }
}
