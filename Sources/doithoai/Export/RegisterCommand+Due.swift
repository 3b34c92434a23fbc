import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register due`.
    struct Due: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "due", abstract: "Mỗi phòng, đơn vị còn nợ nội dung nào, nội dung nào đã quá hạn.",
            discussion: """
                Hạn của một nội dung là hạn trả lời của đợt (answers-due trong dialogue.yaml); phản ánh, kiến nghị không \
                có hạn thì tính số ngày đã chờ. Kèm những việc của kế hoạch sắp đến hạn; kế hoạch không ghi việc nào đã \
                xong, nên việc qua hạn không hiện ở đây.
                """)

        @OptionGroup var office: OfficeOptions
        @OptionGroup var listing: ListingOptions

        @Option(help: "Chỉ sổ này, ví dụ 2021 hoặc phan-anh-2021.")
        var series: String?

        @Option(help: "Chỉ phòng, đơn vị này, theo mã trong content/site.yaml.")
        var division: String?

        @Option(help: "Việc của kế hoạch đến hạn trong bấy nhiêu ngày tới.")
        var within = 14

        func validate() throws {
            guard (0...366).contains(within) else { throw ValidationError("--within là số ngày, từ 0 đến 366.") }
        }

        func run() throws {
            let session = try office.open()
            let editions = try session.loadPortal().editions.map(\.dialogue)
            let owner = try division.map(session.knownDivision)
            var list = try DueList(
                session: session, editions: editions, series: session.series(series), within: within)
            if let owner { list.shares.removeAll { $0.division != owner.id } }
            if listing.json { return try listing.printJSON(list) }
            print(list.words(of: owner).joined(separator: "\n"))
        }
    }
}

extension DueList {
    /// For reading at the command line.
    ///
    /// - Parameter owner: The division that was asked for.
    fileprivate func words(of owner: Division?) -> [String] {
        var lines = shares.flatMap(words)
        if shares.isEmpty {
            let who = owner.map { "\($0.name): không" } ?? "Không"
            lines.append("\(who) còn nội dung nào chưa có kết quả, không có việc nào sắp đến hạn.")
        }
        if quarantined > 0 {
            lines += ["", "Chờ kiểm tra: \(quarantined) phiếu, xem bằng doithoai register list --quarantined"]
        }
        return lines
    }

    private func words(_ share: Share) -> [String] {
        let late = share.late.count
        let head = "\(share.name): \(share.matters.count) nội dung chưa có kết quả"
        return [head + (late > 0 ? ", \(late) quá hạn." : ".")]
            + share.matters.map { "  \($0.matter.padded(atLeast: 18))  \(state(of: $0))" }
            + share.duties.map { "  \(term($0)): \($0.task)".wrapped(indent: 2, hanging: 4) } + [""]
    }

    private func state(of owed: Owed) -> String {
        let step = owed.next.map { ". \($0.label)" } ?? owed.sameAs.map { ". Chờ kết quả của \($0)" } ?? ""
        guard let late = owed.daysLate else { return "đã chờ \(owed.daysOpen) ngày\(step)" }
        switch late {
        case 1...: return "QUÁ HẠN \(late) ngày\(step)"
        case 0: return "hạn hôm nay\(step)"
        default: return "còn \(-late) ngày\(step)"
        }
    }

    private func term(_ duty: PlanDuty) -> String {
        duty.daysLeft == 0 ? "Hôm nay" : "Còn \(duty.daysLeft) ngày"
    }
}
