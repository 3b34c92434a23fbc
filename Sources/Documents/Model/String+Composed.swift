import Foundation

extension String {
    /// In NFC, as everything in a document is.
    var composed: String { precomposedStringWithCanonicalMapping }
}
