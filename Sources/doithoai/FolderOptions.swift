import ArgumentParser
import Content
import Domain
import Foundation
import Publishing
import Register

/// Where the checkout and the state are: options of every command.
struct FolderOptions: ParsableArguments {
    @Option(name: .customLong("root"), help: "Thư mục gốc, nơi có content/ và theme/. Mặc định: thư mục đang đứng.")
    var rootPath = "."

    @Option(name: .customLong("state"), help: "Thư mục trạng thái: sổ, khóa, nháp. Mặc định: var ở thư mục gốc.")
    var statePath: String?

    /// The checkout.
    var root: URL { URL(filePath: rootPath, directoryHint: .isDirectory).standardizedFileURL }

    /// Templates, styles and pictures. Where the package was installed it is a link, and Foundation walks no folder
    /// through one.
    var themeDirectory: URL {
        root.appending(path: "theme", directoryHint: .isDirectory).resolvingSymlinksInPath()
    }

    /// The state folder; it need not exist yet.
    var state: StateFolder {
        StateFolder(
            url: statePath.map { URL(filePath: $0, directoryHint: .isDirectory) }
                ?? root.appending(path: "var", directoryHint: .isDirectory))
    }

    /// The folder of the two release trees.
    var publicFolder: URL {
        get throws { try state.publicFolder(root: root) }
    }

    /// Reads `content/`; in a rehearsal together with the answers approved there. Writes nothing.
    var contentLoader: ContentLoader {
        get throws { try contentLoader(lints: false) }
    }

    /// - Parameter lints: Whether papers are looked through for slips.
    func contentLoader(lints: Bool) throws -> ContentLoader {
        let cache = ContentCache(folder: state.cache, program: ProgramDigest.own, mayWrite: false)
        return try contentLoader(cache: cache, lints: lints)
    }

    /// - Parameters:
    ///   - cache: What is known of files, and whether more may be kept for the next run.
    ///   - drafts: A folder whose `content/` lies over all of it; nothing for none.
    ///   - jobs: How many files are read at a time; nothing for as many as there are processors.
    ///   - lints: Whether papers are looked through for slips.
    func contentLoader(
        cache: ContentCache, drafts: URL? = nil, jobs: Int? = nil, lints: Bool
    ) throws -> ContentLoader {
        let approved = try state.rehearsal == nil ? [] : [state.url]
        return ContentLoader(
            root: root, overlays: approved + (drafts.map { [$0] } ?? []), cache: cache, jobs: jobs,
            lints: lints)
    }

    /// The part of what was loaded that this state folder may show: inventions only in a rehearsal.
    func shown(_ portal: Portal) throws -> Portal {
        try state.rehearsal == nil ? portal.withoutIllustrations : portal
    }

    /// The clock every program given this state folder reads.
    var clock: Clock {
        get throws { try state.clock }
    }
}

/// How a listing is printed: options of commands that list.
struct ListingOptions: ParsableArguments {
    @Flag(name: .customLong("json"), help: "In ra JSON để chương trình khác đọc.")
    var json = false

    /// Prints `value` as JSON with sorted keys; times as RFC 3339.
    func printJSON(_ value: some Encodable) throws {
        print(String(decoding: try Self.json(value), as: UTF8.self))
    }

    /// `value` as JSON with sorted keys; times as RFC 3339.
    static func json(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .custom { date, encoder in
            var container = encoder.singleValueContainer()
            try container.encode(VietnameseDate.machine(date))
        }
        return try encoder.encode(value)
    }
}
