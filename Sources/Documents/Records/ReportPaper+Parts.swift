import Domain
import Foundation

extension ReportPaper {
    /// The parts in order, numbered I., II., …
    var parts: [PaperBlock] {
        var blocks: [PaperBlock] = []
        var number = 0
        func part(_ title: String, _ inside: [PaperBlock]) {
            number += 1
            let words = [TextRun(title.uppercased())]
            blocks.append(.passage(Passage(.part, label: OfficialNumbering.part(number), words)))
            blocks += inside
        }
        part("Tiếp nhận phiếu đăng ký", intake)
        part("Hội nghị đối thoại", conference)
        part("Kết quả xử lý", outcomes)
        for chapter in chapters { part(chapter.title, chapter.blocks) }
        return blocks
    }

    // MARK: I

    private var intake: [PaperBlock] {
        let schedule = dialogue.schedule
        let until = countedUpTo.map { "Tính đến \(VietnameseDate.words($0)), sổ" } ?? "Sổ"
        var sentences = [
            "Sở nhận phiếu từ \(VietnameseDate.words(schedule.opens)) đến hết \(VietnameseDate.words(schedule.closes)), "
                + "trên cổng, qua thư điện tử, bưu điện và nộp trực tiếp; phiếu nêu tại hội nghị được ghi cùng sổ.",
            "\(until) tiếp nhận có \(count(figures.registrations)) phiếu với \(count(figures.matters)) nội dung"
                + (late > 0 ? ", trong đó \(count(late)) phiếu đến muộn." : "."),
        ]
        if figures.quarantined + figures.refused > 0 {
            sentences.append(
                "Ngoài sổ có \(count(figures.quarantined)) phiếu chờ kiểm tra và \(count(figures.refused)) phiếu không "
                    + "nhận sau khi kiểm tra.")
        }
        let rows = Channel.allCases.map { ($0.label, figures.registrationsByChannel[$0] ?? 0) }
        return sentences.map(paragraph) + [table("Cách gửi", "Số phiếu", rows)]
    }

    // MARK: II

    private var conference: [PaperBlock] {
        let came: [TextRun] = attended.map { [TextRun("\(count($0)) người.")] } ?? [.gap(18), TextRun("người.")]
        return [
            .labelled("Thời gian", "\(VietnameseDate.words(dialogue.schedule.conference))."),
            .labelled("Địa điểm", dialogue.place.asSentence), .labelled("Chủ trì", dialogue.chair.asSentence),
            .labelled("Số người dự", came),
        ]
    }

    // MARK: III

    private var outcomes: [PaperBlock] {
        let results = Outcome.allCases.map { ($0.label, figures.mattersByOutcome[$0] ?? 0) }
        let done = results + [("Chưa có kết quả", figures.open)]
        let sum = done.filter { $0.1 > 0 }.map { "\(count($0.1)) \($0.0.lowercasedFirst)" }
        let balance =
            figures.matters > 0
            ? "Trong \(count(figures.matters)) nội dung: \(sum.joined(separator: ", "))." : "Sổ chưa có nội dung nào."
        var blocks = [paragraph(balance), table("Kết quả xử lý", "Số nội dung", done)]
        blocks += [
            paragraph("Theo lĩnh vực:"), table("Lĩnh vực", "Số nội dung", bySubject),
            paragraph("Theo phòng, đơn vị trả lời:"), table("Phòng, đơn vị", "Số nội dung", byDivision),
        ]
        blocks +=
            referrals.isEmpty
            ? [] : [referred(.guided, "hướng dẫn tới"), referred(.escalated, "báo cáo")].flatMap(\.self)
        if !chainHead.isEmpty {
            blocks.append(
                paragraph(
                    "Mã đối chiếu của sổ tiếp nhận khi lập báo cáo: \(grouped(chainHead)). "
                        + "Sửa bất kỳ sự kiện nào trước đó thì mã này đổi."))
        }
        return blocks
    }

    private func referred(_ outcome: Outcome, _ verb: String) -> [PaperBlock] {
        let list = referrals.filter { $0.outcome == outcome }.map {
            "\($0.authority.isEmpty ? "nơi khác" : $0.authority) (\(count($0.matters)))"
        }
        return list.isEmpty ? [] : [paragraph("Nội dung đã \(verb): \(list.joined(separator: "; ")).")]
    }

    private var bySubject: [(String, Int)] {
        let known = site.subjects.map { ($0.name, figures.mattersBySubject[$0.id] ?? 0) }
        let ids = Set(site.subjects.map(\.id))
        let others = figures.mattersBySubject.filter { !ids.contains($0.key) }.sorted { $0.key < $1.key }
        return known + others.map { ($0.key == Subject.unsure ? Subject.unsureLabel : $0.key, $0.value) }
    }

    private var byDivision: [(String, Int)] {
        let known = site.divisions.map { ($0.name, figures.mattersByDivision[$0.id] ?? 0) }
        let ids = Set(site.divisions.map(\.id))
        let others = figures.mattersByDivision.filter { !ids.contains($0.key) }.sorted { $0.key < $1.key }
        return known + others.map { ($0.key.isEmpty ? "Chưa giao" : $0.key, $0.value) }
    }

    // MARK: The office's words

    /// The headings of `ket-qua.md` as parts; room to write where there are none.
    private var chapters: [(title: String, blocks: [PaperBlock])] {
        guard let words else {
            let room = FormItem(kind: .reply, name: "danh-gia", label: "Mặt được, hạn chế, kiến nghị:", lines: 12)
            return [("Đánh giá, kiến nghị", [.field(room)])]
        }
        var chapters: [(title: String, blocks: [PaperBlock])] = []
        let passages = PassageWriter.passages(
            of: words, baseURL: site.baseURL, numbering: .none(headings: .part), links: .spelledOut)
        for passage in passages {
            if passage.kind == .part {
                chapters.append((passage.runs.plainText, []))
            } else if chapters.isEmpty {
                chapters.append(("Đánh giá chung", [.passage(passage)]))
            } else {
                chapters[chapters.count - 1].blocks.append(.passage(passage))
            }
        }
        return chapters
    }

    // MARK: Pieces

    private func paragraph(_ words: String) -> PaperBlock { .passage(.paragraph(words)) }

    /// Counts with their sum in the last row.
    private func table(_ first: String, _ second: String, _ rows: [(String, Int)]) -> PaperBlock {
        let total = [[TextRun("Cộng", strong: true)], [TextRun(count(rows.map(\.1).reduce(0, +)), strong: true)]]
        let cells = rows.map { [[TextRun($0.0)], [TextRun(count($0.1))]] }
        return .passage(
            Passage(
                .table,
                table: Passage.Table(
                    columns: [.init(share: 3), .init(share: 1, alignment: .end)],
                    head: [[TextRun(first)], [TextRun(second)]], rows: cells + [total])))
    }

    /// Eight signs at a time: a line may end between them.
    private func grouped(_ head: String) -> String {
        let signs = Array(head)
        return stride(from: 0, to: signs.count, by: 8).map { String(signs[$0..<min($0 + 8, signs.count)]) }
            .joined(separator: " ")
    }

    func count(_ number: Int) -> String { VietnameseNumber.figures(number) }
}
