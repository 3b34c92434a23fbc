extension Portal {
    /// What a portal that is no rehearsal shows: nothing invented.
    ///
    /// A report of results that is a sample leaves with its date, so that an edition never claims results it has not.
    package var withoutIllustrations: Portal {
        var portal = self
        portal.answers.removeAll(where: \.isIllustration)
        portal.pages.removeAll(where: \.isIllustration)
        portal.editions = editions.map(\.withoutIllustrations)
        return portal
    }
}

extension Edition {
    fileprivate var withoutIllustrations: Edition {
        guard results?.page.isIllustration == true else { return self }
        var edition = self
        edition.results = nil
        edition.dialogue.schedule = dialogue.schedule.withoutResults
        return edition
    }
}

extension Schedule {
    fileprivate var withoutResults: Schedule {
        Schedule(
            announced: announced, opens: opens, closes: closes, invitations: invitations, conference: conference,
            answersDue: answersDue, results: nil)
    }
}
