/// One edition of the yearly dialogue (đợt đối thoại).
package struct Dialogue: Hashable, Sendable, Codable {
    /// Such as `2021`; also its series.
    package var id: String
    package var title: String
    package var shortTitle: String
    package var year: Int
    package var mode: Mode
    package var schedule: Schedule
    package var place: String
    package var chair: String
    package var participants: String
    package var onlineFallback: String
    /// Such as measures against an epidemic; empty when there are none.
    package var attendanceConditions: String
    package var attendanceGroups: [String]
    package var recipients: [Recipient]
    /// The units that keep the file, such as `VT, VP`.
    package var archive: String
    package var signature: Signature
    package var tasks: [Duty]

    package init(
        id: String, title: String, shortTitle: String, year: Int, mode: Mode, schedule: Schedule, place: String,
        chair: String, participants: String, onlineFallback: String, attendanceConditions: String,
        attendanceGroups: [String], recipients: [Recipient], archive: String, signature: Signature, tasks: [Duty]
    ) {
        self.id = id
        self.title = title
        self.shortTitle = shortTitle
        self.year = year
        self.mode = mode
        self.schedule = schedule
        self.place = place
        self.chair = chair
        self.participants = participants
        self.onlineFallback = onlineFallback
        self.attendanceConditions = attendanceConditions
        self.attendanceGroups = attendanceGroups
        self.recipients = recipients
        self.archive = archive
        self.signature = signature
        self.tasks = tasks
    }

    /// Its title within a sentence: «đối thoại trực tiếp về thủ tục hành chính năm 2021».
    package var topic: String { title.lowercasedFirst }

    package var series: Series { Series(id: id) }
}

/// A body the plan is sent to.
package struct Recipient: Hashable, Sendable, Codable {
    package enum Medium: String, Hashable, Sendable, Codable, CaseIterable {
        case electronic
        case paper
    }

    package var name: String
    /// Such as `b/c`; empty when none is stated.
    package var purpose: String
    package var medium: Medium

    package init(name: String, purpose: String, medium: Medium) {
        self.name = name
        self.purpose = purpose
        self.medium = medium
    }
}

/// Who signs an official document.
package struct Signature: Hashable, Sendable, Codable {
    /// Such as `KT. GIÁM ĐỐC`; empty when the head signs.
    package var authority: String
    package var post: String
    package var name: String

    package init(authority: String, post: String, name: String) {
        self.authority = authority
        self.post = post
        self.name = name
    }
}

/// A duty of the plan with its owner.
package struct Duty: Hashable, Sendable, Codable {
    package var task: String
    /// A division's id.
    package var owner: String
    package var due: CivilDate?

    package init(task: String, owner: String, due: CivilDate?) {
        self.task = task
        self.owner = owner
        self.due = due
    }
}
