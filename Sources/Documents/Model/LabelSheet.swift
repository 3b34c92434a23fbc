/// Words on labels of one size, side by side over whole sheets, for sticking on or cutting out.
package struct LabelSheet: Hashable, Sendable, Encodable {
    package struct Line: Hashable, Sendable, Encodable {
        package var text: String
        /// In large, bold letters: what is read from afar.
        package var isLarge: Bool

        package init(_ text: String, isLarge: Bool = false) {
            self.text = text.composed
            self.isLarge = isLarge
        }
    }

    /// How many address labels, and name labels, are on one sheet.
    package static let addresses = 2 * 8
    package static let names = 2 * 5

    /// On one sheet, side by side and one below the other.
    package var columns: Int
    package var rows: Int
    /// Whether words stand in the middle of each label.
    package var isCentred: Bool
    /// In reading order; one without lines is left blank.
    package var labels: [[Line]]

    package init(columns: Int, rows: Int, isCentred: Bool, labels: [[Line]]) {
        self.columns = columns
        self.rows = rows
        self.isCentred = isCentred
        self.labels = labels
    }

    /// In millimetres: A4 without margins, cut evenly.
    var width: Double { 210 / Double(columns) }
    var height: Double { 297 / Double(rows) }

    /// In points.
    var size: Double { isCentred ? 14 : 11 }
    var largeSize: Double { isCentred ? 24 : 12.5 }

    private enum CodingKeys: CodingKey { case columns, rows, width, height, size, largeSize, isCentred, labels }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(columns, forKey: .columns)
        try container.encode(rows, forKey: .rows)
        try container.encode(width, forKey: .width)
        try container.encode(height, forKey: .height)
        try container.encode(size, forKey: .size)
        try container.encode(largeSize, forKey: .largeSize)
        try container.encode(isCentred, forKey: .isCentred)
        try container.encode(labels, forKey: .labels)
    }

    var lines: [String] { labels.flatMap { $0.map(\.text) } }
}
