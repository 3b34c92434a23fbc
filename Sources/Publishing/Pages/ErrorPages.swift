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
            + [("413", "Phiếu quá dài"), ("429", "Gửi quá nhiều lần"), ("502", "Hệ thống đang gặp sự cố")].map {
                code, title in
                SitePage(path: "/loi/\(code)/", template: "pages/loi/\(code)", title: title, values: [:])
            }
    }
}
