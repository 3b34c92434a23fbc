package import Foundation

extension Paper {
    /// What templates are fed: the model as it is, keys sorted. Described in `theme/documents/README.md`.
    package func jsonForTemplates() throws(DocumentsError) -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return try encoder.encode(self)
        } catch {
            throw .engineFailed(document: title, message: "\(error)")
        }
    }
}
