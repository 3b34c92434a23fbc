package import Foundation

/// The folder that holds all a running portal keeps: register, keys, drafts, caches, logs.
///
/// Mode 0700: generator, service and office run as one system user, its owner.
package struct StateFolder: Sendable {
    package let url: URL

    package init(url: URL) { self.url = url.standardizedFileURL }

    /// The register's database.
    package var register: URL { file("register.sqlite") }
    /// Secret keys, current and previous.
    package var keys: URL { folder("keys") }
    /// Answers being written: outside git, since they may still hold what must not be published.
    package var drafts: URL { folder("drafts") }
    /// Papers of the office, made for printing and sending: personal data.
    package var letters: URL { folder("letters") }
    /// What can be computed again.
    package var cache: URL { folder("cache") }
    /// Sockets and process ids.
    package var run: URL { folder("run") }
    package var logs: URL { folder("logs") }
    /// While this file is there, the form service takes nothing and says why.
    package var maintenance: URL { file("bao-tri") }
    /// Ids of erased records, one a line: replayed after a restore.
    package var erasures: URL { file("erasures") }
    /// The mark and anchor of a rehearsal.
    package var rehearsalFile: URL { file("rehearsal.json") }

    /// Where the releases of this state stand: the tracked `public/` of the checkout, or a rehearsal's own.
    ///
    /// - Parameter root: The checkout.
    package func publicFolder(root: URL) throws -> URL {
        try rehearsal == nil ? root.appending(path: "public", directoryHint: .isDirectory) : folder("public")
    }

    /// Makes the folder and what stands in it, each with mode 0700; what is there stays.
    package func make() throws {
        for folder in [url, keys, drafts, cache, run, logs] {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: url.path)
    }

    private func file(_ name: String) -> URL { url.appending(path: name, directoryHint: .notDirectory) }
    private func folder(_ name: String) -> URL { url.appending(path: name, directoryHint: .isDirectory) }
}
