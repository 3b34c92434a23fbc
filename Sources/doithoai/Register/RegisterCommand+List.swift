import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Liệt kê phiếu và nội dung, việc cần làm và mốc kế tiếp.",
            discussion: """
                Nội dung không thuộc đối thoại đã niêm phong, chữ của nội dung đó không hiện. --json in đủ mọi cột, \
                thời gian theo giờ Việt Nam.
                """)

        @OptionGroup var office: OfficeOptions
        @OptionGroup var listing: ListingOptions

        @Option(help: "Chỉ sổ này, ví dụ 2021 hoặc phan-anh-2021.")
        var series: String?

        @Flag(help: "Phiếu chờ kiểm tra.")
        var quarantined = false

        @Flag(help: "Phiếu không nhận.")
        var refused = false

        @Flag(help: "Chỉ những nội dung chưa có kết quả.")
        var open = false

        func validate() throws {
            if quarantined, refused { throw ValidationError("Chỉ chọn một: --quarantined hoặc --refused.") }
        }

        func run() throws {
            let session = try office.open()
            let selection: RegisterDatabase.Selection = quarantined ? .quarantined : refused ? .refused : .entered
            let all = try session.register.registrations(selection, in: series.map(Series.init(id:)))
            let shown = open ? all.filter { $0.matters.contains { $0.outcome == nil } } : all
            let drafted = try session.register.draftedMatters()
            if listing.json {
                return try listing.printJSON(shown.map { ListedRegistration($0, drafted: drafted) })
            }
            let table = RegisterListing(session: session, drafted: drafted, onlyOpen: open)
            switch selection {
            case .entered:
                let lines = shown.isEmpty ? [try nothing(session)] : try table.entered(shown)
                try printAll(lines + summaries(of: all, drafted: drafted, session))
            case .quarantined:
                printAll(shown.isEmpty ? ["Không có phiếu nào chờ kiểm tra."] : try table.outside(shown) + release)
            case .refused:
                printAll(
                    shown.isEmpty ? ["Chưa có phiếu nào được ghi là không nhận."] : try table.outside(shown) + release)
            }
        }

        private var release: [String] {
            [
                "Xem cả phiếu:  doithoai register show <số biên nhận>",
                "Nhận vào sổ:   doithoai register release <số biên nhận>",
            ] + (quarantined ? ["Không nhận:    doithoai register refuse <số biên nhận> --reason \"…\""] : [])
        }

        private func nothing(_ session: OfficeSession) throws -> String {
            let known = try session.register.figures().series.map(\.series.id)
            if let series, !known.contains(series), !known.isEmpty {
                return "Không có sổ \(series). Các sổ có: \(known.joined(separator: ", "))."
            }
            return open ? "Mọi nội dung đều đã có kết quả." : "Sổ chưa có phiếu nào."
        }

        private func summaries(
            of registrations: [Registration], drafted: Set<MatterID>, _ session: OfficeSession
        ) throws -> [String] {
            let schedules = try session.schedules()
            return try session.register.figures().series.filter { series == nil || series == $0.series.id }
                .flatMap { figures in
                    RegisterSummary(
                        figures: figures,
                        matters: registrations.filter { $0.series == figures.series }.flatMap(\.matters),
                        drafted: drafted, schedule: schedules[figures.series], now: session.clock.now
                    ).lines
                }
        }

        private func printAll(_ lines: [String]) { print(lines.joined(separator: "\n")) }
    }
}
