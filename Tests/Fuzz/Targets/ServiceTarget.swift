import Content
import Cryptography
import Domain
import Foundation
import Intake
import Theme

/// The form service without network and disk: the real form and templates, a clock that stands still, a store in memory.
enum ServiceTarget {
    /// The statuses that blame whoever sent it, or nobody; anything else is a fault of ours.
    private static let blameless: Set<Int> = [200, 400, 403, 409, 410, 422]

    /// A post of these bytes is answered with a page that blames nobody else and runs nothing a stranger wrote.
    @discardableResult
    static func post(_ bytes: [UInt8], to path: String) -> String {
        let answer = desk.respond(
            to: IntakeRequest(
                method: "POST", path: path, contentType: "application/x-www-form-urlencoded", host: "127.0.0.1",
                clientAddress: "203.0.113.7", body: .success(bytes)))
        precondition(blameless.contains(answer.status), "\(answer.status)")
        guard let text = String(validating: answer.body, as: UTF8.self) else {
            preconditionFailure("an answer that is no text")
        }
        precondition(text.components(separatedBy: "<script").count <= 2, "a script of a stranger")
        return text
    }

    /// Sends the check page of a valid form with other fields: nothing else than what was checked is ever stored.
    static func send(_ bytes: [UInt8]) {
        let text = post(bytes + Array("&ma-mot-lan=\(token)".utf8), to: action + "/gui")
        precondition(!text.contains("Sở đã nhận phiếu") || store.hasOnlyChecked, "stored unchecked")
    }

    /// Pairs of place and letter change a valid token: whatever is changed, it is one no more.
    static func token(_ bytes: [UInt8]) {
        var letters = Array(token.utf8)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let place = Int(bytes[index])
            if place < letters.count { letters[place] = bytes[index + 1] } else { letters.append(bytes[index + 1]) }
        }
        for text in [String(decoding: letters, as: UTF8.self), String(decoding: bytes, as: UTF8.self)] {
            let isToken: Bool
            do throws(CheckToken.Fault) {
                _ = try CheckToken(text, keys: keys.token)
                isToken = true
            } catch { isToken = false }
            precondition(isToken == (text == token), "a token nobody signed")
        }
    }

    private static let action = "/gui/dang-ky-2021"
    private static let store = OneRowStore()
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private static let keys: IntakeKeys = {
        func pair(_ purpose: UInt8) -> KeyPair {
            KeyPair(current: Key(generation: 1, bytes: SHA256Digest(of: [purpose]).bytes))
        }
        return IntakeKeys(token: pair(1), code: pair(2), sender: pair(3))
    }()

    private static let desk: IntakeDesk = {
        do {
            let snapshot = try snapshot()
            var settings = IntakeSettings()
            // What is tried is not how the limits answer.
            settings.posts = .init(burst: .max, perMinute: .max)
            settings.allPosts = settings.posts
            settings.minimumReadingSeconds = 0
            let moment = snapshot.release.dialogues[0].schedule.opens.addingTimeInterval(3_600)
            return IntakeDesk(
                snapshot: { snapshot }, store: store, keys: keys, clock: .stopped(at: moment), settings: settings,
                log: SilentLog())
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    /// The one of a check page, as it stands there.
    private static let token: String = {
        do {
            let body = try Data(contentsOf: root.appending(path: "Tests/Fuzz/seeds/post/person"))
            let page = post([UInt8](body), to: action)
            let rest = page.components(separatedBy: "name=\"ma-mot-lan\" value=\"").dropFirst().first ?? ""
            return rest.components(separatedBy: "\"")[0]
        } catch {
            preconditionFailure("\(error)")
        }
    }()

    private static func snapshot() throws -> Snapshot {
        let loaded = ContentLoader(root: root).load()
        guard let portal = loaded.portal, let edition = portal.editions.first else {
            preconditionFailure("\(loaded.diagnostics)")
        }
        let digest = SHA256Digest(of: try edition.form.canonicalBytes()).description
        let release = ServiceRelease(
            site: portal.site, isRehearsal: false, dialogues: [edition.dialogue],
            forms: [
                .init(id: edition.form.id, digest: digest, page: "/dang-ky/", dialogue: edition.dialogue.id)
            ], answers: [:])
        let chrome = Chrome(
            siteTitle: portal.site.title, baseURL: portal.site.baseURL, agency: portal.site.agency, nav: [], footer: [],
            assets: Chrome.Assets(
                stylesheet: "/a.css", script: "/a.mjs", icons: "/a.svg", emblem: "/b.svg", favicon: "/c", picture: "/d")
        )
        return Snapshot(
            release: release, chrome: chrome, theme: try Theme(directory: root.appending(path: "theme")),
            definitions: [digest: edition.form])
    }
}

/// Keeps the first registration of each token; remembers whether any was not the one that was checked.
private final class OneRowStore: RegistrationStore, @unchecked Sendable {
    // guarded by lock: kept, others
    private let lock = NSLock()
    private var kept: [[UInt8]: Submission] = [:]
    private var others = false

    var hasOnlyChecked: Bool { lock.withLock { !others } }

    func receipt(forToken token: [UInt8]) throws -> StoredReceipt? {
        lock.withLock { kept[token].map(receipt) }
    }

    func store(_ submission: Submission) throws -> StoredReceipt {
        lock.withLock {
            let first = kept[submission.token] ?? submission
            if first.answers != submission.answers { others = true }
            kept[submission.token] = first
            return receipt(first)
        }
    }

    func status(reference: Reference, codeHash: [UInt8]) throws -> RegistrationStatus? { nil }

    private func receipt(_ row: Submission) -> StoredReceipt {
        StoredReceipt(reference: row.reference, receivedAt: row.receivedAt, series: row.series, isLate: row.isLate)
    }
}

private struct SilentLog: IntakeLog {
    /// The only thing that may be said is what an operator has to see, and nothing of that kind may come of odd input.
    func write(_ entry: LogEntry) { precondition(entry.level == .notice, entry.event) }
}
