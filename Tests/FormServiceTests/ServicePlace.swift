import Content
import Cryptography
import Domain
import FastCGIClient
import Foundation
import Register
import Theme

/// A rehearsal folder with a release of the real edition, made by hand: what the service reads and nothing else.
enum ServicePlace {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The shortest form that can be sent, of a person who is plainly invented.
    static let person = [
        "khieu-nai": "khong", "loai": "ca-nhan", "ho-ten": "Nguyễn Văn Ví Dụ", "dien-thoai": "0987654321",
        "dia-chi": "Thôn Nà Mẫu, xã Bằng Phúc", "linh-vuc": "chua-ro", "phan-1": "Cân ở chợ bao lâu kiểm định?",
        "du": "khong",
    ]

    struct NoContent: Error {
        let diagnostics: [Diagnostic]
    }

    static func make(at state: StateFolder) throws {
        let start = CivilDate(year: 2021, month: 11, day: 10)?.at(hour: 9, minute: 0) ?? Date()
        _ = try state.rehearse(from: start, restart: false)
        let loaded = ContentLoader(root: root).load()
        guard let portal = loaded.portal else { throw NoContent(diagnostics: loaded.diagnostics) }
        let service = state.url.appending(path: "public/a/service")
        try FileManager.default.createDirectory(
            at: service.appending(path: "forms"), withIntermediateDirectories: true)
        let form = try portal.editions[0].form.canonicalBytes()
        let digest = SHA256Digest(of: form).description
        try form.write(to: service.appending(path: "forms/\(digest).json"))
        try release(portal, digest).canonicalBytes().write(to: service.appending(path: "release.json"))
        try chrome(portal.site).canonicalBytes().write(to: service.appending(path: "chrome.json"))
        try FileManager.default.copyItem(
            at: root.appending(path: "theme"), to: service.appending(path: "templates"))
        try Data("{}".utf8).write(to: state.url.appending(path: "public/a/manifest"))
        try FileManager.default.createSymbolicLink(
            atPath: state.url.appending(path: "public/current").path, withDestinationPath: "a")
    }

    private static func release(_ portal: Portal, _ digest: String) -> ServiceRelease {
        let edition = portal.editions[0]
        return ServiceRelease(
            site: portal.site, isRehearsal: true, dialogues: [edition.dialogue],
            forms: [
                .init(
                    id: edition.form.id, digest: digest, page: "/doi-thoai/2021/dang-ky/", dialogue: edition.dialogue.id
                )
            ], answers: [:])
    }

    private static func chrome(_ site: Site) -> Chrome {
        Chrome(
            siteTitle: site.title, baseURL: site.baseURL, agency: site.agency, nav: [], footer: [],
            assets: Chrome.Assets(
                stylesheet: "/a", script: "/b", icons: "/c", emblem: "/d", favicon: "/e", picture: "/f"))
    }
}

extension FastCGIClient.Answer {
    /// Name → value of the hidden inputs.
    var hiddenInputs: [String: String] {
        let parts = text.components(separatedBy: "<input type=\"hidden\" name=\"").dropFirst()
        return Dictionary(
            parts.map { part in
                let pieces = part.components(separatedBy: "\"")
                return (pieces[0], pieces[2].replacing("&quot;", with: "\"").replacing("&amp;", with: "&"))
            }
        ) { first, _ in first }
    }
}

extension String {
    /// The rest of the line that begins with these words.
    func value(after words: String) -> String? {
        components(separatedBy: words).dropFirst().first?.components(separatedBy: "\r\n").first
    }
}
