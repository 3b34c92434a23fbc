import Domain
import Yams

/// Slips of the keyboard in what a form asks: «Họ về tên», and labels that end in different ways.
enum LabelLint {
    private static let keys: Set = ["label", "paper-label", "short-label", "legend"]

    /// What forms ask for in nearly the same words everywhere.
    private static let usual = [
        "họ và tên", "số điện thoại", "điện thoại", "thư điện tử", "địa chỉ nhận thư", "địa chỉ", "ngày sinh",
        "giới tính",
        "nghề nghiệp", "đơn vị công tác", "người đại diện", "người đăng ký", "tên tổ chức", "doanh nghiệp",
        "hợp tác xã",
        "cá nhân", "lĩnh vực", "thủ tục hành chính", "khiếu nại", "tố cáo", "nội dung đối thoại", "phiếu đăng ký",
        "tham gia đối thoại", "dự hội nghị", "phản ánh", "kiến nghị",
    ].map(\.phrase)

    static func check(_ run: LintRun) {
        for text in run.texts {
            guard case .value(let key) = text.role, keys.contains(key) else { continue }
            checkUsual(text, run)
            checkWords(text, run)
        }
        checkEnds(run)
    }

    /// A usual phrase with one word wrong by one letter.
    private static func checkUsual(_ text: LintText, _ run: LintRun) {
        let words = text.words
        for phrase in usual {
            for start in words.indices where start + phrase.count <= words.count {
                let own = words[start..<start + phrase.count]
                guard own.dropFirst().allSatisfy({ $0.gap == " " }) else { continue }
                let wrong = zip(own, phrase).filter { $0.text != $1 }
                guard wrong.count == 1, let (word, right) = wrong.first,
                    Suggestion.distance(word.text, right, within: 1) != nil,
                    !usual.contains(own.map(\.text))
                else { continue }
                let said = own.map(\.text).joined(separator: " ")
                run.report(.misspelt(said, meant: phrase.joined(separator: " ")), in: text, atWord: start)
            }
        }
    }

    private static func checkWords(_ text: LintText, _ run: LintRun) {
        for (index, word) in text.words.enumerated() {
            if index > 0, word.gap == " ", word.text == text.words[index - 1].text, word.number == nil {
                run.report(.misspelt("\(word.text) \(word.text)", meant: word.text), in: text, atWord: index)
            } else if isVietnamese(word.text), !VietnameseSyllable.isPossible(word.text) {
                run.report(.misspelt(word.text, meant: nil), in: text, atWord: index)
            }
        }
    }

    /// Words with marks only: names and words of other languages have none. Abbreviations have no vowel.
    private static func isVietnamese(_ word: String) -> Bool {
        guard word.utf8.contains(where: { $0 >= 0x80 }), word.unicodeScalars.allSatisfy(\.properties.isAlphabetic)
        else {
            return false
        }
        return VietnameseText.folded(word).contains { "aeiouy".contains($0) }
    }

    /// The labels of all fields end in a colon, or none does.
    private static func checkEnds(_ run: LintRun) {
        for key in ["label", "paper-label"] {
            let parts = run.source.data?.mapping?["parts"]?.sequence.map(Array.init) ?? []
            let fields = parts.flatMap { $0.mapping?["fields"]?.sequence.map(Array.init) ?? [] }
            let labels = fields.compactMap { $0.mapping?[key] }.filter { $0.scalar?.string.hasSuffix("?") == false }
            let groups = (
                labels.filter { $0.scalar?.string.hasSuffix(":") == true },
                labels.filter { $0.scalar?.string.hasSuffix(":") == false }
            )
            let odd = groups.0.count < groups.1.count ? groups.0 : groups.1
            for label in odd where odd.count < labels.count {
                run.report(.unevenLabels(endsInColon: label.scalar?.string.hasSuffix(":") == true), at: label)
            }
        }
    }
}
