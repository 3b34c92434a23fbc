import Domain
import Yams

/// Reads `content/office.yaml`.
enum OfficeReader {
    static func read(_ source: SourceFile, site: Site?) -> [Officer] {
        guard let reader = YAMLDocument.open(source.text, of: source) else { return [] }
        defer { reader.close() }
        let accounts = UniqueNames("người", word: "tên đăng nhập")
        let officers = reader.list("officers") { item in
            Officer(
                account: account(item, uniqueIn: accounts), name: item.text("name"),
                division: item.reference("division", to: .divisions(site)), duties: duties(item))
        }
        guard !officers.isEmpty else { return officers }
        // A register needs its clerk, an answer its drafter and another person as approver.
        for duty in Officer.Duty.allCases where !officers.contains(where: { $0.has(duty) || $0.duties.isEmpty }) {
            reader.report(.dutyUnheld(duty.rawValue), at: "officers")
        }
        return officers
    }

    /// Accounts of the operating system follow its rules, not those of slugs: they may hold `_` and `.`.
    private static func account(_ reader: MappingReader, uniqueIn accounts: UniqueNames) -> String {
        let account = reader.text("account")
        if !account.isEmpty, !accounts.insert(account) {
            reader.report(.duplicateName(account, kind: accounts.kind, word: accounts.word), at: "account")
        }
        return account
    }

    private static func duties(_ reader: MappingReader) -> [Officer.Duty] {
        reader.texts("duties", required: true).compactMap { word in
            if let duty = Officer.Duty(rawValue: word.value) { return duty }
            let all = Officer.Duty.allCases.map(\.rawValue)
            reader.report(.notAChoice(word.value, key: "duties", among: all), at: word.node)
            return nil
        }
    }
}

extension Officer {
    fileprivate func has(_ duty: Duty) -> Bool { duties.contains(duty) }
}
