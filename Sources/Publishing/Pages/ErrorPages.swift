import Domain
import Theme

extension PageMaker {
    /// Pages nginx shows when something went wrong; they have no address of their own.
    func errors() -> [SitePage] {
        var links = [PageMaker.home, PageMaker.notices, PageMaker.questions, PageMaker.lookup, PageMaker.feedback]
        if let edition = view.currentEdition, edition.phase == .open {
            links.insert(Chrome.Link("Điền phiếu đăng ký", edition.formPath), at: 1)
        }
        let missing = SitePage(
            path: "/404.html", template: "pages/loi/404", title: "Không tìm thấy trang",
            values: ["links": .list(links.map { .link($0.label, $0.href) })])
        return [missing]
            + PageMaker.faults.map { code, title in
                SitePage(path: "/loi/\(code)/", template: "pages/loi/\(code)", title: title, values: [:])
            }
    }

    /// One page for each kind of answer nginx gives by itself; deploy/nginx/portal.conf says which status leads where.
    private static let faults = [
        ("400", "Không đọc được yêu cầu"), ("405", "Trang này không nhận phiếu"), ("413", "Phiếu quá dài"),
        ("414", "Địa chỉ quá dài"), ("429", "Gửi quá nhiều lần"), ("502", "Hệ thống đang gặp sự cố"),
    ]
}
