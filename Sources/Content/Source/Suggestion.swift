/// Finds what a mistyped word was probably meant to be.
enum Suggestion {
    /// The candidate at most two slips away, nearest first, then in alphabetical order.
    ///
    /// Short words allow one slip only: five letters with two of them wrong are another word.
    static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: word, among: candidates, within: word.count <= 5 ? 1 : 2)
    }

    /// The same for addresses, which are longer: a third of the letters may differ, or the end may be missing.
    static func nearestPath(to path: String, among candidates: some Sequence<String>) -> String? {
        nearest(to: path, among: candidates, within: max(2, path.count / 3))
            ?? candidates.filter { path.count > 3 && $0.hasPrefix(path) }.min()
    }

    private static func nearest(to word: String, among candidates: some Sequence<String>, within limit: Int) -> String?
    {
        var best: (distance: Int, word: String)?
        for candidate in candidates where candidate != word {
            // Nothing farther than the best so far is of use.
            guard let distance = distance(word, candidate, within: best?.distance ?? limit) else { continue }
            if best.map({ (distance, candidate) < $0 }) ?? true { best = (distance, candidate) }
        }
        return best?.word
    }

    /// How many letters to add, drop, change or swap with their neighbour (optimal string alignment); nothing when they
    /// are more than `limit`.
    static func distance(_ left: String, _ right: String, within limit: Int) -> Int? {
        // Addresses are ASCII, and there may be ten thousand to compare with.
        if left.utf8.allSatisfy({ $0 < 0x80 }), right.utf8.allSatisfy({ $0 < 0x80 }) {
            return distance(Array(left.utf8)[...], Array(right.utf8)[...], within: limit)
        }
        return distance(Array(left)[...], Array(right)[...], within: limit)
    }

    private static func distance<Letter: Equatable>(
        _ left: ArraySlice<Letter>, _ right: ArraySlice<Letter>, within limit: Int
    ) -> Int? {
        guard abs(left.count - right.count) <= limit else { return nil }
        // What both begin or end with costs nothing, and addresses share most of themselves.
        let head = zip(left, right).prefix { $0 == $1 }.count
        let left = left.dropFirst(head)
        let right = right.dropFirst(head)
        let tail = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
        return table(Array(left.dropLast(tail)), Array(right.dropLast(tail)), within: limit)
    }

    private static func table<Letter: Equatable>(_ left: [Letter], _ right: [Letter], within limit: Int) -> Int? {
        var older: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            current.reserveCapacity(right.count + 1)
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (same ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            // Later rows are never nearer than the nearer of two rows that follow one another.
            if min(current.min() ?? 0, previous.min() ?? 0) > limit { return nil }
            older = previous
            previous = current
        }
        return previous[right.count] <= limit ? previous[right.count] : nil
    }
}
