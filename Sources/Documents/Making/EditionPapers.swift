package import Domain

/// What is made for the public of an edition.
package struct EditionPapers: Sendable {
    package var edition: Edition
    package var site: Site
    /// The edition's own, as published.
    package var answers: [Answer]
    package var isNoticePublic: Bool
    package var isPlanPublic: Bool

    package init(edition: Edition, site: Site, answers: [Answer], isNoticePublic: Bool, isPlanPublic: Bool) {
        self.edition = edition
        self.site = site
        self.answers = answers
        self.isNoticePublic = isNoticePublic
        self.isPlanPublic = isPlanPublic
    }

    /// The documents in the order they are offered; nothing of what is not public yet.
    package func orders() throws -> [DocumentOrder] {
        let dialogue = edition.dialogue
        let id = dialogue.id
        var orders: [DocumentOrder] = []
        if isPlanPublic {
            let plan = Paper.plan(edition.plan, of: dialogue, site: site)
            orders.append(
                try DocumentOrder(.plan, name: "ke-hoach-doi-thoai-\(id)", formats: [.pdf, .docx], paper: plan))
        }
        let form = try Paper.form(edition.form, of: dialogue, site: site)
        orders.append(
            try DocumentOrder(.form, name: "phieu-dang-ky-doi-thoai-\(id)", formats: [.pdf, .docx], paper: form))
        if !edition.sample.isEmpty {
            let sample = try Paper.form(edition.form, of: dialogue, site: site, sample: edition.sample)
            orders.append(try DocumentOrder(.sample, name: "phieu-dang-ky-doi-thoai-\(id)-dien-mau", paper: sample))
        }
        if isNoticePublic {
            let poster = try Paper.poster(of: edition, site: site)
            orders.append(try DocumentOrder(.poster, name: "thong-bao-doi-thoai-\(id)-niem-yet", paper: poster))
            let calendar = try Paper.calendar(of: edition, site: site)
            orders.append(try DocumentOrder(.calendar, name: "lich-doi-thoai-\(id)", paper: calendar))
        }
        if !answers.isEmpty {
            let book = AnswerBook(series: dialogue.title, site: site, answers: answers)
            orders.append(try book.order(name: "hoi-dap-doi-thoai-\(id)"))
        }
        return orders
    }
}
