import Domain
import Foundation

/// An invented edition with everything a plan and a form may hold.
enum SampleEdition {
    static let hostile = #"Tên #let x = 1 *đậm* _nghiêng_ <w:p/> & "ngoặc" {{ten}} \ $x$ `mã` [a](b) // @ ~ -- ... '"#

    static let site = Site(
        title: "Cổng đối thoại", baseURL: "https://so.example.vn",
        agency: Agency(
            name: "Sở Khoa học và Công nghệ", fullName: "Sở Khoa học và Công nghệ tỉnh Mẫu", parent: "UBND tỉnh Mẫu",
            place: "Thành Mẫu", symbol: "SKHCN", address: "Số 1, đường Thử, thành phố Mẫu", email: "so@example.vn",
            telephone: "", officeHours: "Giờ hành chính"),
        divisions: [Division(id: "van-phong", name: "Văn phòng Sở", duty: "Giữ sổ.")],
        subjects: [
            Subject(id: "a", slug: "a", name: "Sở hữu trí tuệ", examples: "Nhãn hiệu", division: "van-phong"),
            Subject(id: "b", slug: "b", name: "Đo lường", examples: "Cân", division: "van-phong"),
        ],
        abbreviations: [:], publicContacts: [], authorities: [], holidays: [],
        legalReferences: [reference("qd-1", "01/QĐ-UBND"), reference("qd-2", "02/QĐ-UBND")])

    /// A day that a test knows to exist.
    static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
        CivilDate(year: year, month: month, day: day) ?? CivilDate(number: 0)
    }

    private static func reference(_ id: String, _ number: String) -> LegalReference {
        LegalReference(
            id: id, type: "Quyết định", number: number, date: day(2020, 2, 3), issuer: "UBND tỉnh Mẫu",
            title: "về việc thử \(number)", from: day(2020, 2, 3), to: nil)
    }

    /// - Parameters:
    ///   - body: Of the plan.
    ///   - recipients: How many, half of them on paper.
    static func edition(body: Prose = body, recipients: Int = 3, footnote: String = "Ghi rõ họ tên.") -> Edition {
        let page = Page(
            slug: "ke-hoach", title: "Kế hoạch thử \(hostile)", description: "", owner: "van-phong",
            updated: day(2021, 1, 5), review: nil, published: nil, language: "vi", body: body)
        let plan = Plan(
            page: page, documentTitle: "Tổ chức đối thoại thử nghiệm năm 2021", numberSymbol: "KH-SKHCN",
            legalBases: ["qd-1", "qd-2"], opening: "Sở đối thoại theo kế hoạch sau đây.")
        return Edition(
            dialogue: dialogue(recipients: recipients), notice: page, plan: plan, form: form(footnote: footnote),
            guidance: Prose(blocks: []), results: nil)
    }

    private static func dialogue(recipients: Int) -> Dialogue {
        Dialogue(
            id: "2021", title: "Đối thoại", shortTitle: "Đối thoại", year: 2021, mode: .inPerson,
            schedule: Schedule(
                announced: day(2021, 1, 5).at(hour: 8, minute: 0), opens: day(2021, 1, 6).start,
                closes: day(2021, 1, 20).at(hour: 17, minute: 30), invitations: day(2021, 1, 21),
                conference: day(2021, 1, 26).at(hour: 14, minute: 0), answersDue: day(2021, 2, 10), results: nil),
            place: "Phòng họp", chair: "Giám đốc", participants: "Mọi người", onlineFallback: "",
            attendanceConditions: "", attendanceGroups: [],
            recipients: (1...recipients).map {
                Recipient(
                    name: "Cơ quan thứ \($0)", purpose: $0 == 1 ? "b/c" : "",
                    medium: $0 % 2 == 0 ? .paper : .electronic)
            },
            archive: "VT, VP",
            signature: Signature(authority: "KT. GIÁM ĐỐC", post: "PHÓ GIÁM ĐỐC", name: "Nguyễn Thị Mẫu"), tasks: [])
    }

    static let body = Prose(
        blocks: [
            .heading(level: 2, id: "muc-dich", content: [.text("Mục đích, yêu cầu")]),
            .heading(level: 3, id: "mot", content: [.text("Mục đích")]),
            .list(
                start: nil,
                items: [
                    [.paragraph([.strong([.text("Bước một.")]), .text(" Nghe "), .emphasis([.text("khó khăn")])])],
                    [
                        .paragraph([.text("Gửi tới "), .link(destination: "/lien-he/", content: [.text("Sở")])]),
                        .list(start: nil, items: [[.paragraph([.text("ý nhỏ")])], [.paragraph([.text(hostile)])]]),
                    ],
                    [.paragraph([.text("Ba")])], [.paragraph([.text("Bốn")])], [.paragraph([.text("Năm")])],
                ]),
            .note(title: "Lưu ý", [.paragraph([.text("Không nhận khiếu nại."), .footnote(number: 1)])]),
            .heading(level: 2, id: "to-chuc", content: [.text("Tổ chức thực hiện")]),
            .table(
                Prose.Table(
                    alignments: [.start, .end], head: [[.text("Việc")], [.text("Hạn")]],
                    rows: [[[.text("Gửi giấy mời")], [.text("21/01/2021")]]])),
            // Decomposed on purpose: documents compose it.
            .paragraph([.text("Văn phòng Sở theo dõi việc thực hiện.".decomposedStringWithCanonicalMapping)]),
        ], footnotes: [[.paragraph([.text("Theo Luật Khiếu nại.")])]])

    static func form(footnote: String) -> FormDefinition {
        FormDefinition(
            id: "dang-ky-2021", title: "Phiếu đăng ký thử", about: "Về thủ tục năm 2021", addressee: "Sở Mẫu",
            owner: "van-phong", updated: day(2021, 1, 5), opening: "Tôi đăng ký về những nội dung sau.",
            footnote: footnote,
            parts: [
                FormPart(
                    legend: "Người gửi",
                    fields: [
                        field(
                            "loai", .applicantType, .choice, "Tư cách",
                            options: [("ca-nhan", "Cá nhân"), ("to-chuc", "Tổ chức"), ("htx", "Hợp tác xã")]),
                        field("ho-ten", .name, .line, "Họ và tên"),
                        field("dia-chi", .address, .lines, "Địa chỉ", lines: 2),
                    ]),
                FormPart(
                    legend: "Nội dung",
                    fields: [
                        field("linh-vuc", .subject, .subject, "Lĩnh vực"),
                        field("phan-1", .matter, .text, "1. Về thủ tục", lines: 11),
                        field("phan-2", .matter, .text, "2. Về giải quyết thủ tục", lines: 9),
                    ]),
            ], atLeastOne: [])
    }

    static func field(
        _ name: String, _ role: FormField.Role?, _ kind: FormField.Kind, _ label: String, lines: Int = 1,
        options: [(String, String)] = []
    ) -> FormField {
        FormField(
            name: name, role: role, kind: kind, label: label, paperLabel: label, shortLabel: label, hint: "",
            required: .never, missing: "", min: 0, max: 200, autocomplete: "", rows: 1, paperLines: lines,
            isPrivate: true, isExported: true, isErased: true,
            options: options.map { FormField.Option(value: $0.0, label: $0.1) })
    }
}
