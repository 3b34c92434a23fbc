/// Where a link leads.
enum LinkKind: Hashable {
    case inside
    case outside
    /// A scheme that could run something, or no address at all.
    case refused

    init(_ destination: String, baseURL: String) {
        let lower = destination.lowercased()
        if destination.hasPrefix("#") || (destination.hasPrefix("/") && !destination.hasPrefix("//")) {
            self = .inside
        } else if lower.hasPrefix("mailto:") || lower.hasPrefix("tel:") {
            self = .inside
        } else if lower.hasPrefix("https://") || lower.hasPrefix("http://") {
            let base = baseURL.lowercased()
            self = lower == base || lower.hasPrefix(base + "/") ? .inside : .outside
        } else {
            self = .refused
        }
    }
}
