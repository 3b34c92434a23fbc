import Content
import Cryptography
import Domain
import Foundation
import Theme

@testable import Intake

/// The real edition of 2021 and the real templates, as a release would hold them, and people who are plainly invented.
enum Sample {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let portal: Portal = {
        let loaded = ContentLoader(root: root).load()
        guard let portal = loaded.portal else { preconditionFailure("content: \(loaded.diagnostics)") }
        return portal
    }()

    static var site: Site { portal.site }
    static var dialogue: Dialogue { portal.editions[0].dialogue }
    static var form: FormDefinition { portal.editions[0].form }
    static var feedback: FormDefinition { portal.feedback.form }

    static let theme: Theme = {
        do {
            return try Theme(directory: root.appending(path: "theme"))
        } catch {
            preconditionFailure("theme: \(error)")
        }
    }()

    static let chrome = Chrome(
        siteTitle: site.title, baseURL: site.baseURL, agency: site.agency, nav: [], footer: [],
        assets: Chrome.Assets(
            stylesheet: "/a.css", script: "/a.mjs", icons: "/a.svg", emblem: "/b.svg", favicon: "/c", picture: "/d"))

    static func digest(_ form: FormDefinition) -> String {
        do {
            return try SHA256Digest(of: form.canonicalBytes()).description
        } catch {
            preconditionFailure("a form is always JSON")
        }
    }

    static let snapshot = snapshot(form)

    /// A release whose registration form is `current`; earlier ones stand beside it.
    static func snapshot(
        _ current: FormDefinition, earlier: [FormDefinition] = [], theme: Theme = theme, answers: [String: String] = [:]
    ) -> Snapshot {
        Snapshot(
            release: ServiceRelease(
                site: site, isRehearsal: false, dialogues: [dialogue],
                forms: [
                    .init(
                        id: current.id, digest: digest(current), page: "/doi-thoai/2021/dang-ky/", dialogue: dialogue.id
                    ),
                    .init(id: feedback.id, digest: digest(feedback), page: "/phan-anh/", dialogue: nil),
                ], answers: answers), chrome: chrome, theme: theme,
            definitions: Dictionary(([current, feedback] + earlier).map { (digest($0), $0) }) { first, _ in first })
    }

    static let keys = keys(generation: 1)

    static func keys(generation: UInt8, previous: UInt8? = nil) -> IntakeKeys {
        func pair(_ purpose: UInt8) -> KeyPair {
            KeyPair(current: key(purpose, generation), previous: previous.map { key(purpose, $0) })
        }
        return IntakeKeys(token: pair(1), code: pair(2), sender: pair(3))
    }

    private static func key(_ purpose: UInt8, _ generation: UInt8) -> Key {
        Key(generation: generation, bytes: SHA256Digest(of: [purpose, generation]).bytes)
    }

    /// A cooperative with a question for each part.
    static let cooperative = [
        "khieu-nai": "khong", "loai": "hop-tac-xa", "ho-ten": "Hoàng Thị Minh Họa",
        "to-chuc": "Hợp tác xã Miến dong Thí Dụ", "chuc-vu": "Giám đốc", "dien-thoai": "0912 345 678",
        "thu": "minhhoa@example.vn", "dia-chi": "Thôn Bản Mẫu, xã Côn Minh,\r\nhuyện Na Rì", "linh-vuc": "shtt",
        "phan-1": "Hồ sơ đăng ký nhãn hiệu tập thể gồm những gì?", "phan-2": "Tờ khai mẫu khó hiểu.", "du": "co",
        FormControl.honeypot: "",
    ]

    /// The shortest form that can be sent.
    static let person = [
        "khieu-nai": "khong", "loai": "ca-nhan", "ho-ten": "Nguyễn Văn Ví Dụ", "dien-thoai": "0987654321",
        "dia-chi": "Thôn Nà Mẫu, xã Bằng Phúc", "linh-vuc": "chua-ro", "phan-1": "Cân ở chợ bao lâu kiểm định?",
        "du": "khong",
    ]
}
