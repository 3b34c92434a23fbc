import ArgumentParser
import Domain
import Foundation

/// A moment given on the command line: `2021-11-20T17:30`, `20/11/2021 17:30`, or a day alone for its beginning.
struct MomentArgument: ExpressibleByArgument {
    let instant: Date
    let hasTime: Bool

    init?(argument: String) {
        guard let text = DateText(argument) else { return nil }
        instant = text.instant
        hasTime = text.hasTime
    }
}
