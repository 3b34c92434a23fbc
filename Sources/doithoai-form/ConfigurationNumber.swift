internal import Intake

extension Configuration {
    /// A number of the configuration file: its key, how it is written, what it may be and where it goes.
    struct Number {
        let key: String
        let units: [String: Int]
        let range: ClosedRange<Int>
        let place: WritableKeyPath<Configuration, Int>

        init(
            _ key: String, _ units: [String: Int], _ range: ClosedRange<Int>,
            _ place: WritableKeyPath<Configuration, Int>
        ) {
            self.key = key
            self.units = units
            self.range = range
            self.place = place
        }

        var remedy: String {
            let names = units.sorted { $0.value < $1.value }.map(\.key).filter { !$0.isEmpty }
            let written = names.isEmpty ? "viết một số nguyên" : "viết số kèm đơn vị \(names.joined(separator: ", "))"
            let smallest = names.first.map { " \($0)" } ?? ""
            return "\(written), từ \(range.lowerBound)\(smallest) đến \(range.upperBound)\(smallest)"
        }
    }

    static var numbers: [Number] {
        [
            Number("workers", Quantity.count, 1...1_024, \.workers),
            Number("max-body", Quantity.bytes, 4_096...16_777_216, \.bodyBytes),
            Number("max-fields", Quantity.count, 20...10_000, \.intake.maximumFields),
            Number("token-lifetime", Quantity.time, 60...86_400, \.intake.tokenSeconds),
            Number("grace", Quantity.time, 0...86_400, \.intake.graceSeconds),
            Number("minimum-reading", Quantity.time, 0...600, \.intake.minimumReadingSeconds),
            Number("links-allowed", Quantity.count, 0...1_000, \.intake.maximumLinks),
            Number("repetition-allowed", Quantity.percent, 1...100, \.intake.maximumRepetition),
            Number("sender-kept", Quantity.days, 1...90, \.intake.senderDays),
            Number("posts-burst", Quantity.count, 1...1_000_000, \.intake.posts.burst),
            Number("posts-per-minute", Quantity.count, 1...1_000_000, \.intake.posts.perMinute),
            Number("all-posts-burst", Quantity.count, 1...1_000_000, \.intake.allPosts.burst),
            Number("all-posts-per-minute", Quantity.count, 1...1_000_000, \.intake.allPosts.perMinute),
            Number("lookups-burst", Quantity.count, 1...1_000_000, \.intake.lookups.burst),
            Number("lookups-per-minute", Quantity.count, 1...1_000_000, \.intake.lookups.perMinute),
            Number("all-lookups-burst", Quantity.count, 1...1_000_000, \.intake.allLookups.burst),
            Number("all-lookups-per-minute", Quantity.count, 1...1_000_000, \.intake.allLookups.perMinute),
        ]
    }
}
