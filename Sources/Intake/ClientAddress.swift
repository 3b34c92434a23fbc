internal import Cryptography
internal import Foundation

/// Where a request comes from, as the web server saw it. Never stored or logged itself.
struct ClientAddress {
    /// 4 or 16 bytes; empty when there is no such address, as on a Unix socket.
    let bytes: [UInt8]

    init(_ text: String) {
        var four = in_addr()
        var six = in6_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: &six) { Array($0) }
            let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
            bytes = isMapped ? Array(all.suffix(4)) : all
        } else {
            bytes = []
        }
    }

    /// A keyed digest of the network: /24 of IPv4, /48 of IPv6, since one sender has many addresses there.
    func network(key: Key) -> [UInt8] {
        let prefix = bytes.prefix(bytes.count == 4 ? 3 : 6)
        return HMAC.sha256(Array("network\u{0}".utf8) + prefix, key: key)
    }

    /// A keyed digest of the whole address.
    func mark(key: Key) -> [UInt8] { HMAC.sha256(Array("address\u{0}".utf8) + bytes, key: key) }
}
