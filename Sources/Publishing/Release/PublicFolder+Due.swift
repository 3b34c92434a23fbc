import Domain
package import Foundation

extension PublicFolder {
    /// Where a release says when the next one has to follow: RFC 3339, or nothing when no date is ahead.
    static let boundaryPath = "service/next-boundary.txt"

    /// Whether the live release has to be followed by another: its boundary is reached, or there is none to ask.
    package func isDue(at instant: Date) throws -> Bool {
        guard let live = try live(), let bytes = try Disk.read(path(of: live) + "/" + Self.boundaryPath) else {
            return true
        }
        let text = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined()
        guard !text.isEmpty else { return false }
        // What cannot be read was not written by this program: a build writes it anew.
        return DateText(text).map { $0.instant <= instant } ?? true
    }
}
