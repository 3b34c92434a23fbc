/// An address that was given up for another one.
package struct Redirect: Hashable, Sendable, Codable {
    /// The former site path.
    package var from: String
    /// The site path of the page that took its place, perhaps with `#` and an anchor.
    package var to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// The page alone.
    package var target: String { String(to.prefix { $0 != "#" }) }
}
