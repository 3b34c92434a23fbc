package import Domain
package import Foundation

/// What stands around every page, static or of the form service: the layout's values that are the same everywhere.
///
/// Publishing makes it once a build and writes it as JSON; the service reads it, so both show the same frame.
package struct Chrome: Codable, Sendable, Hashable {
    /// The name of the portal.
    package var siteTitle: String
    /// Scheme and host, no trailing slash.
    package var baseURL: String
    package var agency: Agency
    /// The main items, in order.
    package var nav: [Link]
    /// Groups of links in the foot, beside the address.
    package var footer: [FooterGroup]
    package var assets: Assets
    /// The banner of a rehearsal; nothing on the real portal.
    package var banner: Banner?
    /// Atom feeds that every page points to.
    package var feeds: [Link]
    package var places: Places
    /// The script that keeps an editor's preview fresh; nothing on any other site.
    package var previewScript: String?

    package init(
        siteTitle: String, baseURL: String, agency: Agency, nav: [Link], footer: [FooterGroup], assets: Assets,
        banner: Banner? = nil, feeds: [Link] = [], places: Places = Places(),
        previewScript: String? = nil
    ) {
        self.siteTitle = siteTitle
        self.baseURL = baseURL
        self.agency = agency
        self.nav = nav
        self.footer = footer
        self.assets = assets
        self.banner = banner
        self.feeds = feeds
        self.places = places
        self.previewScript = previewScript
    }

    /// A link with its words.
    package struct Link: Codable, Sendable, Hashable {
        package var label: String
        package var href: String

        package init(_ label: String, _ href: String) {
            self.label = label
            self.href = href
        }
    }

    package struct FooterGroup: Codable, Sendable, Hashable {
        package var heading: String
        package var links: [Link]

        package init(_ heading: String, _ links: [Link]) {
            self.heading = heading
            self.links = links
        }
    }

    /// Site paths of the files every page needs, with their fingerprints.
    package struct Assets: Codable, Sendable, Hashable {
        package var stylesheet: String
        package var script: String
        /// The sprite: a picture is `icons#name`.
        package var icons: String
        package var emblem: String
        package var favicon: String
        /// What other sites show beside a link to a page.
        package var picture: String

        package init(
            stylesheet: String, script: String, icons: String, emblem: String, favicon: String, picture: String
        ) {
            self.stylesheet = stylesheet
            self.script = script
            self.icons = icons
            self.emblem = emblem
            self.favicon = favicon
            self.picture = picture
        }
    }

    package struct Banner: Codable, Sendable, Hashable {
        package var heading: String
        package var text: String

        package init(heading: String, text: String) {
            self.heading = heading
            self.text = text
        }

        /// The banner of a rehearsal that pretends to have begun at `start`.
        package static func rehearsal(from start: Date) -> Banner {
            Banner(
                heading: "Bản chạy thử.",
                text: "Đồng hồ bắt đầu từ \(VietnameseDate.words(start)). Phiếu gửi ở đây không có giá trị.")
        }
    }

    /// Site paths that pages point to from their own words.
    package struct Places: Codable, Sendable, Hashable {
        package var lookup: String
        package var feedback: String
        package var questions: String
        package var register: String
        package var privacy: String
        package var contact: String

        package init(
            lookup: String = "/tra-cuu/", feedback: String = "/phan-anh/", questions: String = "/tim-kiem/",
            register: String = "/so-tiep-nhan/", privacy: String = "/du-lieu-ca-nhan/", contact: String = "/lien-he/"
        ) {
            self.lookup = lookup
            self.feedback = feedback
            self.questions = questions
            self.register = register
            self.privacy = privacy
            self.contact = contact
        }
    }

    /// JSON with sorted keys: equal bytes for equal frames.
    package func canonicalBytes() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return try encoder.encode(self)
    }

    /// Reads what ``canonicalBytes()`` wrote.
    package init(canonicalBytes data: Data) throws {
        self = try JSONDecoder().decode(Chrome.self, from: data)
    }
}
