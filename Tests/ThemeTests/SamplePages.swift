import Domain
import Foundation

@testable import Theme

/// Every page with values as its builder gives them: once full, once with all left out that may be.
enum SamplePages {
    struct Sample {
        var template: String
        var variant: String
        var page: PageHead
        var values: [String: ThemeValue]
        var isRehearsal = true
    }

    static let chrome = Chrome(
        siteTitle: "Cổng đối thoại", baseURL: "https://doithoai.example.vn",
        agency: Agency(
            name: "Sở Khoa học và Công nghệ", fullName: "Sở Khoa học và Công nghệ tỉnh Bắc Kạn",
            parent: "UBND tỉnh Bắc Kạn", place: "Bắc Kạn", symbol: "SKHCN",
            address: "Số 3, đường Trường Chinh, thành phố Bắc Kạn, tỉnh Bắc Kạn", email: "hop-thu@example.vn",
            telephone: "", officeHours: "Giờ hành chính, từ thứ Hai đến thứ Sáu, trừ ngày lễ"),
        nav: [
            Chrome.Link("Thông báo", "/thong-bao/"), Chrome.Link("Đăng ký", "/doi-thoai/2021/dang-ky/"),
            Chrome.Link("Tất cả câu hỏi", "/tim-kiem/"), Chrome.Link("Kết quả", "/doi-thoai/2021/ket-qua/"),
            Chrome.Link("Tra cứu", "/tra-cuu/"), Chrome.Link("Phản ánh", "/phan-anh/"),
        ],
        footer: [
            Chrome.FooterGroup(
                "Theo dõi đợt đối thoại",
                [Chrome.Link("Kế hoạch năm 2021", "/k/"), Chrome.Link("Sổ tiếp nhận công khai", "/so-tiep-nhan/")]),
            Chrome.FooterGroup("Về cổng này", [Chrome.Link("Bảo vệ dữ liệu cá nhân", "/du-lieu-ca-nhan/")]),
        ],
        assets: Chrome.Assets(
            stylesheet: "/dt.css", script: "/dt.mjs", icons: "/bieu-tuong.svg", emblem: "/bieu-trung.svg",
            favicon: "/favicon.svg", picture: "/chia-se.png"),
        banner: .rehearsal(from: start), feeds: [Chrome.Link("Câu trả lời mới", "/cau-tra-loi.atom")])

    static let start = date(10, 9, 0)
    static func day(_ day: Int, _ month: Int = 11) -> CivilDate {
        CivilDate(year: 2021, month: month, day: day) ?? CivilDate(of: start)
    }
    static func date(_ day: Int, _ hour: Int, _ minute: Int) -> Date {
        let seconds: Int = (day - 1) * 86_400 + hour * 3_600 + minute * 60
        // From midnight of 1/11/2021 in Vietnam.
        return Date(timeIntervalSince1970: 1_635_699_600).addingTimeInterval(TimeInterval(seconds))
    }

    static let crumbs: ThemeValue = [.link("Trang chủ", "/"), .link("Hỏi – đáp", "/tim-kiem/")]
    static let questions: ThemeValue = .list([
        .question(
            "Hợp tác xã muốn đăng ký nhãn hiệu tập thể cho miến dong thì nộp hồ sơ ở đâu?", "/q1/",
            badge: .badge(Outcome.answered), about: "Sở hữu trí tuệ", time: .figures(day(2))),
        .question(
            "Phòng khám chuyển địa điểm có phải khai báo lại máy X-quang không?", "/q2/",
            badge: .badge(Outcome.guided), about: "An toàn bức xạ và hạt nhân", time: .figures(day(15, 10))),
    ])
    static let listPages: ThemeValue = [
        "label": "Các trang của danh sách",
        "links": [
            .page("Mới nhất", "/l/", isCurrent: true), .page("Cũ hơn", "/l/trang/2/", rel: "next"),
            .page("Cũ nhất", "/l/trang/1/"),
        ],
    ]
    static let files: ThemeValue = .list([
        .file(
            "Kế hoạch đối thoại năm 2021", "/ke-hoach.pdf", type: "PDF", details: "PDF, 4 trang, 182 kB",
            digest: "9f2c41d07be85a36c1d94e0f7a62b8530de1f49c7738b2a5604ec91d3fa7b082"),
        .file("Kế hoạch, bản soạn thảo được", "/ke-hoach.docx", type: "DOCX", details: "DOCX, 4 trang, 21 kB"),
    ])
    static let search: ThemeValue = .record([
        "script": "/tai-nguyen/tim-kiem.0a1b2c3d.mjs", "file": "/tai-nguyen/tim-kiem.0a1b2c3d.bin", "counts": "48",
        "choices": [.record(["option": "shtt", "words": "Sở hữu trí tuệ"])],
        "badges": [.record(["outcome": "answered", "badge": .badge(Outcome.answered)])],
    ])

    static let tiles: ThemeValue = .list([
        .tile("Sở hữu trí tuệ", "/linh-vuc/shtt/", "Nhãn hiệu, sáng chế, kiểu dáng", count: "11 câu trả lời"),
        .tile("Tiêu chuẩn đo lường chất lượng", "/linh-vuc/tdc/", "Kiểm định cân, mã số mã vạch"),
    ])
    static let figures: ThemeValue = .list([.figure(19, "phiếu đã tiếp nhận"), .figure(27, "nội dung cần trả lời")])
    static let table: ThemeValue = .table(
        id: "theo-ket-qua", heading: "Theo kết quả xử lý", caption: "63 nội dung theo kết quả xử lý", first: "Kết quả",
        rows: [
            ("Đã trả lời", 41, "answered"), ("Đã hướng dẫn đến cơ quan khác", 19, "guided"),
            ("Không thuộc đối thoại (khiếu nại, tố cáo)", 3, nil),
        ])
    static let dates: ThemeValue = .list([
        .milestone("Công bố", time: .day(day(5)), on: day(5), badge: .badge(.done, "Đã xong"), isPast: true),
        .milestone(
            "Hết hạn nhận phiếu", time: .time(date(20, 17, 30)), on: day(20), badge: .badge(.open, "Đang nhận"),
            isCurrent: true),
        .milestone("Gửi giấy mời", before: "Trong ngày", time: .day(day(21)), on: day(21)),
        .milestone("Hội nghị đối thoại", time: .time(date(26, 14, 0)), on: day(26)),
        .milestone("Trả lời bằng văn bản", before: "Chậm nhất", time: .day(day(10, 12)), on: day(10, 12)),
    ])

    static let track: ThemeValue = [
        .step("Đã tiếp nhận", time: .day(day(10)), .done),
        .step(
            "Sở xem phiếu và xếp vào lĩnh vực", text: "Nếu thiếu thông tin, Văn phòng Sở liên hệ với ông, bà.", .current
        ),
        .step("Hội nghị đối thoại", text: "Phòng họp tầng 2 của Sở.", time: .time(date(26, 14, 0)), .next),
    ]
    static let body = ThemeValue.html(
        """
        <h2 id="hoi">Hỏi về việc gì</h2>
        <p>Ông, bà nêu khó khăn, câu hỏi, đề xuất về <a href="/linh-vuc/">bốn lĩnh vực</a>:</p>
        <ul><li>sở hữu trí tuệ;</li><li>tiêu chuẩn đo lường chất lượng.</li></ul>
        <table><thead><tr><th scope="col">Cách gửi</th><th scope="col">Gửi tới đâu</th></tr></thead>
        <tbody><tr><td>Thư điện tử</td><td>hop-thu@example.vn</td></tr></tbody></table>
        <div class="dt-note"><p><strong>Lưu ý:</strong> Không nhận khiếu nại, tố cáo.</p></div>
        """)

    static var typed: ThemeValue {
        FactsView(
            definition: SampleForm.definition, answers: SampleForm.answers, subjects: SampleForm.subjects,
            onlyFilled: true
        ).typed
    }

    static func gui(_ name: String, _ variant: String, _ title: String, _ values: [String: ThemeValue]) -> Sample {
        let page = PageHead(title: title, isUnlisted: true, hasErrors: variant.hasPrefix("loi"))
        return Sample(template: "pages/gui/\(name)", variant: variant, page: page, values: values)
    }

    static func site(_ name: String, _ variant: String, _ title: String, _ values: [String: ThemeValue]) -> Sample {
        let page = PageHead(
            title: title, description: "Một câu cho máy tìm kiếm.", path: name == "trang-chu" ? "/" : "/\(name)/",
            current: "/tim-kiem/", updated: .time(start),
            structured: #"<script type="application/ld+json">{"@type":"WebPage"}</script>"#)
        var values = values
        if name != "trang-chu" {
            values["crumbs"] = variant == "it" ? [] : crumbs
            values["heading"] = .text(title)
        }
        return Sample(
            template: "pages/\(name)", variant: variant, page: page, values: values, isRehearsal: variant != "it")
    }

    static var all: [Sample] { serviceForm + serviceEnd + errors + editionPages + wordPages + figurePages }
}
