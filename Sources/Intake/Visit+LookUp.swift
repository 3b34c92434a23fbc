internal import Cryptography
internal import Domain
internal import Foundation
internal import Theme

extension Visit {
    /// Reference and code in, status out. Every failure is the same page: a stranger learns nothing from it.
    func lookUp(_ posted: URLEncodedForm) throws -> IntakeResponse {
        let reference = posted.values[FormControl.reference] ?? []
        let code = posted.values[FormControl.code] ?? []
        guard !desk.lookups.isExhausted(network, at: now) else { return try lookUpFailed(reference) }
        let found: RegistrationStatus?
        do {
            found = try status(reference: only(reference), code: only(code))
        } catch {
            return try unavailable(desk.report(error, during: "look-up-failed"))
        }
        guard let found else {
            // Counted only now, so that those who have their receipt at hand are never short of tries.
            _ = desk.lookups.refusal(of: network, at: now)
            return try lookUpFailed(reference)
        }
        return try statusPage(found, reference: only(reference))
    }

    /// A text sent once; anything else is no answer.
    private func only(_ texts: [String]) -> String { texts.count == 1 ? texts[0] : "" }

    private func status(reference: String, code: String) throws -> RegistrationStatus? {
        // Something is looked up in any case, so that what cannot exist takes as long as what does not.
        let asked = Reference(reference)
        let typed = Code(code)
        var found: RegistrationStatus?
        for key in [desk.keys.code.current, desk.keys.code.previous].compactMap({ $0 }) {
            let hash = ReceiptSecrets.codeHash(
                reference: asked?.symbols ?? "", code: typed?.symbols ?? "", key: key)
            let status = try desk.store.status(
                reference: asked ?? Reference(randomBytes: SecureRandom.bytes(8)), codeHash: hash)
            if asked != nil, typed != nil, found == nil { found = status }
        }
        return found
    }

    private func lookUpFailed(_ reference: [String]) throws -> IntakeResponse {
        let typed = only(reference)
        return try page(
            "pages/gui/tra-cuu", status: 404,
            PageHead(title: "Tra cứu phiếu", current: snapshot.chrome.places.lookup, hasErrors: true),
            [
                "lookup": [
                    "action": "/gui/tra-cuu", "reference": .text(typed.utf8.count <= 30 ? typed : ""),
                    "problem": .text(
                        "Không tìm thấy phiếu có số biên nhận và mã tra cứu này. Ông, bà xem lại biên nhận: cả hai "
                            + "không dùng chữ I, chữ O, số 0 và số 1. Nếu đã thử nhiều lần, ông, bà đợi vài phút rồi thử lại."
                    ),
                ]
            ])
    }

    private func statusPage(_ status: RegistrationStatus, reference: String) throws -> IntakeResponse {
        let name = status.number.map { "\($0)" } ?? Reference(reference).map { "\($0)" } ?? ""
        return try page(
            "pages/gui/ket-qua-tra-cuu", status: 200,
            PageHead(title: "Phiếu \(name)", current: snapshot.chrome.places.lookup),
            StatusView(status: status, name: name, release: snapshot.release, now: now).values)
    }
}
