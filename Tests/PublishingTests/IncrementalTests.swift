import Foundation
import Publishing
import Testing

@Suite("Incremental builds") struct IncrementalTests {
    private static let isLong = ProcessInfo.processInfo.environment["SOAK"] != nil
    private static let seeds: [UInt64] = isLong ? Array(1...6) : [1]
    private static let steps = isLong ? 50 : 40

    /// Content that an edit broke stays broken until it is put right; then nothing is released, and nothing changes.
    private func build(_ site: EditedSite, jobs: Int) throws -> Publisher.Result? {
        guard let publication = try site.publication() else { return nil }
        let result = try site.publisher(jobs: jobs).publish(publication, into: site.folder)
        return result.report == nil ? nil : result
    }

    @Test(arguments: seeds)
    func `an incremental build equals a clean one byte for byte, and makes no more than it must`(seed: UInt64) throws {
        let site = try EditedSite(seed: seed)
        _ = try #require(try build(site, jobs: 2))
        for step in 1...Self.steps {
            let edit = try #require(Edit.allCases.randomElement(using: &site.chance))
            let saved = try snapshot(site)
            let before = try site.live()
            try edit.make(in: site)
            let comment: Comment = "seed \(seed), step \(step): \(edit)"
            guard let result = try build(site, jobs: 1 + step % 3) else {
                #expect(try site.live() == before, comment)
                try restore(saved, in: site)
                continue
            }
            try expectClean(site, jobs: 1 + (step + 1) % 3, comment)
            if let most = edit.mostPages { #expect(result.pagesMade <= most, "\(comment): \(result.made)") }
            let again = try #require(try build(site, jobs: 1))
            #expect(again.made == [] && again.report?.isUnchanged == true, comment)
        }
    }

    private func expectClean(_ site: EditedSite, jobs: Int, _ comment: Comment) throws {
        let publication = try #require(try site.publication())
        let clean = try site.publisher(jobs: jobs).files(publication).files
        let live = try site.live()
        #expect(Set(live.keys) == Set(clean.map(\.path)), comment)
        for file in clean { #expect(live[file.path] == file.bytes, "\(comment): \(file.path)") }
    }

    // MARK: Undoing

    private typealias Saved = (files: [String: Data], now: Date)

    private func snapshot(_ site: EditedSite) throws -> Saved {
        let paths = try site.files("", in: "content") + site.files("", in: "theme")
        let files = try paths.compactMap { path -> (String, Data)? in
            let place = site.root.appending(path: path)
            guard try place.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { return nil }
            return (path, try Data(contentsOf: place))
        }
        return (Dictionary(uniqueKeysWithValues: files), site.now)
    }

    private func restore(_ saved: Saved, in site: EditedSite) throws {
        for path in try site.answers() where saved.files[path] == nil { try site.remove(path) }
        for (path, bytes) in saved.files { try bytes.write(to: site.root.appending(path: path)) }
        site.now = saved.now
    }
}
