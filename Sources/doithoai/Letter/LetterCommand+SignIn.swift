import ArgumentParser
import Documents
import Domain
import Foundation
import Register

extension LetterCommand {
    /// `doithoai letter sign-in`.
    struct SignIn: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-in", abstract: "Danh sách người dự và bảng ký tên của hội nghị.",
            discussion: """
                Hai tệp: danh sách để điểm danh (có mặt, vắng, người dự thay) và bảng ký tên. Người được mời có sẵn, xếp \
                theo tên; các nhóm khác có dòng trống.
                """)

        @OptionGroup var options: LetterOptions
        @OptionGroup var guests: GuestOptions

        func run() throws {
            let desk = try options.open()
            let invited = try desk.guests(guests).invitations.sorted { $0.sender.isListed(before: $1.sender) }
            let attendance = AttendancePaper(
                dialogue: desk.dialogue,
                guests: invited.map { AttendancePaper.Guest(sender: $0.sender, registrations: $0.registrations) })
            let sheets: [(AttendancePaper.Sheet, String, String)] = [
                (.list, "danh-sach", "danh sách \(invited.count) người được mời"),
                (.signing, "bang-ky-ten", "bảng ký tên"),
            ]
            try desk.make(
                sheets.flatMap { sheet, name, what in
                    desk.orders(
                        .attendance(
                            attendance, sheet, agency: desk.site.agency,
                            fileDay: CivilDate(of: desk.dialogue.schedule.conference)),
                        name: "\(name)-\(desk.dialogue.id)", what: what)
                })
        }
    }
}

extension LetterDesk {
    /// Those who are invited, one entry for each sender.
    func guests(_ options: GuestOptions) throws -> GuestList {
        try GuestList(
            session.register.registrations(in: dialogue.series), options, form: session.register.form(digest:))
    }
}
