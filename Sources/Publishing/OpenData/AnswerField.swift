import Domain

/// One property of a published answer as open data: in JSON under its key, in CSV under its heading.
///
/// Declared once: files, schema and the page that describes them are all made of this list.
struct AnswerField: Sendable {
    enum Kind: Hashable, Sendable {
        case text
        case address
        case day
        case list
        case flag
        /// One of a few words.
        case choice([String])
    }

    let key: String
    /// What the column is called; empty for what stands in JSON only.
    let heading: String
    /// What it means, for people.
    let meaning: String
    let kind: Kind
    /// Whether every answer has it.
    let isAlways: Bool
    /// The words of it; several for a list, none when the answer does not have it.
    let words: @Sendable (Answer, AnswerData) -> [String]

    private init(
        _ key: String, _ heading: String, _ meaning: String, _ kind: Kind = .text, isAlways: Bool = true,
        _ words: @escaping @Sendable (Answer, AnswerData) -> [String]
    ) {
        self.key = key
        self.heading = heading
        self.meaning = meaning
        self.kind = kind
        self.isAlways = isAlways
        self.words = words
    }

    static let all: [AnswerField] = [
        AnswerField("url", "Địa chỉ", "Trang có toàn văn câu hỏi và câu trả lời", .address) {
            [$1.site.baseURL + $0.path]
        },
        AnswerField("matter", "Nội dung số", "Số của nội dung trong sổ tiếp nhận", isAlways: false) { answer, _ in
            answer.matter.map { ["\($0)"] } ?? []
        },
        AnswerField("title", "Câu hỏi", "Câu hỏi trong một câu") { answer, _ in [answer.title] },
        AnswerField("kind", "", "Câu hỏi, khó khăn hay đề xuất", .choice(MatterKind.allCases.map(\.rawValue))) {
            answer, _ in [answer.kind.rawValue]
        },
        AnswerField("kindName", "Loại", "Tên của loại") { answer, _ in [answer.kind.label] },
        AnswerField("subject", "", "Mã lĩnh vực") { answer, _ in [answer.subject] },
        AnswerField("subjectName", "Lĩnh vực", "Tên lĩnh vực") { [$1.subjectName($0.subject)] },
        AnswerField("asker", "Người hỏi", "Ai hỏi, không có tên") { answer, _ in [answer.asker] },
        AnswerField("asked", "Ngày hỏi", "Ngày Sở nhận câu hỏi", .day) { answer, _ in
            [VietnameseDate.machine(answer.asked)]
        },
        AnswerField("answered", "Ngày trả lời", "Ngày Sở trả lời người hỏi", .day) { answer, _ in
            [VietnameseDate.machine(answer.answered)]
        },
        AnswerField("published", "Ngày đăng", "Ngày câu trả lời được đăng", .day) { answer, _ in
            [VietnameseDate.machine(CivilDate(of: answer.published))]
        },
        AnswerField(
            "outcome", "", "Kết quả xử lý", .choice(Outcome.allCases.filter(\.isPublishable).map(\.rawValue))
        ) { answer, _ in [answer.outcome.rawValue] },
        AnswerField("outcomeName", "Kết quả", "Tên của kết quả xử lý") { answer, _ in [answer.outcome.label] },
        AnswerField("authority", "Nơi giải quyết tiếp", "Cơ quan được hướng dẫn tới hoặc báo cáo", isAlways: false) {
            answer, data in answer.authority.map { [data.site.authority($0)?.name ?? $0] } ?? []
        },
        AnswerField("division", "Phòng, đơn vị trả lời", "Phòng, đơn vị thuộc Sở đã trả lời") {
            [$1.divisionName($0.division)]
        },
        AnswerField("summary", "Trả lời", "Câu trả lời trong một câu") { answer, _ in [answer.summary] },
        AnswerField("legalBases", "Căn cứ pháp lý", "Các văn bản làm căn cứ", .list) { answer, data in
            answer.legalBases.map(data.legalBasis)
        },
        AnswerField("review", "Ngày rà soát", "Sau ngày này câu trả lời phải được rà soát lại", .day, isAlways: false) {
            answer, _ in answer.review.map { [VietnameseDate.machine($0)] } ?? []
        },
        AnswerField(
            "illustration", "Minh họa", "Câu trả lời dựng để chạy thử; cổng thật không có", .flag, isAlways: false
        ) {
            answer, _ in answer.isIllustration ? ["true"] : []
        },
    ]
}
