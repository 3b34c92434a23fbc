import Domain
import Foundation
import Register

/// Which officer runs this program: the account of the operating system, or in a rehearsal whoever is named.
struct OfficeAccount {
    /// The folder is a rehearsal's.
    let rehearsal: Bool
    /// Given by `--as`.
    let named: String?

    /// - Throws: ``CommandFailure`` for `--as` outside rehearsals and for accounts that are no officer's.
    func officer(among officers: [Officer], for duty: Officer.Duty?) throws -> Officer {
        if let named {
            guard rehearsal else {
                throw CommandFailure(.wrongUse, "--as chỉ dùng được trong thư mục chạy thử.")
            }
            return try find(named, among: officers)
        }
        let account = OfficeAccount.current(officers: officers)
        if let officer = officers.first(where: { $0.account == account }) { return officer }
        // In a rehearsal the account of the machine is rarely an officer's: the first who may do it does it.
        if rehearsal, let officer = officers.first(where: { duty == nil || $0.duties.contains { $0 == duty } }) {
            note("(Chạy thử: làm với tài khoản \(officer.account), \(officer.name). Chọn người khác bằng --as.)")
            return officer
        }
        return try find(account, among: officers)
    }

    private func find(_ account: String, among officers: [Officer]) throws -> Officer {
        if let officer = officers.first(where: { $0.account == account }) { return officer }
        let known = officers.map(\.account).joined(separator: ", ")
        throw CommandFailure(
            .wrongUse, "Tài khoản “\(account)” không có trong content/office.yaml. Các tài khoản có: \(known).")
    }

    /// The account that signed in: behind sudo the one that called it, which only sudo can say.
    ///
    /// An officer's own account is never overruled by the environment: sudo sets SUDO_USER, but so can anyone.
    private static func current(officers: [Officer]) -> String {
        let own = NSUserName()
        let caller = ProcessInfo.processInfo.environment["SUDO_USER"] ?? ""
        return caller.isEmpty || officers.contains { $0.account == own } ? own : caller
    }

    private func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
