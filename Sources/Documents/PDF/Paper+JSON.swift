import Domain
import Foundation

extension Paper {
    /// The file of `theme/documents/` that lays it out, without its ending.
    var template: String {
        switch self {
        case .official(let document): document.kind.template
        case .form: "phieu"
        }
    }

    /// The day in the properties of the file.
    var date: CivilDate {
        switch self {
        case .official(let document): document.date
        case .form(let form): form.date
        }
    }

    /// What templates are fed: the model as it is, keys sorted. Described in `theme/documents/README.md`.
    func json() throws(DocumentsError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            switch self {
            case .official(let document): return try encoder.encode(document)
            case .form(let form): return try encoder.encode(form)
            }
        } catch {
            throw .engineFailed(document: title, message: "\(error)")
        }
    }
}
