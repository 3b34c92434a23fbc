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
        let letters = Array(word)
        return
            candidates.filter { $0 != word && abs($0.count - letters.count) <= limit }
            .map { (distance(letters, Array($0)), $0) }
            .filter { $0.0 <= limit }
            .min { $0 < $1 }?.1
    }

    /// How many letters to add, drop, change or swap with their neighbour (optimal string alignment).
    static func distance(_ left: [Character], _ right: [Character]) -> Int {
        var older: [Int] = []
        var previous = Array(0...right.count)
        for row in 0..<left.count {
            var current = [row + 1]
            for column in 0..<right.count {
                let same = left[row] == right[column]
                var best = min(previous[column + 1] + 1, current[column] + 1, previous[column] + (same ? 0 : 1))
                if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
                    best = min(best, older[column - 1] + 1)
                }
                current.append(best)
            }
            older = previous
            previous = current
        }
        return previous[right.count]
    }
}
