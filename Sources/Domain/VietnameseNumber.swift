/// Numbers as they are written in Vietnamese: a point between thousands, a comma before decimals.
package enum VietnameseNumber {
    /// «4.000».
    package static func figures(_ value: Int) -> String {
        var groups: [String] = []
        var rest = String(value.magnitude)
        while rest.count > 3 {
            groups.insert(String(rest.suffix(3)), at: 0)
            rest = String(rest.dropLast(3))
        }
        return (value < 0 ? "-" : "") + ([rest] + groups).joined(separator: ".")
    }

    /// «65,1%»: `part` of `whole` to one decimal, halves up; «0%» of nothing, whole per cents without decimals.
    package static func share(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "0%" }
        let tenths = (part * 2_000 + whole) / (whole * 2)
        return tenths % 10 == 0 ? "\(tenths / 10)%" : "\(tenths / 10),\(tenths % 10)%"
    }

    /// «182 kB», «1,4 MB»: thousands of bytes, as file managers count.
    package static func size(bytes: Int) -> String {
        guard bytes >= 1_000 else { return "\(bytes) byte" }
        guard bytes >= 1_000_000 else { return "\((bytes + 500) / 1_000) kB" }
        let tenths = (bytes + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10),\(tenths % 10) MB"
    }
}
