import Domain
import Foundation

/// Checks that links within the portal lead somewhere, now and when the page is read.
struct LinkCheck {
    let map: SiteMap
    /// What addresses that lead nowhere were probably meant to be: one page renamed breaks many links alike.
    private var meant: [String: String?] = [:]
    private let report: (Fault, String, Passage.Link) -> Void

    /// - Parameter report: Notes a fault at a link of a file.
    init(map: SiteMap, report: @escaping (Fault, String, Passage.Link) -> Void) {
        self.map = map
        self.report = report
    }

    mutating func run() {
        for text in map.texts {
            for link in text.links { check(link, in: text) }
        }
    }

    private mutating func check(_ link: Passage.Link, in text: SiteMap.Text) {
        let halves = link.destination.utf8
            .split(separator: UInt8(ascii: "#"), maxSplits: 1, omittingEmptySubsequences: false).map(Substring.init)
        let path = halves[0].isEmpty ? text.path : String(Substring(halves[0].utf8.prefix { $0 != UInt8(ascii: "?") }))
        guard let target = map.targets[path] else {
            if let now = map.former[path] { return report(.linkToFormer(path, now: now), link, text) }
            guard map.isComplete(for: path) else { return }
            if path.split(separator: "/").last?.contains(".") == true {
                return report(.brokenFileLink(path), link, text)
            }
            let nearest = meant[path] ?? Suggestion.nearestPath(to: path, among: map.targets.keys)
            meant[path] = .some(nearest)
            return report(.brokenLink(path, meant: nearest), link, text)
        }
        if halves.count == 2 { check(anchor: String(halves[1]), of: path, target, link, text) }
        guard let source = map.targets[text.path], path != text.path else { return }
        if let mine = source.published, let theirs = target.published, theirs > mine {
            report(.linkToLater(path, theirs), link, text)
        }
        if target.isIllustration, !source.isIllustration { report(.linkToIllustration(path), link, text) }
    }

    private func check(
        anchor: String, of path: String, _ target: SiteMap.Target, _ link: Passage.Link, _ text: SiteMap.Text
    ) {
        let anchor = anchor.removingPercentEncoding ?? anchor
        switch target.anchors {
        case .unread: break
        case .generated: report(.anchorUnchecked(path), link, text)
        case .headings(let anchors):
            guard !anchors.contains(anchor) else { return }
            let nearest = Suggestion.nearestPath(to: anchor, among: anchors)
            report(.brokenAnchor(anchor, of: path, meant: nearest), link, text)
        }
    }

    private func report(_ fault: Fault, _ link: Passage.Link, _ text: SiteMap.Text) {
        report(fault, text.file, link)
    }
}
