/// What an address under `/gui/` means.
enum Route: Hashable {
    /// Checks a filled-in form.
    case check(form: String)
    /// Sends a checked form.
    case send(form: String)
    /// The receipt as a text file.
    case receiptText
    case lookUp

    init?(path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, parts[0].isEmpty, parts[1] == "gui", !parts[2].isEmpty else { return nil }
        switch (parts[2], Array(parts.dropFirst(3))) {
        case ("bien-nhan.txt", []): self = .receiptText
        case ("tra-cuu", []): self = .lookUp
        case (let form, []), (let form, ["kiem-tra"]): self = .check(form: form)
        case (let form, ["gui"]): self = .send(form: form)
        default: return nil
        }
    }
}
