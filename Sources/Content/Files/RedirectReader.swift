import Domain
import Yams

/// Reads `content/chuyen-huong.yaml`: former addresses, and where their pages are now.
///
/// They stand in a file of their own, not in the pages: an answer is approved byte for byte, so a line more in its
/// front matter would need another approval, while `git mv` alone changes no byte.
enum RedirectReader {
    /// A redirect with what is needed to speak of it later.
    struct Read {
        var redirect: Redirect
        var reader: MappingReader
    }

    static func read(_ source: SourceFile) -> [Read] {
        guard let reader = YAMLDocument.open(source.text, of: source) else { return [] }
        defer { reader.close() }
        return reader.list("redirects") { item in
            Read(redirect: Redirect(from: item.text("from"), to: item.text("to")), reader: item)
        }
    }

    /// Keeps those that lead from an address that is free to a page that is there, and reports the others.
    static func checked(_ all: [Read], _ map: SiteMap) -> [Redirect] {
        var seen: Set<String> = []
        let former = Set(all.map(\.redirect.from))
        return all.compactMap { read in
            let from = read.redirect.from
            let target = read.redirect.target
            guard !from.isEmpty, !target.isEmpty else { return nil }
            if !isAddress(from) {
                read.reader.report(.redirectAddress(from), at: "from")
            } else if map.isTaken(from) {
                read.reader.report(.redirectFromLive(from), at: "from")
            } else if !seen.insert(from).inserted {
                read.reader.report(.redirectTwice(from), at: "from")
            } else if former.contains(target) {
                read.reader.report(.redirectChain(target), at: "to")
            } else if map.targets[target] == nil, map.isComplete(for: target) {
                let meant = Suggestion.nearestPath(to: target, among: map.targets.keys)
                read.reader.report(.brokenLink(target, meant: meant), at: "to")
            } else {
                return read.redirect
            }
            return nil
        }
    }

    /// Whether a page of the portal could have stood there: slugs between slashes, and neither an address the server
    /// keeps nor one of the pages of a list, which come and go by themselves.
    private static func isAddress(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 3, parts.first == "", parts.last == "" else { return false }
        let names = parts.dropFirst().dropLast().map(String.init)
        return names.allSatisfy(VietnameseText.isSlug) && !names.dropFirst().contains("trang")
            && !["gui", "loi", "tai-nguyen", "tim-kiem", "so-tiep-nhan"].contains(names.first)
    }
}

extension Fault {
    static func redirectAddress(_ path: String) -> Fault {
        Fault(
            "redirect-address", "“\(path)” không thể là địa chỉ cũ của một trang.",
            remedy: "Viết từ dấu / đầu đến dấu / cuối, không có tên miền, ví dụ /doi-thoai/2021/hoi-dap/ten-cu/")
    }

    static func redirectFromLive(_ path: String) -> Fault {
        Fault(
            "redirect-from-live", "Địa chỉ \(path) đang có trang.",
            remedy: "Địa chỉ cũ phải là địa chỉ không còn trang: bỏ dòng này, hoặc đổi tên trang đó.")
    }

    static func redirectTwice(_ path: String) -> Fault {
        Fault("redirect-twice", "Địa chỉ cũ \(path) được ghi hai lần.", remedy: "Giữ một dòng.")
    }

    static func redirectChain(_ path: String) -> Fault {
        Fault(
            "redirect-chain", "\(path) cũng là một địa chỉ cũ, nên người đọc bị chuyển hai lần hoặc vòng lại.",
            remedy: "Ghi thẳng địa chỉ bây giờ của trang.")
    }
}
