/// Everything `content/` says, loaded and typed.
package struct Portal: Hashable, Sendable {
    package var site: Site
    package var officers: [Officer]
    /// By id, oldest first.
    package var editions: [Edition]
    package var feedback: FeedbackForm
    /// By slug.
    package var pages: [Page]
    /// All series, by publication and then slug.
    package var answers: [Answer]
    /// In the order of the file.
    package var redirects: [Redirect]

    package init(
        site: Site, officers: [Officer], editions: [Edition], feedback: FeedbackForm, pages: [Page], answers: [Answer],
        redirects: [Redirect] = []
    ) {
        self.site = site
        self.officers = officers
        self.editions = editions
        self.feedback = feedback
        self.pages = pages
        self.answers = answers
        self.redirects = redirects
    }
}

/// An edition with its words.
package struct Edition: Hashable, Sendable, Codable {
    package var dialogue: Dialogue
    package var notice: Page
    package var plan: Plan
    package var form: FormDefinition
    /// What the form is for, in one sentence for search engines; empty for none.
    package var formDescription: String
    /// The guidance beside the form.
    package var guidance: Prose
    /// Invented answers by field, for a form on paper that shows how to fill it in; empty for none.
    package var sample: [String: String]
    package var results: ResultsReport?

    package init(
        dialogue: Dialogue, notice: Page, plan: Plan, form: FormDefinition, formDescription: String = "",
        guidance: Prose, sample: [String: String] = [:], results: ResultsReport?
    ) {
        self.dialogue = dialogue
        self.notice = notice
        self.plan = plan
        self.form = form
        self.formDescription = formDescription
        self.guidance = guidance
        self.sample = sample
        self.results = results
    }
}

/// The always-open form beside the yearly one (phản ánh, kiến nghị).
package struct FeedbackForm: Hashable, Sendable, Codable {
    package var form: FormDefinition
    /// What the form is for, in one sentence for search engines; empty for none.
    package var description: String
    package var guidance: Prose

    package init(form: FormDefinition, description: String = "", guidance: Prose) {
        self.form = form
        self.description = description
        self.guidance = guidance
    }
}

/// Someone who may act on the register: an operating-system account with duties.
package struct Officer: Hashable, Sendable, Codable {
    package enum Duty: String, Hashable, Sendable, Codable, CaseIterable {
        case clerk
        case division
        case approver
    }

    package var account: String
    package var name: String
    /// A division's id.
    package var division: String
    package var duties: [Duty]

    package init(account: String, name: String, division: String, duties: [Duty]) {
        self.account = account
        self.name = name
        self.division = division
        self.duties = duties
    }
}
