/// How the secret half of a receipt follows from what signs it; the one place that says so.
///
/// The code is never stored: the same token gives the same code, and the register keeps only a keyed digest of it.
package enum ReceiptSecrets {
    /// Uniform secret bytes from which the code of a receipt is written.
    ///
    /// - Parameters:
    ///   - token: The 16 bytes of the check page's token, or random bytes for a form that came on paper.
    ///   - key: The key for the purpose `code`.
    /// - Returns: 32 bytes; the code takes the first ten.
    package static func codeBytes(token: [UInt8], key: Key) -> [UInt8] {
        HMAC.sha256(Array("receipt-code\u{0}".utf8) + token, key: key)
    }

    /// What the register keeps of a code: 32 bytes that say nothing without the key.
    ///
    /// - Parameters:
    ///   - reference: The 8 symbols of the reference, without hyphen.
    ///   - code: The 10 symbols of the code, without hyphen.
    ///   - key: The key for the purpose `code`.
    package static func codeHash(reference: String, code: String, key: Key) -> [UInt8] {
        HMAC.sha256("code\u{0}\(reference)\u{0}\(code)", key: key)
    }
}
