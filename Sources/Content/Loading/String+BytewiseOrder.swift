import Foundation

extension String {
    /// Negative, zero or positive as the bytes of this text come before, are, or come after those of the other.
    ///
    /// Names of files differ when their bytes do; to `==` two spellings of one letter are the same.
    func bytewiseOrder(to other: String) -> Int {
        var left = self
        var right = other
        return left.withUTF8 { left in
            right.withUTF8 { right in
                guard let start = left.baseAddress, let other = right.baseAddress else {
                    return left.count - right.count
                }
                let order = Int(memcmp(start, other, Swift.min(left.count, right.count)))
                return order == 0 ? left.count - right.count : order
            }
        }
    }
}
