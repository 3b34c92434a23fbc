import Domain
import Foundation
import Register
import Testing

@Suite("The commands `doithoai register export` and `due`") struct ExportCommandTests {
    private let office: RehearsedOffice

    init() throws {
        office = try RehearsedOffice(asOf: "2021-11-22T09:00")
        try office.add(
            received: "2021-11-19T08:00", matters: ["=1+1 bao lâu kiểm định?", "Ai trả tiền, \"tôi\" hay Sở?"])
    }

    private func exported(_ format: String) throws -> Data {
        try office.done("register", "export", "--format", format, "--replace")
        return try Data(contentsOf: folder.appending(path: "so-tiep-nhan.\(format)"))
    }

    private var folder: URL { office.state.url.appending(path: "exports") }

    private func json() throws -> [[String: Any]] {
        try #require(try JSONSerialization.jsonObject(with: exported("json")) as? [[String: Any]])
    }

    @Test func `a row for each matter, with what the form lets out`() throws {
        let rows = try json()
        #expect(rows.count == 2)
        let answers = try #require(rows[0]["answers"] as? [String: String])
        #expect(answers["ho-ten"] == "Nguyễn Văn Ví Dụ" && answers["linh-vuc"] == "tdc")
        // `export: false` in the definition.
        #expect(answers["khieu-nai"] == nil && answers["phan-1"] == nil)
        let matter = try #require(rows[1]["matter"] as? [String: Any])
        #expect(matter["text"] as? String == "Ai trả tiền, \"tôi\" hay Sở?")
    }

    @Test func `no cell of the CSV is a formula, and every letter is there`() throws {
        let text = String(decoding: try exported("csv"), as: UTF8.self)
        #expect(text.hasPrefix("\u{FEFF}Số phiếu,Nội dung,"))
        #expect(text.contains(",'=1+1 bao lâu kiểm định?,") && text.contains("\"Ai trả tiền, \"\"tôi\"\" hay Sở?\""))
        #expect(text.contains("Tiêu chuẩn đo lường chất lượng") && text.contains("Nộp trực tiếp"))
    }

    @Test(arguments: ["xlsx", "csv", "json"]) func `only the system's account can read the file`(format: String) throws
    {
        _ = try exported(format)
        let file = folder.appending(path: "so-tiep-nhan.\(format)")
        for (path, mode) in [(file.path, 0o600), (folder.path, 0o700)] {
            #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == mode)
        }
        // Nothing of it is left where it was put together.
        let cache = try FileManager.default.contentsOfDirectory(atPath: office.state.cache.path)
        #expect(!cache.contains { $0.hasPrefix("xlsx") })
    }

    @Test func `a file that is there is not written over unasked`() throws {
        _ = try exported("csv")
        #expect(try office.refused("register", "export", "--format", "csv").contains("--replace"))
    }

    /// What is in a file, of a spreadsheet all of its parts.
    private func words(_ format: String) throws -> String {
        let bytes = try exported(format)
        guard format == "xlsx" else { return String(decoding: bytes, as: UTF8.self) }
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["unzip", "-p", folder.appending(path: "so-tiep-nhan.xlsx").path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let parts = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return String(decoding: parts, as: UTF8.self)
    }

    @Test(arguments: ["xlsx", "csv", "json"]) func `sealed text is in none of them`(format: String) throws {
        let open = try words(format)
        #expect(open.contains("bao lâu kiểm định") && open.contains("hay Sở") && open.contains("Ví Dụ"))
        try office.done("register", "outcome", "2021-0001/1", "--kind", "excluded", "--reason", "Tố cáo")
        let half = try words(format)
        #expect(!half.contains("bao lâu kiểm định") && half.contains("2021-0001/1") && half.contains("hay Sở"))
        try office.done("register", "outcome", "2021-0001/2", "--kind", "excluded", "--reason", "Tố cáo")
        let sealed = try words(format)
        #expect(!sealed.contains("hay Sở") && !sealed.contains("Ví Dụ") && sealed.contains("2021-0001/2"))
    }

    @Test func `only a clerk exports`() throws {
        #expect(try office.refused("register", "export", by: "phongqlkh").contains("vào sổ"))
    }

    @Test func `what is due says who owes it and how late it is`() throws {
        try office.done("register", "assign", "2021-0001/1", "--division", "chi-cuc-tdc")
        let before = try office.done("register", "due").output
        #expect(before.contains("Chưa giao phòng nào: 1 nội dung chưa có kết quả."))
        #expect(before.contains("Chi cục Tiêu chuẩn Đo lường Chất lượng: 1 nội dung chưa có kết quả."))
        #expect(
            before.contains("còn 18 ngày. Cần soạn trả lời")
                && before.contains("Soạn trả lời cho hội nghị về tiêu chuẩn"))
        #expect(!before.contains("QUÁ HẠN") && !before.contains("Ví Dụ"))
        #expect(try office.refused("register", "due", "--division", "phong-la", status: 2).contains("chi-cuc-tdc"))
    }

    @Test func `late matters come first and are counted`() throws {
        let late = try RehearsedOffice(asOf: "2021-12-13T09:00")
        try late.add(received: "2021-11-19T08:00")
        let said = try late.done("register", "due", "--json").output
        let list = try #require(try JSONSerialization.jsonObject(with: Data(said.utf8)) as? [String: Any])
        let share = try #require((list["shares"] as? [[String: Any]])?.first)
        let matter = try #require((share["matters"] as? [[String: Any]])?.first)
        #expect(matter["daysLate"] as? Int == 3 && matter["due"] as? String == "2021-12-10")
        #expect(try late.done("register", "due").output.contains("QUÁ HẠN 3 ngày"))
    }
}
