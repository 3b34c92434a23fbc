/// The command line.
struct Invocation {
    var configurationFile: String?
    var root: String?
    var state: String?
    var socket: String?
    var onlyChecks = false
    var wantsHelp = false

    struct WrongUse: Error {
        let message: String
    }

    static let help = """
        doithoai-form: nhận phiếu đăng ký qua FastCGI (receives forms over FastCGI)

          --config FILE     tệp cấu hình; mẫu ở deploy/doithoai-form.conf
          --check-config    đọc cấu hình, xem thư mục, khóa, sổ, bản phát hành; in các giá trị sẽ dùng, hoặc mọi chỗ
                            cần sửa; không ghi gì
          --root DIR        thư mục của cổng; mặc định: thư mục đang đứng
          --state DIR       thư mục trạng thái; mặc định: var/ trong thư mục của cổng
          --socket PATH     socket Unix; mặc định: socket được trao sẵn, hoặc run/form.sock trong thư mục trạng thái
          --help            in phần này

        Mã kết thúc: 0 xong; 1 cấu hình có chỗ cần sửa; 2 dùng lệnh sai; 3 trục trặc bên ngoài (đĩa, socket, sổ).
        Dừng bằng SIGTERM hoặc SIGINT: phiếu đang gửi dở được nhận xong rồi mới dừng.
        """

    init(_ arguments: [String]) throws {
        var rest = arguments[...]
        while let name = rest.popFirst() {
            switch name {
            case "--check-config": onlyChecks = true
            case "--help", "-h": wantsHelp = true
            case "--config": configurationFile = try Self.value(of: name, &rest)
            case "--root": root = try Self.value(of: name, &rest)
            case "--state": state = try Self.value(of: name, &rest)
            case "--socket": socket = try Self.value(of: name, &rest)
            default: throw WrongUse(message: "không có tùy chọn “\(name)”")
            }
        }
    }

    private static func value(of name: String, _ rest: inout ArraySlice<String>) throws -> String {
        guard let value = rest.popFirst(), !value.isEmpty else { throw WrongUse(message: "\(name) cần một giá trị") }
        return value
    }
}
