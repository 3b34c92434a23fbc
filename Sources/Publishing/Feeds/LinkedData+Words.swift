import Domain

/// Where a page stands, and what a question was answered.
extension LinkedData {
    /// Source: schema.org BreadcrumbList; the last item needs no address.
    static func breadcrumbs(_ crumbs: [(label: String, path: String?)], baseURL: String) -> Value {
        .record([
            ("@type", .text("BreadcrumbList")),
            (
                "itemListElement",
                .list(
                    crumbs.enumerated().map { index, crumb in
                        var pairs: [(String, Value)] = [
                            ("@type", .text("ListItem")), ("position", .number(index + 1)),
                            ("name", .text(crumb.label)),
                        ]
                        if let path = crumb.path { pairs.append(("item", .text(baseURL + path))) }
                        return .record(pairs)
                    })
            ),
        ])
    }

    /// A question with its answer. The answer's text is its sentence of summary, which answers by itself: all the words
    /// stand on the page already, and twice the weight of every page would serve nobody.
    ///
    /// Source: schema.org QAPage; Google Search Central, "Q&A (QAPage)" (name, answerCount, acceptedAnswer.text).
    static func question(_ answer: Answer, _ question: String, site: Site) -> Value {
        .record([
            ("@type", .text("QAPage")), ("url", .text(site.baseURL + answer.path)),
            (
                "mainEntity",
                .record([
                    ("@type", .text("Question")), ("name", .text(answer.title)), ("text", .text(question)),
                    ("answerCount", .number(1)), ("dateCreated", .text(VietnameseDate.machine(answer.asked))),
                    ("datePublished", .text(VietnameseDate.machine(answer.published))),
                    (
                        "acceptedAnswer",
                        .record([
                            ("@type", .text("Answer")), ("text", .text(answer.summary)),
                            ("dateCreated", .text(VietnameseDate.machine(answer.answered))),
                            ("datePublished", .text(VietnameseDate.machine(answer.published))),
                            ("url", .text(site.baseURL + answer.path)), ("author", organizer(site)),
                        ])
                    ),
                ])
            ),
        ])
    }
}
