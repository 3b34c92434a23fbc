/// Where a link leads.
enum LinkKind: Hashable {
    case inside
    case outside
    /// A scheme that could run something, or no address at all.
    case refused

    init(_ destination: String, baseURL: String) {
        // Most links stay within the portal, and two bytes tell.
        if destination.utf8.first == UInt8(ascii: "#")
            || destination.utf8.first == UInt8(ascii: "/") && !destination.hasPrefix("//")
        {
            self = .inside
            return
        }
        let lower = destination.lowercased()
        if lower.hasPrefix("mailto:") || lower.hasPrefix("tel:") {
            self = .inside
        } else if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
            let base = baseURL.lowercased()
            self = lower == base || lower.hasPrefix(base + "/") ? .inside : .outside
        } else {
            self = .refused
        }
    }
}
