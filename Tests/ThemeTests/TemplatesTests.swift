import Foundation
import Testing

@testable import Theme

/// Where the theme stands in this checkout.
let themeDirectory = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "theme")

@Suite("The templates of the portal")
struct TemplatesTests {
    @Test func `all templates load`() throws {
        #expect(try Theme(directory: themeDirectory).names.contains("pages/gui/bieu-mau"))
    }
}
