import ArgumentParser
import Domain
import Foundation
import Register

extension RegisterCommand {
    /// `doithoai register split`.
    struct Split: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "split", abstract: "Tách một nội dung có nhiều câu hỏi thành nhiều nội dung.",
            discussion: """
                Không kèm --at và --before: chỉ in các câu có đánh số, không đổi gì.
                --at 3: từ câu 3 là nội dung mới. --before "Ngoài ra": từ những chữ này là nội dung mới.
                Chỉ chọn chỗ tách, không gõ lại lời người gửi, nên không chữ nào mất. Nội dung cũ giữ phần đầu; \
                các phần sau lấy thứ tự kế tiếp trong phiếu, cùng lĩnh vực và phòng.
                """)

        @OptionGroup var office: OfficeOptions

        @Argument(help: "Nội dung, ví dụ 2021-0020/1.")
        var matter: MatterArgument

        @Option(help: "Số của câu mở đầu một nội dung mới; lặp lại được.")
        var at: [Int] = []

        @Option(help: "Những chữ mở đầu một nội dung mới, chép đúng như trong phiếu; lặp lại được.")
        var before: [String] = []

        func run() throws {
            let matter = try matter.id
            if at.isEmpty, before.isEmpty { return try printSentences(of: matter, office.open()) }
            let session = try office.open(for: .clerk)
            let parts = try session.register.split(matter, by: session.officer) {
                try MatterSplit(of: $0, sentences: at, words: before)
            }
            print("Đã tách \(matter) thành \(parts.count) nội dung:")
            for part in parts { print("\n\(part.id)\n\(part.text.wrapped(indent: 2))") }
            print("\nCác phần giữ lĩnh vực và phòng như cũ; đổi bằng register classify, register assign.")
            let draft = session.state.draft(of: matter)
            if FileManager.default.fileExists(atPath: draft.path) {
                print("Tệp nháp đang có còn câu hỏi cũ. Soạn lại: doithoai answer draft \(matter) --replace")
            }
        }

        private func printSentences(of matter: MatterID, _ session: OfficeSession) throws {
            let found = try session.register.origin(of: matter).matter
            let ranges = Sentences.ranges(in: found.text)
            print("Nội dung \(matter), \(ranges.count) câu:\n")
            for (index, range) in ranges.enumerated() {
                let number = String(index + 1)
                let text = String(found.text[range]).wrapped(indent: 5)
                print(number.leftPadded(to: 3) + "  " + text.dropFirst(5))
            }
            print("\nTách từ câu nào, thêm --at và số của câu, ví dụ: doithoai register split \(matter) --at 2")
        }
    }
}
