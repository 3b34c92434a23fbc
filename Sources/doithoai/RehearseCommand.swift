import ArgumentParser
import Domain
import Foundation
import Register

/// `doithoai rehearse`: makes a state folder that pretends another moment.
struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "Tạo thư mục chạy thử với sổ, khóa và trang riêng, bắt đầu từ thời điểm cho trước.",
        discussion: """
            Mọi chương trình nhận thư mục này qua --state đều dùng chung một đồng hồ, chạy tiếp từ thời điểm đó.
            Chạy lại lệnh này không đổi gì; thêm --restart để đặt lại thời điểm (sổ được giữ nguyên).
            """)

    @Option(name: .customLong("as-of"), help: "Thời điểm bắt đầu chạy thử, giờ Việt Nam, ví dụ 2021-11-10T09:00.")
    var asOf: String

    @Option(name: .customLong("state"), help: "Thư mục chạy thử.")
    var statePath: String

    @Flag(help: "Đặt lại thời điểm của thư mục chạy thử đã có.")
    var restart = false

    func run() throws {
        guard let start = DateText(asOf) else {
            throw CommandFailure(.wrongUse, "Không hiểu thời điểm “\(asOf)”. Hãy viết như 2021-11-10T09:00.")
        }
        let folder = StateFolder(url: URL(filePath: statePath, directoryHint: .isDirectory))
        let anchor = try folder.rehearse(from: start.instant, restart: restart)
        _ = try Keyring(of: folder)
        print("Thư mục chạy thử: \(folder.url.path)")
        print("Bắt đầu từ: \(VietnameseDate.words(anchor.rehearsedStart)).")
        print("Bây giờ: \(VietnameseDate.machine(try folder.clock.now)).")
        if anchor.rehearsedStart != start.instant {
            print("Thư mục đã có thời điểm riêng nên được giữ nguyên. Thêm --restart để đặt lại.")
        }
    }
}
