import CSpreadsheet
import Domain
package import Foundation

extension Sheet {
    /// The whole XLSX file: equal sheets give equal bytes.
    ///
    /// - Parameter scratch: A folder of mode 0700 that nobody else looks into: the library writes its parts there, and
    ///   they may hold personal data. What was written is removed.
    /// - Throws: ``DocumentsError/cannotWrite(path:reason:)``, also for a cell over 32,767 characters.
    package func xlsx(scratch: URL) throws(DocumentsError) -> [UInt8] {
        let folder = scratch.appending(path: "xlsx-\(UUID().uuidString)", directoryHint: .isDirectory)
        let file = folder.appending(path: "sheet.xlsx")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            defer { remove(folder) }
            try SheetWriter(self, file: file.path, parts: folder.path).write()
            return [UInt8](try Data(contentsOf: file))
        } catch let error as DocumentsError {
            throw error
        } catch {
            throw .cannotWrite(path: folder.path, reason: error.localizedDescription)
        }
    }

    private func remove(_ folder: URL) {
        do { try FileManager.default.removeItem(at: folder) } catch {
            FileHandle.standardError.write(Data("left behind: \(folder.path)\n".utf8))
        }
    }
}

/// Writes one sheet by libxlsxwriter.
private struct SheetWriter {
    private let sheet: Sheet
    private let file: String
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let page: UnsafeMutablePointer<lxw_worksheet>

    init(_ sheet: Sheet, file: String, parts: String) throws(DocumentsError) {
        self.sheet = sheet
        self.file = file
        // The name of the folder is read while the workbook is made and closed: it has to live as long.
        let folder = strdup(parts)
        defer { free(folder) }
        var options = lxw_workbook_options()
        options.tmpdir = folder
        guard let book = workbook_new_opt(file, &options), let page = workbook_add_worksheet(book, sheet.name) else {
            throw .cannotWrite(path: file, reason: "libxlsxwriter")
        }
        self.book = book
        self.page = page
    }

    func write() throws(DocumentsError) {
        setProperties()
        setUpPage()
        let head = format(isBold: true)
        let text = format(isBold: false)
        for (index, column) in sheet.columns.enumerated() {
            worksheet_set_column(page, UInt16(index), UInt16(index), Double(column.width), nil)
            try put(column.heading, row: 0, column: index, head)
        }
        for (index, row) in sheet.rows.enumerated() {
            for (column, cell) in row.enumerated() where !cell.isEmpty {
                try put(cell, row: index + 1, column: column, text)
            }
        }
        try check(workbook_close(book))
    }

    private func setProperties() {
        var properties = lxw_doc_properties()
        properties.created = time_t(sheet.date.start.timeIntervalSince1970)
        // The library copies them.
        properties.title = strdup(sheet.title)
        properties.author = strdup(sheet.author)
        defer {
            free(properties.title)
            free(properties.author)
        }
        _ = workbook_set_properties(book, &properties)
    }

    /// The heads stay in view and repeat on every printed page.
    private func setUpPage() {
        worksheet_freeze_panes(page, 1, 0)
        worksheet_repeat_rows(page, 0, 0)
        worksheet_set_landscape(page)
        let a4: UInt8 = 9
        worksheet_set_paper(page, a4)
        worksheet_fit_to_pages(page, 1, 0)
        if !sheet.rows.isEmpty {
            worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(max(0, sheet.columns.count - 1)))
        }
    }

    /// Text in any case, even once someone edits the cell: «=1+1» stays as it was typed.
    private func format(isBold: Bool) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(book)
        format_set_num_format(format, "@")
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        if isBold { format_set_bold(format) }
        return format
    }

    private func put(
        _ words: String, row: Int, column: Int, _ format: UnsafeMutablePointer<lxw_format>?
    ) throws(DocumentsError) {
        try check(worksheet_write_string(page, UInt32(row), UInt16(column), words.composed, format))
    }

    private func check(_ result: lxw_error) throws(DocumentsError) {
        guard result != LXW_NO_ERROR else { return }
        throw .cannotWrite(path: file, reason: lxw_strerror(result).map { String(cString: $0) } ?? "")
    }
}
