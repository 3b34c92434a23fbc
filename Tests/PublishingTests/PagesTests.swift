import Domain
import Foundation
import Publishing
import Testing

@Suite("The pages of the site") struct PagesTests {
    static let always = [
        "site/index.html", "site/thong-bao/index.html", "site/linh-vuc/index.html", "site/tim-kiem/index.html",
        "site/linh-vuc/so-huu-tri-tue/index.html", "site/phan-anh/index.html", "site/tra-cuu/index.html",
        "site/so-tiep-nhan/index.html", "site/en/index.html", "site/du-lieu-ca-nhan/index.html", "site/404.html",
        "site/loi/400/index.html", "site/loi/405/index.html", "site/loi/413/index.html", "site/loi/414/index.html",
        "site/loi/429/index.html", "site/loi/502/index.html", "site/robots.txt",
        "site/sitemap.xml", "site/cap-nhat.atom", "site/so-tiep-nhan/so-lieu.json",
        "site/so-tiep-nhan/so-lieu.csv", "site/du-lieu-mo/index.html", "site/du-lieu-mo/hoi-dap.schema.json",
        "site/du-lieu-mo/so-lieu.schema.json",
    ]
    static let announced = [
        "site/thong-bao/doi-thoai-2021/index.html", "site/doi-thoai/2021/index.html",
        "site/doi-thoai/2021/ke-hoach/index.html", "site/doi-thoai/2021/phieu-dang-ky/index.html",
        "site/doi-thoai/2021/dang-ky/index.html", "site/doi-thoai/2021/lich.ics", "site/so-tiep-nhan/2021.csv",
    ]
    static let results = "site/doi-thoai/2021/ket-qua/index.html"

    static let moments: [(String, Phase)] = [
        ("2021-11-05T07:59:59", .upcoming), ("2021-11-05T08:00:00", .announced), ("2021-11-08T07:59:59", .announced),
        ("2021-11-08T08:00:00", .open), ("2021-11-20T17:30:00", .open), ("2021-11-20T17:30:01", .closed),
        ("2021-11-26T23:59:59", .closed), ("2021-11-27T00:00:00", .held), ("2021-12-10T07:59:59", .held),
        ("2021-12-10T08:00:00", .results),
    ]

    @Test(arguments: moments)
    func `each phase has its pages, to the second`(moment: String, phase: Phase) throws {
        let paths = Set(try SamplePublication.at(moment, isRehearsal: true).texts().keys)
        #expect(paths.isSuperset(of: Self.always))
        for path in Self.announced { #expect(paths.contains(path) == (phase >= .announced), "\(path)") }
        #expect(paths.contains(Self.results) == (phase == .results))
    }

    @Test(arguments: moments.filter { $0.1 >= .announced })
    func `the online form is there while it is open, and its state otherwise`(moment: String, phase: Phase) throws {
        let page = try #require(
            try SamplePublication.at(moment, isRehearsal: true).texts()["site/doi-thoai/2021/dang-ky/index.html"])
        #expect(page.contains("action=\"/gui/dang-ky-2021\"") == (phase == .open))
        #expect(page.contains("Sở nhận phiếu từ 8 giờ 00, thứ Hai ngày 08/11/2021") == (phase == .announced))
        #expect(page.contains("Sở đã ngừng nhận phiếu từ 17 giờ 30, thứ Bảy ngày 20/11/2021") == (phase >= .closed))
    }

    @Test(arguments: moments)
    func `every link of every page leads somewhere`(moment: String, _: Phase) throws {
        let files = try SamplePublication.at(moment, isRehearsal: true).texts()
        // Words of content may speak of an edition that is not public yet; frame and pages of our own may not.
        for (path, text) in files where path.hasSuffix(".html") {
            for link in Self.values(of: "href", in: text) + Self.values(of: "src", in: text) where link.hasPrefix("/") {
                let address = link.split(separator: "#", omittingEmptySubsequences: false)[0]
                let file = "site" + address + (address.hasSuffix("/") ? "index.html" : "")
                let isEarly = moment.hasPrefix("2021-11-05T07") && address.contains("2021")
                #expect(files[file] != nil || isEarly, "\(path) → \(link)")
                guard let target = files[file], let hash = link.firstIndex(of: "#"), file.hasSuffix(".html") else {
                    continue
                }
                let id = link[link.index(after: hash)...]
                #expect(target.contains(" id=\"\(id)\""), "\(path) → \(link)")
            }
            for id in Self.values(of: "href", in: text) where id.hasPrefix("#") {
                #expect(text.contains(" id=\"\(id.dropFirst())\""), "\(path) → \(id)")
            }
        }
    }

    @Test func `every page has one main heading, its address, its language and nothing inline`() throws {
        for isRehearsal in [true, false] {
            let files = try SamplePublication.at("2021-12-15T09:00", isRehearsal: isRehearsal).texts()
            for (path, text) in files where path.hasSuffix(".html") && path.hasPrefix("site/") {
                #expect(text.components(separatedBy: "<h1").count == 2, "\(path)")
                #expect(!text.contains(" style=") && !text.contains(" onclick="), "\(path)")
                let scripts = text.components(separatedBy: "<script").dropFirst()
                #expect(
                    scripts.allSatisfy {
                        $0.hasPrefix(" type=\"module\" src=") || $0.hasPrefix(" type=\"application/ld+json\"")
                    })
                #expect(text.contains("<html lang=\"\(path == "site/en/index.html" ? "en" : "vi")\">"))
                #expect(text == text.precomposedStringWithCanonicalMapping)
                let ids = Self.values(of: "id", in: text)
                #expect(Set(ids).count == ids.count, "\(path): \(ids.filter { id in ids.count { $0 == id } > 1 })")
                guard path.hasSuffix("/index.html"), !path.hasPrefix("site/loi/") else { continue }
                let address = "https://www.khcnbackan.gov.vn" + path.dropFirst(4).dropLast("index.html".count)
                #expect(text.contains("<link rel=\"canonical\" href=\"\(address)\">"), "\(path)")
            }
        }
    }

    @Test func `every page with the stylesheet weighs less than 60 kB`() throws {
        let files = try SamplePublication.at("2021-12-15T09:00", isRehearsal: true).texts()
        let sheet = files.filter { $0.key.hasSuffix(".css") }.map(\.value.utf8.count).reduce(0, +)
        for (path, text) in files where path.hasSuffix(".html") {
            #expect(text.utf8.count + sheet < 60_000, "\(path)")
        }
    }

    @Test func `illustrations stand in a rehearsal only, and say what they are`() throws {
        let real = try SamplePublication.at("2021-12-15T09:00").texts()
        #expect(!real.keys.contains { $0.contains("/hoi-dap/") && !$0.hasSuffix("/hoi-dap/index.html") })
        #expect(!real.keys.contains { $0.contains("/ket-qua/") })
        #expect(!real.contains { $0.key.hasPrefix("site/") && $0.value.contains("minh họa)") })
        let rehearsal = try SamplePublication.at("2021-12-15T09:00", isRehearsal: true).texts()
        let pages = rehearsal.filter { $0.key.contains(/\/hoi-dap\/[^\/]+\/index\.html$/) }
        #expect(pages.count >= 16)
        #expect(pages.values.allSatisfy { $0.contains("minh họa") && $0.contains("Bản chạy thử.") })
        #expect(rehearsal["site/robots.txt"]?.contains("Disallow: /\n") == true)
    }

    @Test func `between two boundaries the site does not change`() throws {
        let first = try SamplePublication.at("2021-11-08T08:00:00").texts()
        #expect(try SamplePublication.at("2021-11-14T23:00").texts() == first)
        #expect(try SamplePublication.at("2021-11-20T17:30:00").texts() == first)
        #expect(try SamplePublication.at("2021-11-20T17:30:01").texts() != first)
    }

    @Test func `the same input gives the same bytes in any time zone and locale`() throws {
        let first = try SamplePublication.at("2021-12-15T09:00", isRehearsal: true).texts()
        setenv("TZ", "America/New_York", 1)
        setenv("LC_ALL", "tr_TR.UTF-8", 1)
        defer {
            unsetenv("TZ")
            unsetenv("LC_ALL")
        }
        #expect(try SamplePublication.at("2021-12-15T09:00", isRehearsal: true).texts() == first)
    }

    @Test func `the privacy page lists every field of both forms`() throws {
        let publication = try SamplePublication.at("2021-11-10T09:00")
        let page = try #require(try publication.texts()["site/du-lieu-ca-nhan/index.html"])
        let forms = publication.portal.editions.map(\.form) + [publication.portal.feedback.form]
        for field in forms.flatMap(\.fields) { #expect(page.contains("<li>\(field.shortLabel): "), "\(field.name)") }
    }

    @Test func `figures stand on their pages, and none of them says who`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        publication.figures = try SamplePublication.figures()
        let files = try publication.texts()
        let page = try #require(files["site/so-tiep-nhan/index.html"])
        #expect(
            page.contains(
                "3 nội dung đã nhận = 1 đã trả lời + 0 đã hướng dẫn + 0 đã báo cáo cấp trên + 1 không thuộc đối thoại + 0 người gửi rút lại + 1 đang xử lý."
            ))
        #expect(page.contains("2021-0001") && page.contains("Đã có kết quả"))
        #expect(page.contains("4 phiếu chờ kiểm tra") && page.contains("5 phiếu không nhận"))
        #expect(page.contains(publication.figures.chainHead))
        #expect(files["site/so-tiep-nhan/2021.csv"]?.contains("2021-0002,2021-11-09,Đang xử lý\r\n") == true)
        #expect(page.contains("8\u{A0}giờ\u{A0}30, thứ\u{A0}Tư ngày\u{A0}10/11/2021"))
    }

    static func values(of attribute: String, in html: String) -> [String] {
        html.components(separatedBy: " \(attribute)=\"").dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}

@Suite("The public register") struct RegisterPagesTests {
    @Test func `a long register is cut into pages that a poor connection carries, and no line is lost`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        var figures = try SamplePublication.figures()
        let first = try #require(figures.series.first?.entries.first)
        figures.series[0].entries = (1...250).map { number in
            SeriesFigures.Entry(
                number: RegisterNumber(series: first.number.series, number: number), day: first.day, state: .received)
        }
        figures.series[0].registrationsByChannel = [.portal: 250]
        publication.figures = figures
        let files = try publication.texts()
        let pages = ["", "trang/2/", "trang/3/"].compactMap { files["site/so-tiep-nhan/\($0)index.html"] }
        #expect(pages.count == 3 && files["site/so-tiep-nhan/trang/4/index.html"] == nil)
        #expect(pages.map { $0.components(separatedBy: "<th scope=\"row\">2021-").count - 1 } == [100, 100, 50])
        #expect(pages.allSatisfy { $0.contains("250 phiếu") && $0.utf8.count < 38_000 })
        #expect(pages[1].contains("href=\"/so-tiep-nhan/trang/3/\""))
    }
}

@Suite("Ids of a page") struct IdentifierTests {
    @Test func `a heading called like a part of the page or a field of its form gets an id of its own`() throws {
        var publication = try SamplePublication.at("2021-11-10T09:00")
        let blocks = ["tai-ve", "phieu", "noi-dung", "ho-ten"].map {
            Prose.Block.heading(level: 2, id: $0, content: [.link(destination: "#\($0)", content: [.text($0)])])
        }
        publication.portal.feedback.guidance = Prose(blocks: blocks)
        publication.portal.editions[0].notice.body = Prose(blocks: blocks)
        let files = try publication.texts()
        for path in ["site/phan-anh/index.html", "site/thong-bao/doi-thoai-2021/index.html"] {
            let page = try #require(files[path])
            let ids = PagesTests.values(of: "id", in: page)
            #expect(Set(ids).count == ids.count, "\(path)")
            for link in PagesTests.values(of: "href", in: page) where link.hasPrefix("#") {
                #expect(ids.contains(String(link.dropFirst())), "\(path) \(link)")
            }
        }
    }
}
