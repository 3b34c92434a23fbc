import Domain
import Foundation
import Publishing

extension BuildCommand {
    /// What other programs read of a build.
    private struct Told: Encodable {
        var isReleased: Bool
        var tree: String?
        var added: [String]
        var changed: [String]
        var removed: [String]
        var otherFiles: Int
        /// Files of the release.
        var files: Int?
        /// Files that were made, whether or not they came out different.
        var made: Int
        /// Pages among them.
        var pagesMade: Int
        var boundary: Boundary?
        var diagnostics: [Diagnostic]
    }

    /// - Throws: A failure without words when nothing was released: the problems are in the JSON.
    func tellMachines(_ result: Publisher.Result) throws {
        let report = result.report
        try listing.printJSON(
            Told(
                isReleased: report != nil, tree: report?.tree?.rawValue, added: report?.added ?? [],
                changed: report?.changed ?? [], removed: report?.removed ?? [], otherFiles: report?.otherFiles ?? 0,
                files: result.files, made: result.made.count, pagesMade: result.pagesMade, boundary: result.boundary,
                diagnostics: result.diagnostics))
        if report == nil { throw CommandFailure(.problems, "") }
    }
}
