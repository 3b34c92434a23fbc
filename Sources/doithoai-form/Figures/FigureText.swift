/// Figures as monitoring programs read them.
///
/// - Source: Prometheus text exposition format 0.0.4.
struct FigureText {
    enum Kind: String { case counter, gauge, histogram }

    private(set) var text = ""

    /// Adds a figure with one line for each set of labels.
    mutating func add(
        _ name: String, _ kind: Kind, _ help: String, _ lines: [(labels: [String: String], value: Double)]
    ) {
        head(name, kind, help)
        for line in lines { add(name, line.labels, line.value) }
    }

    /// Adds a figure without labels; nothing when there is no value.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: Double?) {
        guard let value else { return }
        add(name, kind, help, [([:], value)])
    }

    mutating func add(_ name: String, _ help: String, _ histogram: LatencyHistogram) {
        head(name, .histogram, help)
        var count = 0
        for (step, number) in zip(LatencyHistogram.steps.map { "\($0)" } + ["+Inf"], histogram.counts) {
            count += number
            add(name + "_bucket", ["le": step], Double(count))
        }
        add(name + "_sum", [:], histogram.sum)
        add(name + "_count", [:], Double(count))
    }

    private mutating func head(_ name: String, _ kind: Kind, _ help: String) {
        text += "# HELP doithoai_\(name) \(help)\n# TYPE doithoai_\(name) \(kind.rawValue)\n"
    }

    private mutating func add(_ name: String, _ labels: [String: String], _ value: Double) {
        // Labels are words of ours: none holds a quote, a backslash or a line end.
        let pairs = labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\($0.value)\"" }.joined(separator: ",")
        let number = value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        text += "doithoai_\(name)\(pairs.isEmpty ? "" : "{\(pairs)}") \(number)\n"
    }
}
