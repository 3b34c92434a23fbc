package import Domain
import Foundation

/// The files a new edition is begun from, made after the edition before: what stays is kept, every date is proposed
/// anew, and what has to be written is said.
package struct EditionStart {
    private let year: Int
    private let schedule: ProposedSchedule
    private let model: Edition
    private let today: CivilDate
    private let formSource: String

    /// - Parameters:
    ///   - model: The edition before.
    ///   - formSource: The text of its `phieu-dang-ky.md`.
    package init(
        year: Int, schedule: ProposedSchedule, model: Edition, formSource: String, today: CivilDate
    ) {
        self.year = year
        self.schedule = schedule
        self.model = model
        self.formSource = formSource
        self.today = today
    }

    /// File name → text, in the order an editor goes through them. Shape: docs/content-format.md.
    package var files: [(name: String, text: String)] {
        [("dialogue.yaml", dialogue), ("thong-bao.md", notice), ("ke-hoach.md", plan), ("phieu-dang-ky.md", form)]
    }

    private var before: Dialogue { model.dialogue }

    private var dialogue: String {
        """
        title: \(YAMLText.quoted(renewed(before.title)))
        short-title: \(YAMLText.quoted(renewed(before.shortTitle)))
        year: \(year)
        mode: \(before.mode.rawValue)   # in-person · online · mixed
        # Các mốc dưới đây tính từ ngày hội nghị, tránh thứ Bảy, Chủ nhật và ngày lễ trong site.yaml: đối chiếu với kế hoạch.
        schedule:
          announced: \(time(schedule.announced))
          opens: \(time(schedule.opens))
          closes: \(time(schedule.closes))
          invitations: \(VietnameseDate.figures(schedule.invitations))
          conference: \(time(schedule.conference))
          answers-due: \(VietnameseDate.figures(schedule.answersDue))
        place: \(YAMLText.quoted(before.place))
        chair: \(YAMLText.quoted(before.chair))
        participants: \(YAMLText.quoted(before.participants))
        online-fallback: \(YAMLText.quoted(before.onlineFallback))
        attendance-conditions: ""   # ghi nếu có, ví dụ biện pháp phòng, chống dịch
        attendance-groups:
        \(before.attendanceGroups.map { "  - \(YAMLText.quoted($0))" }.joined(separator: "\n"))
        recipients:
        \(before.recipients.map(recipient).joined(separator: "\n"))
        archive: \(YAMLText.quoted(before.archive))
        signature:
          authority: \(YAMLText.quoted(before.signature.authority))
          post: \(YAMLText.quoted(before.signature.post))
          name: \(YAMLText.quoted(before.signature.name))
        # Việc của kế hoạch, theo đợt trước: thêm hạn (due: ngày/tháng/năm) và sửa cho đúng.
        tasks:
        \(before.tasks.map { "  - { task: \(YAMLText.quoted($0.task)), owner: \($0.owner) }" }.joined(separator: "\n"))

        """
    }

    private func recipient(_ recipient: Recipient) -> String {
        let purpose = recipient.purpose.isEmpty ? "" : ", purpose: \(YAMLText.quoted(recipient.purpose))"
        return "  - { name: \(YAMLText.quoted(recipient.name))\(purpose), medium: \(recipient.medium.rawValue) }"
    }

    private var notice: String {
        """
        \(head(title: renewed(model.notice.title), description: renewed(model.dialogue.title)))
        ---

        \(SampleSentence.invitation)

        ## Cách đăng ký

        [Điền phiếu trên cổng](/doi-thoai/\(year)/dang-ky/), hoặc dùng [mẫu phiếu giấy](/doi-thoai/\(year)/phieu-dang-ky/).

        Sở nhận phiếu đến \(VietnameseDate.words(schedule.closes)).

        ## Sau khi ông, bà gửi phiếu

        \(SampleSentence.nextSteps)

        Muốn biết phiếu đã đến bước nào, ông, bà vào trang [Tra cứu](/tra-cuu/).

        """
    }

    private var plan: String {
        """
        \(head(title: renewed(model.plan.page.title), description: renewed(model.plan.page.description)))
        number-symbol: \(YAMLText.quoted(model.plan.numberSymbol))
        document-title: \(YAMLText.quoted(renewed(model.plan.documentTitle)))
        # Xem lại căn cứ: văn bản nào hết hiệu lực thì thay.
        legal-bases: [\(model.plan.legalBases.map(YAMLText.quoted).joined(separator: ", "))]
        opening: \(YAMLText.quoted(renewed(model.plan.opening)))
        ---

        ## Mục đích, yêu cầu

        ### Mục đích

        - \(SampleSentence.here)

        ### Yêu cầu

        - \(SampleSentence.here)

        ## Nội dung đối thoại và cách tiến hành

        ### Các bước

        - **Đăng ký.** Hạn nhận phiếu là \(VietnameseDate.words(schedule.closes)).
        - **Gửi giấy mời.** Trong ngày \(VietnameseDate.words(schedule.invitations)).
        - **Tổ chức hội nghị.** Khai mạc lúc \(VietnameseDate.words(schedule.conference)).

        ## Tổ chức thực hiện

        ### Văn phòng Sở

        - \(SampleSentence.here)

        Các phòng, đơn vị thuộc Sở thực hiện theo kế hoạch này.

        """
    }

    /// The form stays as it was, but for the year and the day of its last change.
    private var form: String {
        let lines = formSource.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.hasPrefix("updated:") ? "updated: \(VietnameseDate.figures(today))" : renewed(String(line))
        }
        return lines.joined(separator: "\n")
    }

    private func head(title: String, description: String) -> String {
        """
        ---
        title: \(YAMLText.quoted(title))
        description: \(YAMLText.quoted(description))
        owner: \(model.notice.owner)
        updated: \(VietnameseDate.figures(today))
        published: \(time(schedule.announced))
        """
    }

    /// The words of the edition before, with its year, its address and its two dates made those of this one.
    private func renewed(_ text: String) -> String {
        let old = before.schedule
        let dates = [(old.closes, schedule.closes), (old.conference, schedule.conference)]
            .flatMap { zip(Self.spellings($0), Self.spellings($1)) }
        return renewedYear(dates.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) })
    }

    /// The longest first: hour, weekday and day belong together.
    private static func spellings(_ instant: Date) -> [String] {
        let day = CivilDate(of: instant)
        let (weekday, figures) = (VietnameseDate.weekday(day), VietnameseDate.figures(day))
        return [
            VietnameseDate.words(instant), VietnameseDate.words(day), "\(weekday), ngày \(figures)",
            "\(weekday), \(figures)", figures,
        ]
    }

    /// The year within «61/2021/NĐ-CP» is part of a name, and other dates are for the editor to look at.
    private func renewedYear(_ text: String) -> String {
        let pieces = text.components(separatedBy: "\(before.year)")
        return pieces.dropFirst().reduce(into: pieces[0]) { text, next in
            let before = text.suffix(2)
            let isOfNumber = before.last == "/" && before.first?.isNumber == true || next.first?.isNumber == true
            text += (isOfNumber ? "\(self.before.year)" : "\(year)") + next
        }
    }

    private func time(_ instant: Date) -> String {
        let time = WallTime(of: instant)
        let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
        return "\(VietnameseDate.figures(CivilDate(of: instant))) \(time.hour < 10 ? "0" : "")\(time.hour):\(minute)"
    }
}
