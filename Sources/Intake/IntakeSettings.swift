/// The numbers an operator may change. Defaults are those of the shipped configuration.
package struct IntakeSettings: Hashable, Sendable {
    /// How long a check page may be sent.
    package var tokenSeconds = 2 * 3_600
    /// How long a check page issued before closing may be sent after it.
    package var graceSeconds = 30 * 60
    /// Sent sooner than this after the check page was issued, a form waits in quarantine.
    package var minimumReadingSeconds = 3
    /// Links in one form; with more it waits in quarantine.
    package var maximumLinks = 3
    /// Of a hundred places where three words stand together, how many may have been there before; with more the form
    /// waits in quarantine.
    package var maximumRepetition = 75
    /// Days until the digest of a sender's address is forgotten.
    package var senderDays = 7
    /// Fields of one post.
    package var maximumFields = 100
    /// Forms checked and sent, by network (/24 or /48).
    package var posts = Rate(burst: 300, perMinute: 240)
    /// Forms checked and sent, by everybody together.
    package var allPosts = Rate(burst: 3_000, perMinute: 6_000)
    /// Look-ups that failed, by network.
    package var lookups = Rate(burst: 40, perMinute: 6)
    /// Look-ups that failed, by everybody together.
    package var allLookups = Rate(burst: 2_000, perMinute: 1_200)

    package init() {}

    /// So many at once, and so many a minute in the long run.
    package struct Rate: Hashable, Sendable {
        package var burst: Int
        package var perMinute: Int

        package init(burst: Int, perMinute: Int) {
            self.burst = burst
            self.perMinute = perMinute
        }
    }
}
