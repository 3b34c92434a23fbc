/// Whether a post comes from our own pages: other sites may not send forms in a reader's name.
///
/// Old browsers send neither header and are let through. Under our `Referrer-Policy: same-origin` an `Origin: null`
/// comes from a sandboxed or foreign page, unless the browser itself says that it is the same origin.
///
/// - Source: Fetch Standard (`Origin`); W3C Fetch Metadata Request Headers (`Sec-Fetch-Site`).
enum OriginRule {
    /// - Parameter baseURL: The portal's own scheme and host, for proxies that change `Host`.
    static func allows(_ request: IntakeRequest, baseURL: String) -> Bool {
        if let site = request.fetchSite, site != "same-origin", site != "none" { return false }
        guard let origin = request.origin else { return true }
        if origin == "null" { return request.fetchSite != nil }
        guard let sender = authority(ofURL: origin) else { return false }
        let own = [request.host.map { stripped($0) }, authority(ofURL: baseURL)]
        return own.contains(sender)
    }

    private static func authority(ofURL url: String) -> String? {
        guard let colon = url.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let rest = url.utf8[colon...]
        return rest.starts(with: "://".utf8) ? stripped(String(Substring(rest.dropFirst(3)))) : nil
    }

    private static func stripped(_ authority: String) -> String {
        var text = authority.lowercased()
        for port in [":80", ":443"] where text.hasSuffix(port) { text.removeLast(port.count) }
        return text
    }
}
