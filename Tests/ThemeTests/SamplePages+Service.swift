import Domain

@testable import Theme

extension SamplePages {
    static var serviceForm: [Sample] {
        let check = CheckView(
            definition: SampleForm.definition, answers: SampleForm.answers, subjects: SampleForm.subjects,
            action: "/gui/dang-ky-2021",
            hidden: SampleForm.answers.values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("the", "x.y.z")]
        )
        return [
            gui(
                "bieu-mau", "trong", "Đăng ký đối thoại",
                [
                    "heading": "Phiếu đăng ký tham gia đối thoại năm 2021", "closes": .time(date(20, 17, 30)),
                    "form": SampleForm.view().values, "paper": "/doi-thoai/2021/phieu-dang-ky/",
                ]),
            gui(
                "bieu-mau", "loi", "Đăng ký đối thoại",
                [
                    "heading": "Phiếu đăng ký tham gia đối thoại năm 2021", "closes": .time(date(20, 17, 30)),
                    "form": SampleForm.view(SampleForm.faulty).values, "paper": "/doi-thoai/2021/phieu-dang-ky/",
                ]),
            gui(
                "bieu-mau", "sua", "Đăng ký đối thoại",
                [
                    "heading": "Phiếu phản ánh, kiến nghị", "closes": .absent,
                    "form": SampleForm.view(SampleForm.answers.values.mapValues { [$0] }, focus: "loai").values,
                    "paper": .absent,
                ]),
            gui("loi-ra", "day", "Khiếu nại, tố cáo", ["form-page": "/doi-thoai/2021/dang-ky/"]),
            gui(
                "kiem-tra", "day", "Kiểm tra phiếu",
                ["check": check.values, "grace": .time(date(20, 18, 0)), "notice": "Trang kiểm tra để quá lâu."]),
            gui("kiem-tra", "it", "Kiểm tra phiếu", ["check": check.values, "grace": .absent, "notice": .absent]),
        ]
    }

    static var serviceEnd: [Sample] {
        [
            gui(
                "bien-nhan", "day", "Biên nhận",
                [
                    "received": .time(date(10, 9, 12)), "reference": "7K3M-92TX", "code": "K7MT4-WPX9C",
                    "is-late": false, "track": track, "save-action": "/gui/bien-nhan",
                    "save-hidden": .hiddenInputs([("the", "x.y.z")]),
                ]),
            gui(
                "bien-nhan", "muon", "Biên nhận",
                [
                    "received": .time(date(20, 17, 45)), "reference": "7K3M-92TX", "code": "K7MT4-WPX9C",
                    "is-late": true, "track": track, "save-action": "/gui/bien-nhan", "save-hidden": [],
                ]),
            gui(
                "bien-nhan", "ma-moi", "Biên nhận",
                [
                    "received": .time(date(10, 9, 12)), "reference": "7K3M-92TX", "code": .absent,
                    "is-late": false, "track": track, "save-action": "/gui/bien-nhan", "save-hidden": [],
                ]),
            gui(
                "tra-cuu", "loi", "Tra cứu phiếu",
                [
                    "lookup": [
                        "action": "/gui/tra-cuu", "reference": "7K3M-92TX",
                        "problem": "Không tìm thấy phiếu có số và mã này. Hãy xem lại biên nhận.",
                    ]
                ]),
            gui(
                "ket-qua-tra-cuu", "day", "Phiếu 2021-0020",
                [
                    "heading": "Phiếu 2021-0020", "received": .time(date(10, 9, 12)), "channel": "Trên cổng",
                    "is-late": true, "note": "Phiếu đang chờ Văn phòng Sở kiểm tra.", "track": track,
                    "matters": [
                        [
                            "label": "Nội dung 1", "division": "Phòng Quản lý Công nghệ và Chuyên ngành",
                            "badge": .badge(Outcome.answered), "time": .figures(day(26)), "answer": "/q1/",
                        ],
                        [
                            "label": "Nội dung 2", "division": .absent, "badge": .badge(nil as Outcome?),
                            "time": .absent, "answer": .absent,
                        ],
                    ],
                ]),
            gui(
                "chua-mo", "day", "Chưa đến ngày nhận phiếu",
                ["edition": "Đợt đối thoại năm 2021", "opens": .time(date(8, 8, 0)), "notice": "/tb/", "typed": typed]),
            gui(
                "het-han", "day", "Đã hết hạn",
                ["edition": "Đợt đối thoại năm 2021", "closed": .time(date(20, 17, 30)), "typed": typed]),
            gui(
                "het-han", "it", "Đã hết hạn",
                ["edition": "Đợt đối thoại năm 2021", "closed": .time(date(20, 17, 30)), "typed": .absent]),
            gui(
                "chua-nhan-duoc", "day", "Chưa nhận được phiếu",
                ["incident": "7F3A-21", "typed": typed, "form-page": "/doi-thoai/2021/dang-ky/"]),
            gui(
                "chua-nhan-duoc", "it", "Chưa nhận được phiếu",
                ["incident": "7F3A-21", "typed": .absent, "form-page": .absent]),
            gui(
                "loi-yeu-cau", "day", "Chưa đọc được yêu cầu",
                ["reason": "Yêu cầu gửi lên bị thiếu hoặc bị cắt ngang.", "form-page": "/doi-thoai/2021/dang-ky/"]),
            gui(
                "loi-yeu-cau", "it", "Chưa đọc được yêu cầu",
                ["reason": "Địa chỉ này chỉ nhận phiếu gửi từ cổng.", "form-page": .absent]),
            gui("bao-tri", "day", "Bảo trì", ["typed": typed]), gui("bao-tri", "it", "Bảo trì", ["typed": .absent]),
            gui("qua-nhieu", "day", "Quá nhiều lần gửi", ["wait": "10 phút", "typed": typed]),
            gui("qua-nhieu", "it", "Quá nhiều lần gửi", ["wait": .absent, "typed": .absent]),
        ]
    }

    static var errors: [Sample] {
        [
            ("404", "day", ["links": [.link("Thông báo", "/thong-bao/")]]), ("404", "it", ["links": []]),
            ("400", "day", [:]), ("405", "day", [:]), ("413", "day", [:]), ("414", "day", [:]),
            ("429", "day", [:]), ("502", "day", [:]),
        ].map {
            (name: String, variant: String, values: [String: ThemeValue]) in
            Sample(
                template: "pages/loi/\(name)", variant: variant, page: PageHead(title: "Lỗi \(name)", isUnlisted: true),
                values: values)
        }
    }
}
