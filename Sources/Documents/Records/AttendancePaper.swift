package import Domain

/// Who is expected at the conference, on lists to call and to sign.
package struct AttendancePaper: Hashable, Sendable {
    package struct Guest: Hashable, Sendable {
        package var sender: Sender
        package var registrations: [RegisterNumber]

        package init(sender: Sender, registrations: [RegisterNumber]) {
            self.sender = sender
            self.registrations = registrations
        }
    }

    package enum Sheet: Hashable, Sendable {
        /// Who is there, who is not, who sent somebody (danh sách).
        case list
        /// A place for each signature (bảng ký tên).
        case signing
    }

    package var dialogue: Dialogue
    package var guests: [Guest]

    package init(dialogue: Dialogue, guests: [Guest]) {
        self.dialogue = dialogue
        self.guests = guests
    }
}

extension Paper {
    /// One of the two sheets.
    package static func attendance(
        _ attendance: AttendancePaper, _ sheet: AttendancePaper.Sheet, agency: Agency, fileDay: CivilDate
    ) -> Paper {
        let name = sheet == .list ? "Danh sách người dự hội nghị" : "Bảng ký tên dự hội nghị"
        let dialogue = attendance.dialogue
        let when = "\(VietnameseDate.words(dialogue.schedule.conference)), \(dialogue.place.lowercasedFirst)"
        var blocks: [PaperBlock] = [
            .agency(agency.fullName.uppercased()),
            .title(DocumentTitle(name: name, abstract: dialogue.title, isRuled: false)),
            .passage(Passage(.note, label: "Thời gian, địa điểm:", [TextRun(when.asSentence)])),
        ]
        blocks += attendance.tables(sheet)
        if sheet == .signing {
            blocks.append(.notes(["Người dự thay ký vào dòng của người được mời và ghi họ tên mình bên cạnh chữ ký."]))
        }
        return Paper(
            template: "danh-sach", title: "\(name), \(dialogue.shortTitle)", author: agency.fullName, date: fileDay,
            sections: [PaperSection(blocks: blocks)])
    }
}

extension AttendancePaper {
    /// A table for each group; the first holds those who registered, the others blank rows.
    fileprivate func tables(_ sheet: Sheet) -> [PaperBlock] {
        let groups = dialogue.attendanceGroups
        let first = groups.first ?? "Người đã đăng ký và nhận giấy mời"
        let rows = guests.enumerated().map { row(number: $0 + 1, $1, sheet) }
        // Somebody always comes who is on no list.
        let blank = (0..<3).map { number in cells("\(guests.count + number + 1)", "", "", "", sheet) }
        var blocks = heading("I.", first) + [table(rows + blank, sheet)]
        for (index, group) in groups.dropFirst().enumerated() {
            let rows = (1...6).map { cells("\($0)", "", "", "", sheet) }
            blocks += heading(OfficialNumbering.part(index + 2), group) + [table(rows, sheet)]
        }
        return blocks
    }

    private func heading(_ label: String, _ words: String) -> [PaperBlock] {
        [.passage(Passage(.part, label: label, [TextRun(words)]))]
    }

    private func row(number: Int, _ guest: Guest, _ sheet: Sheet) -> [[TextRun]] {
        let unit = [guest.sender.position, guest.sender.organisation].filter { !$0.isEmpty }.joined(separator: ", ")
        return cells(
            "\(number)", guest.sender.name, unit, guest.registrations.map(\.description).joined(separator: ", "), sheet)
    }

    private func cells(_ number: String, _ name: String, _ unit: String, _ papers: String, _ sheet: Sheet)
        -> [[TextRun]]
    {
        let last = sheet == .list ? ["", "", ""] : [""]
        return ([number, name, unit, papers] + last).map { [TextRun($0)] }
    }

    private func table(_ rows: [[[TextRun]]], _ sheet: Sheet) -> PaperBlock {
        let columns: [(String, Double, Prose.Table.Alignment)] =
            sheet == .list
            ? [
                ("TT", 0.9, .center), ("Họ và tên", 2.6, .start), ("Chức vụ, đơn vị", 2.8, .start),
                ("Phiếu số", 2, .start), ("Có mặt", 1.2, .center), ("Vắng", 1.4, .center),
                ("Người dự thay", 1.8, .start),
            ]
            : [
                ("TT", 0.9, .center), ("Họ và tên", 3, .start), ("Chức vụ, đơn vị", 3.4, .start),
                ("Phiếu số", 2, .start), ("Ký tên", 3, .start),
            ]
        return .passage(
            Passage(
                .table,
                table: Passage.Table(
                    columns: columns.map { Passage.Table.Column(share: $0.1, alignment: $0.2) },
                    head: columns.map { [TextRun($0.0)] }, rows: rows, rowHeight: sheet == .signing ? 12 : 9)))
    }
}
