internal import Cryptography
internal import Domain
internal import Foundation
internal import Theme

extension Visit {
    func receiptPage(_ receipt: StoredReceipt, _ filling: Filling, token: CheckToken) throws -> IntakeResponse {
        guard let key = desk.keys.token.key(generation: token.generation) else {
            throw KeyFault.missing(generation: token.generation)
        }
        return try page(
            "pages/gui/bien-nhan", status: 200,
            PageHead(title: "Biên nhận \(receipt.reference)", current: filling.form.form.page),
            [
                "received": .time(receipt.receivedAt), "reference": .text("\(receipt.reference)"),
                "code": try shownCode(of: receipt, token).map { .text($0.grouped) } ?? .absent,
                "is-late": .flag(receipt.isLate),
                "track": .list(NextSteps(series: receipt.series, release: snapshot.release, now: now).values),
                "save-action": "/gui/bien-nhan.txt",
                "save-hidden": .hiddenInputs([(name: FormControl.token, value: token.text(key: key))]),
            ])
    }

    /// The receipt as a file to keep.
    func receiptText(_ posted: URLEncodedForm) throws -> IntakeResponse {
        let texts = posted.values[FormControl.token] ?? []
        guard texts.count == 1, let text = texts.first, let token = verified(text) else {
            return try refused(.noReceipt)
        }
        let receipt: StoredReceipt?
        let code: Code?
        do {
            receipt = try desk.store.receipt(forToken: token.random)
            code = try receipt.flatMap { try shownCode(of: $0, token) }
        } catch {
            return try unavailable(desk.report(error, during: "receipt-failed"))
        }
        guard let receipt else { return try refused(.noReceipt) }
        let file = "attachment; filename=\"bien-nhan-\(receipt.reference).txt\""
        return IntakeResponse(
            status: 200, contentType: "text/plain; charset=utf-8",
            headers: [IntakeResponse.Header("Content-Disposition", file)],
            text: ReceiptText(receipt: receipt, code: code, release: snapshot.release, now: now).text)
    }

    /// Nothing once the office gave a new code: only the terminal it was shown on ever had that one.
    private func shownCode(of receipt: StoredReceipt, _ token: CheckToken) throws -> Code? {
        receipt.codeIsReplaced ? nil : try code(of: token)
    }

    private func verified(_ text: String) -> CheckToken? {
        do {
            return try CheckToken(text, keys: desk.keys.token)
        } catch {
            return nil
        }
    }
}
