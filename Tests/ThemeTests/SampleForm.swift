import Domain

@testable import Theme

/// A form like the real one: every kind of field, every role, both rules of «at least one».
enum SampleForm {
    static let subjects = [
        Subject(id: "khcn", slug: "khcn", name: "Hoạt động khoa học và công nghệ", examples: "", division: "qlkh"),
        Subject(id: "shtt", slug: "shtt", name: "Sở hữu trí tuệ", examples: "", division: "qlcn"),
    ]

    static func field(
        _ name: String, _ role: FormField.Role?, _ kind: FormField.Kind, _ label: String, short: String? = nil,
        hint: String = "", required: FormField.Requirement = .always, missing: String = "", max: Int = 200,
        autocomplete: String = "", rows: Int = 2, options: [(String, String)] = []
    ) -> FormField {
        FormField(
            name: name, role: role, kind: kind, label: label, paperLabel: label, shortLabel: short ?? label,
            hint: hint, required: required, missing: missing, min: 0, max: max, autocomplete: autocomplete,
            rows: rows, paperLines: 2, isPrivate: true, isExported: true, isErased: true,
            options: options.map {
                FormField.Option(value: $0.0, label: $0.1, exits: name == "khieu-nai" && $0.0 == "co")
            })
    }

    private static let organised = FormField.Requirement.when(
        field: "loai", values: ["to-chuc", "doanh-nghiep", "hop-tac-xa"])

    static let definition = FormDefinition(
        id: "dang-ky-2021", title: "Phiếu đăng ký tham gia đối thoại năm 2021",
        about: "Về thủ tục hành chính", addressee: "Sở Khoa học và Công nghệ tỉnh Bắc Kạn", owner: "van-phong",
        updated: SamplePages.day(5), opening: "", footnote: "",
        parts: [
            FormPart(
                legend: "Nội dung ông, bà muốn gửi",
                fields: [
                    field(
                        "khieu-nai", .complaint, .choice, "Đây có phải là khiếu nại hoặc tố cáo không?",
                        short: "Khiếu nại, tố cáo",
                        hint: "Hai việc này giải quyết theo luật riêng. Nếu chọn “Có”, Sở chỉ nơi gửi đơn.",
                        missing: "Hãy chọn đây có phải là khiếu nại, tố cáo không.",
                        options: [("khong", "Không, tôi hỏi hoặc góp ý về thủ tục"), ("co", "Có")])
                ]),
            FormPart(
                legend: "Người đăng ký",
                fields: [
                    field(
                        "loai", .applicantType, .choice, "Ông, bà đăng ký với tư cách nào?", short: "Tư cách",
                        missing: "Hãy chọn tư cách đăng ký.",
                        options: [
                            ("ca-nhan", "Cá nhân"), ("to-chuc", "Đại diện tổ chức"),
                            ("doanh-nghiep", "Đại diện doanh nghiệp"), ("hop-tac-xa", "Đại diện hợp tác xã"),
                        ]),
                    field(
                        "ho-ten", .name, .line, "Họ và tên", hint: "Viết đủ họ, tên đệm và tên.",
                        missing: "Hãy nhập họ và tên.", max: 100, autocomplete: "name"),
                    field(
                        "to-chuc", .organisation, .line, "Tên tổ chức, doanh nghiệp, hợp tác xã",
                        short: "Tên đơn vị", required: organised,
                        missing: "Hãy nhập tên tổ chức, doanh nghiệp hoặc hợp tác xã.", autocomplete: "organization"),
                    field(
                        "chuc-vu", .position, .line, "Chức vụ của người đại diện", short: "Chức vụ",
                        hint: "Ví dụ kế toán trưởng, chủ nhiệm.", required: organised,
                        missing: "Hãy nhập chức vụ của người đại diện.", autocomplete: "organization-title"),
                    field(
                        "dien-thoai", .telephone, .telephone, "Số điện thoại",
                        hint: "Sở cần số điện thoại hoặc thư điện tử để liên hệ.", required: .never, max: 30,
                        autocomplete: "tel"),
                    field(
                        "thu", .email, .email, "Thư điện tử", hint: "Đã có số điện thoại thì có thể bỏ trống.",
                        required: .never, max: 254, autocomplete: "email"),
                    field(
                        "dia-chi", .address, .lines, "Địa chỉ nhận thư", short: "Địa chỉ",
                        hint: "Sở gửi giấy mời và câu trả lời tới địa chỉ này.", missing: "Hãy nhập địa chỉ nhận thư.",
                        max: 300, autocomplete: "street-address"),
                ]),
            FormPart(
                legend: "Nội dung đối thoại",
                fields: [
                    field(
                        "linh-vuc", .subject, .subject, "Lĩnh vực", hint: "Nếu không biết, hãy chọn “Chưa rõ”.",
                        missing: "Hãy chọn một lĩnh vực hoặc chọn “Chưa rõ”."),
                    field(
                        "phan-1", .matter, .text, "1. Về thủ tục hành chính", short: "Phần 1: thủ tục",
                        hint: "Viết ở phần 1, phần 2 hoặc cả hai.", required: .never, max: 4_000, rows: 7),
                    field(
                        "phan-2", .matter, .text, "2. Về giải quyết thủ tục hành chính",
                        short: "Phần 2: giải quyết thủ tục", required: .never, max: 4_000, rows: 7),
                    field("ghi-chu", nil, .line, "Ghi chú", required: .never),
                ]),
            FormPart(
                legend: "Dự hội nghị",
                fields: [
                    field(
                        "du", .attendance, .choice, "Ông, bà có dự hội nghị không?", short: "Dự hội nghị",
                        hint: "14 giờ 00, thứ Sáu ngày 26/11/2021, tại phòng họp tầng 2 của Sở.",
                        missing: "Hãy chọn có dự hội nghị hay không.",
                        options: [("co", "Có, tôi sẽ dự"), ("khong", "Không, xin gửi câu trả lời cho tôi")])
                ]),
        ],
        atLeastOne: [
            .init(fields: ["phan-1", "phan-2"], message: "Hãy viết câu hỏi ở phần 1 hoặc phần 2."),
            .init(
                fields: ["dien-thoai", "thu"],
                message: "Hãy nhập số điện thoại hoặc thư điện tử để Sở liên hệ."),
        ])

    static let answers = FormAnswers([
        "khieu-nai": "khong", "loai": "hop-tac-xa", "ho-ten": "Hoàng Thị Minh Họa",
        "to-chuc": "Hợp tác xã Miến dong Bản Mẫu", "chuc-vu": "Giám đốc", "dien-thoai": "0912 345 678",
        "dia-chi": "Thôn Bản Mẫu, xã Ví Dụ\nhuyện Na Rì, tỉnh Bắc Kạn", "linh-vuc": "shtt",
        "phan-1": "Hợp tác xã muốn đăng ký nhãn hiệu tập thể cho miến dong.\n\nHồ sơ gồm <những gì> & nộp ở đâu?",
        "du": "co",
    ])

    static func view(_ answers: [String: [String]]? = nil, focus: String? = nil) -> FormView {
        let checked = answers.map { definition.check($0, subjects: subjects.map(\.id)) }
        return FormView(
            definition: definition, answers: checked?.answers ?? FormAnswers([:]), problems: checked?.problems ?? [],
            subjects: subjects, action: "/gui/dang-ky-2021", hidden: [("mau", "7be190c4")], honeypot: "tieu-de",
            focus: focus)
    }

    /// The answers with several things to mend.
    static var faulty: [String: [String]] {
        var input = answers.values.mapValues { [$0] }
        input["khieu-nai"] = nil
        input["ho-ten"] = [""]
        input["to-chuc"] = [""]
        input["dien-thoai"] = ["0912 345 67"]
        input["phan-1"] = [""]
        return input
    }
}
