package import Domain

/// A table for a spreadsheet: every cell is words, none is a formula or a number to reckon with.
package struct Sheet: Hashable, Sendable {
    package struct Column: Hashable, Sendable {
        package var heading: String
        /// Characters that are seen without widening it.
        package var width: Int

        package init(_ heading: String, width: Int) {
            self.heading = heading
            self.width = width
        }
    }

    /// In the properties of the file.
    package var title: String
    package var author: String
    /// In the properties of the file.
    package var date: CivilDate
    /// On the tab: at most 31 characters.
    package var name: String
    package var columns: [Column]
    /// As many cells each as there are columns.
    package var rows: [[String]]

    package init(
        title: String, author: String, date: CivilDate, name: String, columns: [Column], rows: [[String]]
    ) {
        self.title = title.composed
        self.author = author.composed
        self.date = date
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// UTF-8 with a byte-order mark; no cell of it can become a formula.
    package var csv: String {
        var text = CSVText()
        text.add(columns.map(\.heading))
        for row in rows { text.add(row) }
        return text.text
    }
}
