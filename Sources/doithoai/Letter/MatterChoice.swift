import ArgumentParser
import Domain
import Register

/// Which matters went elsewhere, and to whom: options of the letters of guidance and escalation.
struct MatterChoice: ParsableArguments {
    @Argument(
        help: "Nội dung, ví dụ 2021-0013/1. Mặc định: mọi nội dung của đợt có câu trả lời đã duyệt ghi kết quả đó.")
    var matters: [MatterArgument] = []

    @Option(help: "Mã cơ quan trong content/site.yaml. Mặc định: cơ quan ghi trong câu trả lời đã duyệt.")
    var authority: String?

    /// A matter with its registration and the authority it goes to.
    struct Chosen {
        var matter: Matter
        var registration: Registration
        var authority: Authority
    }

    func validate() throws {
        if authority != nil, matters.isEmpty { throw ValidationError("--authority cần ghi rõ nội dung.") }
    }

    /// - Parameter outcome: What the register has to say of them.
    /// - Returns: Those whose sender is known; the others are told of.
    func chosen(_ outcome: Outcome, in casebook: Casebook, of series: Series, site: Site) throws -> [Chosen] {
        let chosen = try all(outcome, in: casebook, of: series, site: site)
        return try chosen.filter { choice in
            guard let reason = try casebook.whyNobody(choice.registration) else { return true }
            print("Không làm công văn cho nội dung \(choice.matter.id): \(reason).")
            return false
        }
    }

    private func all(_ outcome: Outcome, in casebook: Casebook, of series: Series, site: Site) throws -> [Chosen] {
        let found: [(matter: Matter, of: Registration)] =
            try matters.isEmpty
            ? casebook.registrations(in: series).flatMap { registration in
                registration.matters.filter { $0.outcome == outcome && casebook.answer(to: $0)?.outcome == outcome }
                    .map { ($0, registration) }
            } : matters.map { try casebook.matter($0.id) }
        return try found.map { matter, registration in
            guard matter.outcome == outcome else {
                throw CommandFailure(
                    .problems,
                    "Sổ chưa ghi kết quả của nội dung \(matter.id) là “\(outcome.label.lowercased())”. Hãy duyệt câu trả lời, "
                        + "hoặc chạy: doithoai register outcome \(matter.id) --kind \(outcome.rawValue)")
            }
            return Chosen(
                matter: matter, registration: registration,
                authority: try authority(for: matter, answer: casebook.answer(to: matter), site: site))
        }
    }

    private func authority(for matter: Matter, answer: Answer?, site: Site) throws -> Authority {
        guard let id = authority ?? answer?.authority else {
            throw CommandFailure(
                .wrongUse,
                "Chưa rõ nội dung \(matter.id) gửi cơ quan nào. Hãy thêm --authority, mã có trong content/site.yaml.")
        }
        guard let found = site.authority(id) else {
            let known = site.authorities.map(\.id).joined(separator: ", ")
            throw CommandFailure(.wrongUse, "Không có cơ quan “\(id)”. Các mã có: \(known).")
        }
        return found
    }
}
