import Domain
import Foundation
import Theme

extension PageMaker {
    /// The frame of every page of this release, for the site and for the form service.
    func chrome(assets: Chrome.Assets) -> Chrome {
        Chrome(
            siteTitle: site.title, baseURL: site.baseURL, agency: site.agency, nav: nav, footer: footer,
            assets: assets, banner: banner,
            feeds: [Chrome.Link("Mọi cập nhật của \(site.title)", SiteFeeds.mainPath)],
            previewScript: view.purpose == .preview ? Preview.script : nil)
    }

    private var banner: Chrome.Banner? {
        switch view.purpose {
        case .portal: nil
        case .rehearsal(let anchor): .rehearsal(from: anchor.rehearsedStart)
        case .preview: Preview.banner
        }
    }

    private var nav: [Chrome.Link] {
        var nav = [PageMaker.notices]
        if let edition = view.currentEdition { nav.append(Chrome.Link("Đăng ký", edition.formPath)) }
        nav += [PageMaker.subjects, Chrome.Link("Phản ánh", PageMaker.feedback.href)]
        if let edition = view.currentEdition, edition.results != nil {
            nav.append(Chrome.Link("Kết quả", edition.resultsPath))
        } else {
            nav.append(PageMaker.register)
        }
        return nav + [PageMaker.lookup, PageMaker.questions]
    }

    private var footer: [Chrome.FooterGroup] {
        var follow: [Chrome.Link] = []
        if let edition = view.currentEdition {
            follow.append(link(edition))
            if edition.plan != nil {
                follow.append(Chrome.Link("Kế hoạch năm \(edition.dialogue.year)", edition.planPath))
            }
            if edition.results != nil { follow.append(Chrome.Link("Kết quả và số liệu", edition.resultsPath)) }
        }
        follow += [Chrome.Link("Sổ tiếp nhận công khai", PageMaker.register.href), PageMaker.feedback]
        // Foreign pages last: readers of Vietnamese look for the others.
        let pages = view.pages.filter { $0.language == "vi" } + view.pages.filter { $0.language != "vi" }
        let standing = pages.map { page in
            Chrome.Link(page.language == "en" ? "English" : page.title, "/\(page.slug)/")
        }
        return [
            Chrome.FooterGroup("Theo dõi", follow),
            Chrome.FooterGroup("Về cổng này", standing + [Chrome.Link("Tin cập nhật (Atom)", SiteFeeds.mainPath)]),
        ]
    }
}
