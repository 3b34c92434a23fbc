internal import Foundation
internal import Intake
internal import Register

/// Whether the machine is as the configuration says: folders, rights, keys, register, release, limits.
///
/// Reads only: nothing is made, so it may run beside a running service.
struct SetupCheck {
    /// Each with its place, what is wrong and what to do about it.
    private(set) var problems: [String] = []
    private let configuration: Configuration

    init(_ configuration: Configuration) {
        self.configuration = configuration
        checkState()
        checkRelease()
        checkSocket(configuration.socket, key: "socket")
        checkSocket(configuration.figuresSocket, key: "figures-socket")
        checkLimits()
    }

    private mutating func tell(_ key: String, _ text: String) {
        let place = configuration.file.flatMap { file in file.entries[key].map { "\(file.path):\($0.line)" } }
        problems.append("\(place ?? "(mặc định hoặc dòng lệnh)"): \(key): \(text)")
    }

    private mutating func checkState() {
        let state = StateFolder(url: configuration.state)
        let path = state.url.path
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
            return tell("state", "chưa có thư mục \(path); tạo bằng: install -d -m 700 -o doithoai -g doithoai \(path)")
        }
        if status.st_mode & 0o077 != 0 { tell("state", "người khác mở được \(path); chạy: chmod 700 \(path)") }
        if access(path, R_OK | W_OK | X_OK) != 0 {
            return tell("state", "tài khoản đang chạy không ghi được vào \(path); chạy bằng tài khoản chủ thư mục")
        }
        checkKeys(in: state)
        checkRegister(of: state)
    }

    private mutating func checkKeys(in state: StateFolder) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: state.keys.path)
        } catch {
            // They are made at the first start.
            return
        }
        for name in names.sorted() where name.hasSuffix(".key") {
            let path = state.keys.appending(path: name).path
            var status = stat()
            guard stat(path, &status) == 0 else { continue }
            if status.st_mode & 0o077 != 0 {
                tell("state", "người khác đọc được khóa \(path); chạy: chmod 600 \(path)")
            }
            if status.st_size != 32 { tell("state", "khóa \(path) hỏng; lấy lại từ bản sao lưu") }
        }
    }

    private mutating func checkRegister(of state: StateFolder) {
        let path = state.register.path
        guard FileManager.default.fileExists(atPath: path) else { return }
        do {
            let register = try RegisterDatabase(reading: path, clock: try state.clock, busySeconds: 2)
            _ = try register.totals()
            try register.close()
        } catch {
            tell(
                "state",
                "không đọc được sổ \(path) (\(LogEntry.cause(of: error))); xem mục “Sổ hỏng” trong hướng dẫn vận hành")
        }
    }

    private mutating func checkRelease() {
        do {
            let folder = try StateFolder(url: configuration.state).publicFolder(root: configuration.root)
            if ReleaseFacts(of: folder) == nil {
                let places = "--root \(configuration.root.path) --state \(configuration.state.path)"
                tell("root", "\(folder.path) chưa có bản phát hành nào; chạy: doithoai build \(places)")
            }
        } catch {
            tell(
                "state",
                "không đọc được dấu chạy thử rehearsal.json; xóa đợt chạy thử và tạo lại bằng: "
                    + "doithoai rehearse --restart --state \(configuration.state.path)")
        }
    }

    private mutating func checkSocket(_ path: String, key: String) {
        if path.utf8.count > 107 {
            return tell(key, "đường dẫn dài \(path.utf8.count) byte, quá 107 byte; chọn đường dẫn ngắn hơn")
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        // Below the state folder it is made at the first start.
        guard folder != StateFolder(url: configuration.state).run.path else { return }
        if access(folder, W_OK | X_OK) != 0 {
            tell(key, "không có hoặc không ghi được thư mục \(folder); tạo thư mục, hoặc để systemd trao socket")
        }
    }

    private mutating func checkLimits() {
        var limit = rlimit()
        // Register, logs, release and sockets need some beside one for each worker.
        let needed = configuration.workers + 64
        if getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0, limit.rlim_cur < needed {
            tell(
                "workers",
                "cần \(needed) tệp mở cùng lúc, hệ thống cho \(limit.rlim_cur); giảm workers hoặc đặt LimitNOFILE")
        }
        let intake = configuration.intake
        if intake.graceSeconds > intake.tokenSeconds {
            tell("grace", "dài hơn token-lifetime nên không có tác dụng; đặt ngắn hơn token-lifetime")
        }
        for (own, all, key) in [
            (intake.posts, intake.allPosts, "posts"), (intake.lookups, intake.allLookups, "lookups"),
        ] {
            if own.burst > all.burst { tell("\(key)-burst", "lớn hơn all-\(key)-burst; giới hạn chung phải lớn hơn") }
            if own.perMinute > all.perMinute {
                tell("\(key)-per-minute", "lớn hơn all-\(key)-per-minute; giới hạn chung phải lớn hơn")
            }
        }
    }
}
