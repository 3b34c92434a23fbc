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

@Suite("The stylesheet")
struct StylesheetTests {
    @Test func `it is joined in the order of its layers and stays within its limit`() throws {
        let sheet = try Stylesheet.assemble(from: themeDirectory)
        #expect(sheet.hasPrefix("@layer tokens,base,layout,components,utilities,print;\n@layer tokens{\n:root {"))
        #expect(sheet.utf8.count <= Stylesheet.limit)
        #expect(!sheet.contains("/*"))
        #expect(sheet.count(where: { $0 == "{" }) == sheet.count(where: { $0 == "}" }))
    }

    @Test func `comments go, what is around them stays`() {
        #expect(Stylesheet.withoutComments("a{}/* x { */b{}/**/") == "a{}b{}")
    }
}
