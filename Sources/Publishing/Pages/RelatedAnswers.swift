import Domain
import Theme

/// Which other answers are worth reading beside one: those of its subject with which it shares what few others have,
/// that is pairs of words of the title, legal bases, or the body it was passed on to.
///
/// What an answer shares is weighed by how few share it; what more than ``common`` answers have says nothing. So the
/// list of an answer changes only when an answer close to it does, and most pages stay as they are when one is added.
/// Places left over are filled by the next older answers, never the newest, for the same reason.
struct RelatedAnswers {
    /// How many are shown.
    static let limit = 5
    /// A feature that so many answers of a subject have is no sign of kinship.
    private static let common = 32

    /// Newest first: the answers of one subject.
    private let answers: [Answer]
    /// The features of each answer.
    private var features: [[Int]] = []
    /// Feature → the answers that have it, by place; only the first ``common``.
    private var owners: [[Int32]] = []

    /// - Parameter answers: Of one subject, newest first.
    init(_ answers: [Answer]) {
        self.answers = answers
        var ids: [UInt64: Int] = [:]
        ids.reserveCapacity(answers.count * 4)
        features.reserveCapacity(answers.count)
        for (place, answer) in answers.enumerated() {
            var own: [Int] = []
            AnswerFeatures.forEach(of: answer) { hash in
                let id = ids[hash] ?? owners.count
                if id == owners.count {
                    ids[hash] = id
                    owners.append([])
                }
                guard owners[id].last != Int32(place), owners[id].count < Self.common else { return }
                owners[id].append(Int32(place))
                own.append(id)
            }
            features.append(own)
        }
    }

    /// For each answer the places of those related to it, the closest first; of two as close, the newer first.
    func places() -> [[Int]] {
        var scores = [Int32](repeating: 0, count: answers.count)
        return answers.indices.map { place in
            var touched: [Int32] = []
            for id in features[place] where owners[id].count < Self.common {
                let weight = Self.weight(owners[id].count)
                for other in owners[id] where other != Int32(place) {
                    if scores[Int(other)] == 0 { touched.append(other) }
                    scores[Int(other)] += weight
                }
            }
            let closest = Self.closest(touched, scores)
            for other in touched { scores[Int(other)] = 0 }
            return filled(closest, from: place)
        }
    }

    /// «4» for what two or three answers share, down to «1».
    private static func weight(_ count: Int) -> Int32 { Int32(6 - (Int.bitWidth - count.leadingZeroBitCount)) }

    /// The few with the highest score, without sorting them all.
    private static func closest(_ touched: [Int32], _ scores: [Int32]) -> [Int] {
        var best: [Int32] = []
        for other in touched {
            func isBefore(_ left: Int32, _ right: Int32) -> Bool {
                (scores[Int(right)], left) < (scores[Int(left)], right)
            }
            if best.count == limit, let last = best.last, !isBefore(other, last) { continue }
            best.insert(other, at: best.firstIndex { isBefore(other, $0) } ?? best.count)
            if best.count > limit { best.removeLast() }
        }
        return best.map(Int.init)
    }

    private func filled(_ closest: [Int], from place: Int) -> [Int] {
        var places = closest
        var next = place + 1
        while places.count < Self.limit, next < answers.count {
            if !places.contains(next) { places.append(next) }
            next += 1
        }
        return places
    }
}
