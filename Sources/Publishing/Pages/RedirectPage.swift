import Domain
import Theme

extension PageMaker {
    /// What stands at addresses that were given up: a page that sends readers on, with a link for those whose browser
    /// does not. It works on any server, and unlike a rule of the server's it is released and taken back with the site.
    ///
    /// A redirect to a page that is not public (yet) is left out: the address then answers 404, as the page does.
    ///
    /// - Parameter pages: All other pages.
    func redirects(_ pages: [PageProduct]) -> [SitePage] {
        guard !view.redirects.isEmpty else { return [] }
        let paths = Set(pages.map(\.path))
        return view.redirects.filter { paths.contains($0.target) && !paths.contains($0.from) }.map { redirect in
            SitePage(
                path: redirect.from, template: "pages/chuyen-huong", title: "Trang này đã đổi địa chỉ",
                description: "Trang ở địa chỉ này đã chuyển sang địa chỉ mới.", movedTo: redirect.to,
                isUnlisted: true, crumbs: [PageMaker.home], source: "content/chuyen-huong.yaml",
                values: ["target": .text(redirect.to), "words": .text(site.baseURL + redirect.to)])
        }
    }
}
