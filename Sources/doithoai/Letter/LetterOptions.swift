import ArgumentParser
import Documents
import Domain
import Foundation
import Register

/// Who makes a paper, of which edition, and where it goes: options of every command that makes papers.
struct LetterOptions: ParsableArguments {
    @OptionGroup var office: OfficeOptions

    @Option(help: "Đợt đối thoại, ví dụ 2021. Mặc định: đợt mới nhất đã công bố.")
    var edition: String?

    @Option(help: "Thư mục chứa văn bản. Mặc định: letters trong thư mục trạng thái.")
    var output: String?

    @Flag(help: "Làm cả bản Word để sửa, mỗi văn bản một tệp.")
    var word = false

    @Flag(help: "Bỏ tệp đã có cùng tên và làm lại.")
    var replace = false

    /// Opens the register as someone who has that duty, and the edition that is asked for.
    func open(for duty: Officer.Duty? = .clerk) throws -> LetterDesk {
        let session = try office.open(for: duty)
        let portal = try session.loadPortal()
        return LetterDesk(
            session: session, portal: portal, edition: try edition(in: portal, at: session.clock.now),
            folder: try session.privateFolder(output, own: session.state.letters), replaces: replace, makesWord: word)
    }

    private func edition(in portal: Portal, at now: Date) throws -> Edition {
        if let id = edition {
            if let found = portal.editions.first(where: { $0.dialogue.id == id }) { return found }
            let known = portal.editions.map(\.dialogue.id).joined(separator: ", ")
            throw CommandFailure(.wrongUse, "Không có đợt “\(id)”. Các đợt có: \(known).")
        }
        let announced = portal.editions.last { $0.dialogue.schedule.announced <= now }
        guard let newest = announced ?? portal.editions.last else {
            throw CommandFailure(.problems, "content/doi-thoai/ chưa có đợt nào.")
        }
        return newest
    }
}

extension OfficeSession {
    /// The folder asked for, or `own`: personal data never lies where the web server reads, nor in the checkout, where all
    /// but the state folder is tracked, backed up or served.
    func privateFolder(_ output: String?, own: URL) throws -> URL {
        guard let output else { return own }
        let folder = URL(filePath: output, directoryHint: .isDirectory).resolvingWhatExists
        let published = try folders.publicFolder.resolvingWhatExists
        let root = folders.root.resolvingWhatExists
        for place in [published, root]
        where folder.isWithin(place) && (place == published || !folder.isWithin(state.url.resolvingWhatExists)) {
            throw CommandFailure(
                .wrongUse, "Văn bản có dữ liệu cá nhân nên không để trong \(place.path). Hãy chọn thư mục khác.")
        }
        return folder
    }
}

extension URL {
    fileprivate func isWithin(_ folder: URL) -> Bool {
        pathComponents.starts(with: folder.pathComponents)
    }

    /// Without symbolic links, also where the last parts of the path are yet to be made.
    fileprivate var resolvingWhatExists: URL {
        let whole = standardizedFileURL
        guard !FileManager.default.fileExists(atPath: whole.path), whole.pathComponents.count > 1 else {
            return whole.resolvingSymlinksInPath()
        }
        return whole.deletingLastPathComponent().resolvingWhatExists.appending(path: whole.lastPathComponent)
    }
}

/// The number that the clerk gives a paper.
struct NumberOption: ParsableArguments {
    @Option(help: "Số do văn thư cấp, ví dụ 12 hoặc 12/GM-SKHCN. Mặc định: để trống.")
    var number: String?

    /// - Throws: ``CommandFailure`` for a number that is not of the form.
    func entry(on day: CivilDate? = nil) throws -> ClerkEntry {
        guard let number else { return ClerkEntry(day: day) }
        guard let entry = ClerkEntry(number: number, day: day) else {
            throw CommandFailure(.wrongUse, "“\(number)” không phải số văn bản. Hãy viết như 12 hoặc 12/GM-SKHCN.")
        }
        return entry
    }
}

/// What the clerk gives a paper with a line of place and date, signed by the edition's signer or another.
struct ClerkOptions: ParsableArguments {
    @OptionGroup var numbering: NumberOption

    @Option(help: "Ngày ký, ví dụ 15/11/2021. Mặc định: để trống.")
    var date: MomentArgument?

    @Option(
        help: """
            Người ký: “quyền hạn; chức vụ; họ tên” hoặc “chức vụ; họ tên”; viết "" để trống. Mặc định: người ký trong \
            dialogue.yaml.
            """)
    var signer: String?

    func entry() throws -> ClerkEntry { try numbering.entry(on: date.map { CivilDate(of: $0.instant) }) }

    /// - Parameter usual: Of the edition.
    /// - Throws: ``CommandFailure`` for a signer that is not of the form.
    func signature(_ usual: Signature) throws -> Signature {
        guard let signer else { return usual }
        if signer.isEmpty { return Signature(authority: "", post: "", name: "") }
        let parts = signer.split(separator: ";", omittingEmptySubsequences: false).map {
            VietnameseText.clean(String($0), multiline: false).text
        }
        guard (2...3).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
            throw CommandFailure(
                .wrongUse, "Người ký viết như “KT. GIÁM ĐỐC; PHÓ GIÁM ĐỐC; Nguyễn Văn A” hoặc “GIÁM ĐỐC; Nguyễn Văn A”."
            )
        }
        return Signature(
            authority: parts.count == 3 ? parts[0].uppercased() : "", post: parts[parts.count - 2].uppercased(),
            name: parts[parts.count - 1])
    }
}
