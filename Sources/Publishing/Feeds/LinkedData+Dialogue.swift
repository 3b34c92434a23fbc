import Domain

/// The conference, and the services beside it.
extension LinkedData {
    /// The conference of an edition.
    ///
    /// Source: schema.org Event; Google Search Central, "Event" (name, startDate, location with its address).
    static func event(_ edition: PublicEdition, site: Site) -> Value {
        let dialogue = edition.dialogue
        let page = site.baseURL + edition.readingPath
        return .record([
            ("@type", .text("Event")), ("name", .text(dialogue.title)),
            ("description", .text(edition.notice?.description ?? dialogue.participants)),
            ("startDate", .text(VietnameseDate.machine(edition.schedule.conference))),
            ("eventStatus", .text("https://schema.org/EventScheduled")),
            ("eventAttendanceMode", .text("https://schema.org/\(attendance(dialogue.mode))")), ("url", .text(page)),
            ("location", location(dialogue, page: page, site: site)), ("organizer", organizer(site)),
            ("isAccessibleForFree", .flag(true)), ("inLanguage", .text("vi")),
        ])
    }

    /// A service that people use on a page.
    ///
    /// - Parameter action: The site path of its form while the form is open.
    /// - Source: schema.org GovernmentService, ServiceChannel.
    static func service(_ name: String, _ description: String, path: String, action: String?, site: Site) -> Value {
        var channel: [(String, Value)] = [
            ("@type", .text("ServiceChannel")), ("availableLanguage", .text("vi")),
            (
                "serviceLocation",
                .record([("@type", .text("Place")), ("name", .text(site.agency.name)), ("address", address(site))])
            ),
        ]
        if let action { channel.append(("serviceUrl", .text(site.baseURL + action))) }
        return .record([
            ("@type", .text("GovernmentService")), ("name", .text(name)), ("description", .text(description)),
            ("url", .text(site.baseURL + path)), ("provider", organizer(site)),
            ("areaServed", .text(site.agency.place)), ("availableChannel", .record(channel)),
        ])
    }

    private static func location(_ dialogue: Dialogue, page: String, site: Site) -> Value {
        let place = Value.record([
            ("@type", .text("Place")), ("name", .text(dialogue.place)), ("address", address(site)),
        ])
        // Nobody knows the meeting's own address before the invitation; the page says how to get one.
        let online = Value.record([("@type", .text("VirtualLocation")), ("url", .text(page))])
        switch dialogue.mode {
        case .inPerson: return place
        case .online: return online
        case .mixed: return .list([place, online])
        }
    }

    private static func address(_ site: Site) -> Value {
        .record([
            ("@type", .text("PostalAddress")), ("streetAddress", .text(site.agency.address)),
            ("addressCountry", .text("VN")),
        ])
    }

    static func organizer(_ site: Site) -> Value {
        .record([
            ("@type", .text("GovernmentOrganization")), ("name", .text(site.agency.fullName)),
            ("url", .text(site.baseURL + "/")),
        ])
    }

    private static func attendance(_ mode: Mode) -> String {
        switch mode {
        case .inPerson: "OfflineEventAttendanceMode"
        case .online: "OnlineEventAttendanceMode"
        case .mixed: "MixedEventAttendanceMode"
        }
    }
}
