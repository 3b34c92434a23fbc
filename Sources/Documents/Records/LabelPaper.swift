package import Domain

extension Paper {
    /// Address labels for envelopes: two by eight on a sheet, 105 × 37 mm each.
    ///
    /// No register number is on them: whoever handles the post could join the name to the entry that is public.
    ///
    /// - Parameter skipped: Labels of the first sheet that are used up already, from the top left.
    package static func addressLabels(
        _ senders: [Sender], skipped: Int, agency: Agency, fileDay: CivilDate
    ) -> Paper {
        let labels = senders.map { sender -> [LabelSheet.Line] in
            let names = [sender.name, sender.organisation].filter { !$0.isEmpty }
            return [LabelSheet.Line("Kính gửi:")] + names.map { LabelSheet.Line($0, isLarge: true) }
                + [LabelSheet.Line(sender.address)].filter { !$0.text.isEmpty }
        }
        let sheet = LabelSheet(
            columns: 2, rows: 8, isCentred: false, labels: Array(repeating: [], count: skipped) + labels)
        return Paper.labels(sheet, title: "Nhãn địa chỉ", agency: agency, fileDay: fileDay)
    }

    /// Name labels for the conference: two by five on a sheet.
    package static func nameLabels(
        _ senders: [Sender], skipped: Int, agency: Agency, fileDay: CivilDate
    ) -> Paper {
        let labels = senders.map { sender in
            [LabelSheet.Line(sender.name.isEmpty ? sender.organisation : sender.name, isLarge: true)]
                + [sender.position, sender.name.isEmpty ? "" : sender.organisation].filter { !$0.isEmpty }
                .map { LabelSheet.Line($0) }
        }
        let sheet = LabelSheet(
            columns: 2, rows: 5, isCentred: true, labels: Array(repeating: [], count: skipped) + labels)
        return Paper.labels(sheet, title: "Nhãn tên", agency: agency, fileDay: fileDay)
    }

    private static func labels(_ sheet: LabelSheet, title: String, agency: Agency, fileDay: CivilDate) -> Paper {
        Paper(
            template: "nhan", title: title, author: agency.fullName, date: fileDay,
            sections: [
                PaperSection(
                    furniture: PageFurniture(numbersPages: false, isEdgeToEdge: true), blocks: [.labels(sheet)])
            ])
    }
}
