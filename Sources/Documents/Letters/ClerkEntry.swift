package import Domain

/// What only the clerk (văn thư) can give a paper: its number and its day. What is not given stays a ruled place.
package struct ClerkEntry: Hashable, Sendable {
    /// «05», «12»; empty while it is not known.
    package var number: String
    /// «GM-SKHCN», when the clerk gave one with the number; nothing for the usual one.
    package var symbol: String?
    package var day: CivilDate?

    package init(number: String = "", symbol: String? = nil, day: CivilDate? = nil) {
        self.number = number
        self.symbol = symbol
        self.day = day
    }

    /// Reads «12» or «12/GM-SKHCN»; nothing for anything else.
    ///
    /// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II, 3: a zero before numbers below 10, «/» between number and
    /// symbol, «-» between the groups of the symbol, no spaces.
    package init?(number text: String, day: CivilDate?) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let figure = Int(parts[0]), (1...99_999).contains(figure), parts[0].allSatisfy(\.isASCII) else {
            return nil
        }
        if parts.count == 2 {
            let groups = parts[1].split(separator: "-", omittingEmptySubsequences: false)
            guard groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "&" } })
            else { return nil }
            symbol = parts[1].composed
        }
        number = figure < 10 ? "0\(figure)" : "\(figure)"
        self.day = day
    }
}
