import Domain
import Foundation
import Testing
import Theme

@testable import Intake

@Suite("Reading the live release") struct SnapshotSourceTests {
    @Test func `a release is read once and again when another goes live`() throws {
        let place = try ReleasePlace()
        try place.write(tree: "a", title: "Một")
        try place.link(to: "a")
        let source = SnapshotSource(publicFolder: place.folder, log: place.log)
        #expect(try source.current().chrome.siteTitle == "Một")
        _ = try source.current()
        #expect(place.log.entries.filter { $0.event == "release-read" }.count == 1)
        try place.write(tree: "b", title: "Hai")
        #expect(try source.current().chrome.siteTitle == "Một")
        try place.link(to: "b")
        #expect(try source.current().chrome.siteTitle == "Hai")
        // Two builds later the link points to the same name, but another manifest stands there.
        try place.write(tree: "b", title: "Ba")
        #expect(try source.current().chrome.siteTitle == "Ba")
    }

    @Test func `without a release there is an error, not an empty portal`() throws {
        let place = try ReleasePlace()
        let source = SnapshotSource(publicFolder: place.folder, log: place.log)
        #expect(throws: ReleaseFault.noRelease) { try source.current() }
    }

    @Test func `a release that cannot be read leaves the one before in service and says so once`() throws {
        let place = try ReleasePlace()
        try place.write(tree: "a", title: "Một")
        try place.link(to: "a")
        let source = SnapshotSource(publicFolder: place.folder, log: place.log)
        _ = try source.current()
        try place.write(tree: "b", title: "Hai")
        try Data("{".utf8).write(to: place.folder.appending(path: "b/service/release.json"))
        try place.link(to: "b")
        for _ in 0..<3 { #expect(try source.current().chrome.siteTitle == "Một") }
        #expect(place.log.entries.filter { $0.event == "release-unreadable" }.count == 1)
    }

    @Test func `a release that vanishes leaves what was read in service and says so, each time once`() throws {
        let place = try ReleasePlace()
        try place.write(tree: "a", title: "Một")
        try place.link(to: "a")
        let source = SnapshotSource(publicFolder: place.folder, log: place.log)
        _ = try source.current()
        let link = place.folder.appending(path: "current")
        for times in 1...2 {
            try FileManager.default.removeItem(at: link)
            for _ in 0..<3 { #expect(try source.current().chrome.siteTitle == "Một") }
            #expect(place.log.entries.filter { $0.event == "release-unreadable" }.count == times)
            try place.link(to: "a")
            _ = try source.current()
        }
    }

    @Test func `a definition under a name not its own is refused`() throws {
        let place = try ReleasePlace()
        try place.write(tree: "a", title: "Một")
        let forms = place.folder.appending(path: "a/service/forms")
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: forms.path).first)
        try FileManager.default.moveItem(at: forms.appending(path: name), to: forms.appending(path: "00.json"))
        try place.link(to: "a")
        let source = SnapshotSource(publicFolder: place.folder, log: place.log)
        #expect(throws: ReleaseFault.wrongDigest("00.json")) { try source.current() }
    }
}

/// A public folder that tests write releases into.
final class ReleasePlace {
    let folder: URL
    let log = KeptLog()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "release-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        do { try FileManager.default.removeItem(at: folder) } catch { print("left behind: \(folder.path)") }
    }

    func write(tree: String, title: String) throws {
        let root = folder.appending(path: tree)
        let service = root.appending(path: "service")
        try FileManager.default.createDirectory(
            at: service.appending(path: "forms"), withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: service.appending(path: "templates"), withIntermediateDirectories: true)
        var chrome = Sample.chrome
        chrome.siteTitle = title
        try chrome.canonicalBytes().write(to: service.appending(path: "chrome.json"))
        try Sample.snapshot.release.canonicalBytes().write(to: service.appending(path: "release.json"))
        try Sample.form.canonicalBytes().write(
            to: service.appending(path: "forms/\(Sample.digest(Sample.form)).json"))
        try Data("{{#links}}{{/links}}".utf8).write(to: service.appending(path: "templates/a.mustache"))
        // As a build does it: a new file, moved over the old one.
        try Data("{}".utf8).write(to: root.appending(path: "manifest"), options: .atomic)
    }

    func link(to tree: String) throws {
        let temporary = folder.appending(path: "new").path
        try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: tree)
        rename(temporary, folder.appending(path: "current").path)
    }
}
