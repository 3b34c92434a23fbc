import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export", abstract: "Xuất sổ ra bảng tính (XLSX, CSV) hoặc JSON, mỗi nội dung một dòng.",
            discussion: """
                Có các ô ghi export trong mẫu phiếu; chữ của nội dung đã niêm phong thì không. Tệp có dữ liệu cá nhân: \
                nằm trong thư mục exports của thư mục trạng thái, chỉ tài khoản của hệ thống đọc được. Dùng xong thì xóa.
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable { case xlsx, csv, json }

        @OptionGroup var office: OfficeOptions

        @Option(help: "Chỉ sổ này, ví dụ 2021 hoặc phan-anh-2021. Mặc định: mọi sổ.")
        var series: String?

        @Option(help: "xlsx, csv hoặc json.")
        var format = Format.xlsx

        @Option(help: "Thư mục chứa tệp. Mặc định: exports trong thư mục trạng thái.")
        var output: String?

        @Flag(help: "Thay tệp cùng tên đã có.")
        var replace = false

        func run() throws {
            let session = try office.open(for: .clerk)
            let registrations = try session.register.registrations(in: session.series(series))
            guard !registrations.isEmpty else { throw CommandFailure(.problems, "Sổ chưa có phiếu nào để xuất.") }
            let export = try RegisterExport(registrations, session: session)
            let own = session.state.url.appending(path: "exports", directoryHint: .isDirectory)
            let folder = try session.privateFolder(output, own: own)
            let place = LetterFolder(url: folder, isOwn: folder == own)
            let name = "so-tiep-nhan\(series.map { "-\($0)" } ?? "").\(format.rawValue)"
            if !replace { try place.refuse([name]) }
            let file = try place.write(try bytes(export, session), named: name)
            let matters = registrations.map(\.matters.count).reduce(0, +)
            print("Đã xuất \(registrations.count) phiếu, \(matters) nội dung: \(file.path)")
            print("Tệp có dữ liệu cá nhân. Dùng xong thì xóa.")
        }

        private func bytes(_ export: RegisterExport, _ session: OfficeSession) throws -> [UInt8] {
            let title = "Sổ tiếp nhận" + (series.map { " \($0)" } ?? "")
            let sheet = export.sheet(title: title, on: CivilDate(of: session.clock.now))
            switch format {
            case .xlsx: return try sheet.xlsx(scratch: session.state.cache)
            case .csv: return [UInt8](sheet.csv.utf8)
            case .json: return [UInt8](try ListingOptions.json(export.lines))
            }
        }
    }
}
