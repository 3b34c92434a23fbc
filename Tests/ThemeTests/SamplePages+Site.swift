import Domain

@testable import Theme

extension SamplePages {
    private static let action = ThemeValue.link("Điền phiếu đăng ký", "/doi-thoai/2021/dang-ky/")

    static var editionPages: [Sample] { [home, bareHome, notice, bareNotice, plan, barePlan] + formPages }

    private static var home: Sample {
        site(
            "trang-chu", "day", "Trang chủ",
            [
                "edition": [
                    "badge": .badge(Phase.open), "short-title": "Đợt đối thoại năm 2021",
                    "heading": "Đối thoại trực tiếp về thủ tục hành chính năm 2021",
                    "lead": "Ông, bà gặp khó khăn khi làm thủ tục? Hãy gửi câu hỏi cho Sở.",
                ],
                "action": action, "second": .link("Đọc thông báo", "/thong-bao/doi-thoai-2021/"),
                "status": [
                    "before": "Nhận phiếu đến", "time": .time(date(20, 17, 30)),
                    "after": "Điền mất khoảng 10 phút, không cần tài khoản.",
                ],
                "conference": [
                    "time": .time(date(26, 14, 0)), "place": "Phòng họp tầng 2, Sở Khoa học và Công nghệ",
                    "mode-note": "Họp trực tiếp.", "calendar": "/hoi-nghi.ics", "leaf": .leaf(day(26), longMonth: true),
                ],
                "dates": dates, "steps": ["online": "/doi-thoai/2021/dang-ky/", "paper": "/phieu/"], "tiles": tiles,
                "answers": questions, "all": .link("Xem tất cả 48 câu trả lời", "/tim-kiem/"), "figures": figures,
                "figures-heading": "Đợt 2021 đến nay", "counted": .time(start),
            ])
    }

    private static var bareHome: Sample {
        site(
            "trang-chu", "it", "Trang chủ",
            [
                "edition": [
                    "badge": .badge(Phase.announced), "short-title": "Đợt đối thoại năm 2021",
                    "heading": "Đối thoại trực tiếp về thủ tục hành chính năm 2021", "lead": "Sắp mở nhận phiếu.",
                ],
                "action": .absent, "second": .absent, "status": .absent, "conference": .absent, "dates": dates,
                "steps": ["online": .absent, "paper": "/phieu/"], "tiles": tiles, "answers": [], "all": .absent,
                "figures": [], "figures-heading": "", "counted": .absent,
            ])
    }

    private static var notice: Sample {
        site(
            "thong-bao", "day", "Mời tham gia đối thoại trực tiếp về thủ tục hành chính năm 2021",
            [
                "badge": .badge(Phase.open), "published": .day(day(5)), "lead": "Sở mời cá nhân, tổ chức gửi câu hỏi.",
                "participants": "Cá nhân, tổ chức, doanh nghiệp, hợp tác xã", "closes": .time(date(20, 17, 30)),
                "invitations": .day(day(21)), "conference": .time(date(26, 14, 0)), "place": "Phòng họp tầng 2",
                "mode": "Trực tiếp. Nếu dịch bệnh phức tạp, Sở trả lời trực tuyến.", "chair": "Người đứng đầu Sở",
                "calendar": "/hoi-nghi.ics",
                "note": ["tone": "warn", "heading": "Hội nghị đổi sang trực tuyến", "text": "Sở gửi đường dẫn."],
                "body-html": body, "action": action, "files": files, "plan": "/doi-thoai/2021/ke-hoach/",
                "mail-subject": "M%E1%BB%9Di%20%C4%91%E1%BB%91i%20tho%E1%BA%A1i",
            ])
    }

    private static var bareNotice: Sample {
        var sample = notice
        sample.variant = "it"
        for name in ["calendar", "note", "action"] { sample.values[name] = .absent }
        return sample
    }

    private static var plan: Sample {
        site(
            "ke-hoach", "day", "Kế hoạch",
            [
                "toc": [.link("I. Mục đích, yêu cầu", "#muc-dich"), .link("Nơi nhận, chữ ký", "#noi-nhan")],
                "downloads": "/thong-bao/doi-thoai-2021/#tai-ve", "pdf": "/ke-hoach.pdf",
                "number-symbol": "KH-SKHCN", "place": "Bắc Kạn", "month": "11", "year": "2021",
                "document-title": "Tổ chức đối thoại trực tiếp về thủ tục hành chính năm 2021",
                "legal-bases": ["Căn cứ Kế hoạch số 04/KH-SKHCN ngày 28/01/2021 của Sở Khoa học và Công nghệ."],
                "opening": "Sở Khoa học và Công nghệ tổ chức đối thoại như sau:",
                "body-html": .html(
                    "<h2 id=\"muc-dich\">I. MỤC ĐÍCH, YÊU CẦU</h2><h3>1. Mục đích</h3><p>a) Giải thích chính sách./.</p>"
                ),
                "electronic": ["UBND tỉnh (b/c)", "Liên minh Hợp tác xã tỉnh"],
                "on-paper": ["Hiệp hội Doanh nghiệp tỉnh"], "archive": "VT, VP",
                "signature": ["authority": "KT. GIÁM ĐỐC", "post": "PHÓ GIÁM ĐỐC", "name": "Người Ký Mẫu"],
            ])
    }

    private static var barePlan: Sample {
        var sample = plan
        sample.variant = "it"
        sample.values["pdf"] = .absent
        sample.values["signature"] = ["authority": "", "post": "GIÁM ĐỐC", "name": "Người Ký Mẫu"]
        return sample
    }

    private static var formPages: [Sample] {
        [
            site(
                "phieu-dang-ky", "day", "Mẫu phiếu đăng ký",
                ["lead": "Tải về, điền rồi gửi cho Sở.", "body-html": body, "files": files, "action": action]),
            site(
                "dang-ky", "day", "Phiếu đăng ký tham gia đối thoại năm 2021",
                [
                    "closes": .time(date(20, 17, 30)), "form": SampleForm.view().values, "not-open": .absent,
                    "paper": "/phieu/",
                ]),
            site(
                "dang-ky", "it", "Phiếu đăng ký tham gia đối thoại năm 2021",
                [
                    "closes": .absent, "form": .absent, "paper": "/phieu/",
                    "not-open": [
                        "badge": .badge(Phase.closed), "text": "Đã hết hạn nhận phiếu.",
                        "second": .link("Gửi phản ánh, kiến nghị", "/phan-anh/"),
                    ],
                ]),
            site(
                "phan-anh", "day", "Phản ánh, kiến nghị",
                [
                    "lead": "Mục này nhận quanh năm.", "body-html": body, "form": SampleForm.view().values,
                    "answers": questions, "paper": .absent, "closes": .absent,
                    "all": .link("Xem tất cả 8 câu trả lời", "/phan-anh/hoi-dap/"),
                ]),
            site(
                "dot", "day", "Đợt đối thoại năm 2021",
                ["badge": .badge(Phase.open), "lead": "Một câu.", "action": action, "dates": dates, "tiles": tiles]),
        ]
    }

    static var wordPages: [Sample] {
        let answer: [String: ThemeValue] = [
            "badge": .badge(Outcome.guided), "meta": "Nội dung 2021-0020/1", "is-illustration": true,
            "question": .lines("Hợp tác xã muốn đăng ký nhãn hiệu tập thể.\n\nHồ sơ gồm những gì?"),
            "asker": "Một hợp tác xã", "asked": .day(day(10)), "summary": "Nộp tới Cục Sở hữu trí tuệ.",
            "body-html": body, "legal": ["bases": ["Luật Sở hữu trí tuệ số 50/2005/QH11"]],
            "division": "Phòng Quản lý Công nghệ và Chuyên ngành", "authority": "Cục Sở hữu trí tuệ",
            "answered": .day(day(26)), "published": .day(day(6, 12)), "outdated": "Câu trả lời này cần xem lại.",
            "subject": .link("Sở hữu trí tuệ", "/linh-vuc/so-huu-tri-tue/"),
            "related": [.link("Nhãn hiệu hết hạn thì gia hạn ra sao?", "/q3/")],
        ]
        var plain = answer
        for name in ["authority", "legal", "outdated"] { plain[name] = .absent }
        plain["is-illustration"] = false
        plain["related"] = []
        let heading = "Hợp tác xã muốn đăng ký nhãn hiệu tập thể cho miến dong thì nộp hồ sơ ở đâu?"
        let filter: ThemeValue = [
            ["label": "Sở hữu trí tuệ (11)", "href": "/a/", "is-current": true],
            ["label": "Tiêu chuẩn đo lường chất lượng (17)", "href": "/b/", "is-current": false],
        ]
        func item(_ text: ThemeValue, _ before: ThemeValue, _ time: ThemeValue, _ badge: ThemeValue) -> ThemeValue {
            [
                "title": "Đợt 2021", "href": "/doi-thoai/2021/", "text": text, "before": before, "time": time,
                "badge": badge,
            ]
        }
        return [
            site("hoi-dap", "day", heading, answer), site("hoi-dap", "it", heading, plain),
            site("hoi-dap-rut", "day", heading, ["withdrawn": .day(day(10, 12))]),
            site(
                "chuyen-huong", "day", "Trang này đã đổi địa chỉ",
                ["target": "/moi/", "words": "https://example.vn/moi/"]),
            site(
                "cau-hoi", "day", "Sở hữu trí tuệ",
                [
                    "kind": "Lĩnh vực", "lead": "Nhãn hiệu, sáng chế.", "division": "Phòng Quản lý Khoa học",
                    "feed": "/linh-vuc/shtt/cap-nhat.atom", "book": ["files": files],
                    "choices": ["label": "Các lĩnh vực", "filter": filter],
                    "count": "27 câu hỏi, mới nhất trước",
                    "answers": questions, "pages": listPages,
                ]),
            site(
                "cau-hoi", "it", "Sở hữu trí tuệ: đăng từ 01/11/2021 đến 02/11/2021",
                [
                    "kind": "Lĩnh vực", "lead": "", "division": .absent, "book": .absent, "choices": .absent,
                    "pages": .absent,
                    "feed": .absent,
                    "count": "20 câu hỏi, mới nhất trước", "answers": questions,
                ]),
            site(
                "tim-kiem", "day", "Tìm câu hỏi",
                [
                    "lead": "Sở đã đăng 48 câu trả lời.", "search": search,
                    "subjects": [.link("Sở hữu trí tuệ (48)", "/linh-vuc/so-huu-tri-tue/")],
                    "years": [.link("Năm 2021 (48)", "/tim-kiem/2021/")],
                ]),
            site(
                "tim-kiem", "it", "Tìm câu hỏi",
                ["lead": "Chưa có câu trả lời.", "search": .absent, "subjects": [], "years": []]),
            site(
                "danh-sach", "day", "Các đợt đối thoại",
                [
                    "lead": "Mới nhất trước.",
                    "items": [
                        item("Một câu.", "Đăng", .day(day(5)), .badge(Phase.open)), item("", "", .absent, .absent),
                    ],
                ]),
            site("danh-sach", "it", "Các đợt đối thoại", ["lead": "", "items": []]),
            site(
                "tra-cuu", "day", "Tra cứu phiếu",
                ["lookup": ["action": "/gui/tra-cuu", "reference": "", "problem": .absent]]),
            site(
                "trang", "day", "Giới thiệu",
                ["lead": "Một câu.", "body-html": body]),
            english,
        ]
    }

    private static var english: Sample {
        var sample = site(
            "trang", "en", "About this portal",
            [
                "lead": "", "body-html": .html("<p>The department answers questions.</p>"),
            ])
        sample.page.language = "en"
        return sample
    }

    static var figurePages: [Sample] {
        let results: [String: ThemeValue] = [
            "badge": .badge(Phase.results), "lead": "Sở nhận 47 phiếu với 63 nội dung.", "counted": .time(start),
            "balance": [
                ["sign": "", "number": "63", "label": "đã nhận"],
                ["sign": "= ", "number": "41", "label": "đã trả lời"],
                ["sign": "+ ", "number": "22", "label": "đang xử lý"],
            ],
            "bars": [["fill": "answered", "x": "0", "width": "41"], ["fill": "pending", "x": "41", "width": "22"]],
            "bars-width": "63", "tables": [table], "overdue": "1 nội dung quá hạn", "figures": figures,
            "body-html": body, "downloads": true, "files": files,
        ]
        var early = results
        for name in ["counted", "overdue", "body-html"] { early[name] = .absent }
        early["downloads"] = false
        let register: [String: ThemeValue] = [
            "lead": "Mỗi phiếu là một dòng, đánh số liên tục.",
            "filter": [["label": "Đợt 2021", "href": "/so-tiep-nhan/", "is-current": true]],
            "seal": ["digest": "7be190c45a2fd83611f06c9e83ab27d5", "sealed": .time(start)],
            "count": "47 phiếu",
            "pages": listPages,
            "entries": [
                ["number": "2021-0001", "time": .figures(day(8)), "badge": .badge(PublicState.concluded)],
                ["number": "2021-0002", "time": .figures(day(8)), "badge": .badge(PublicState.received)],
            ],
            "tables": [table], "waiting": "1 phiếu đang chờ kiểm tra.", "files": files,
        ]
        var empty = register
        empty["seal"] = .absent
        empty["pages"] = .absent
        empty["waiting"] = ""
        empty["entries"] = []
        empty["files"] = []
        return [
            site("ket-qua", "day", "Kết quả đối thoại năm 2021", results),
            site("ket-qua", "it", "Kết quả đối thoại năm 2021", early),
            site("so-tiep-nhan", "day", "Sổ tiếp nhận công khai năm 2021", register),
            site("so-tiep-nhan", "it", "Sổ tiếp nhận công khai năm 2021", empty),
        ]
    }
}
