import Domain
import Foundation
import Testing

@testable import Content

@Suite("Text of source files") struct SourceFileTests {
    private func read(_ bytes: [UInt8]) -> (file: SourceFile, found: [Diagnostic]) {
        let inspection = Inspection()
        let file = SourceFile(path: "content/x", bytes: Data(bytes), inspection: inspection)
        return (file, inspection.diagnostics())
    }

    @Test func `NFD is a fault at its first letter, and reading goes on with NFC`() {
        let (file, found) = read(Array("một\nkế hoạch".decomposedStringWithCanonicalMapping.utf8))
        #expect(found.map(\.rule) == ["not-nfc"])
        #expect(found.first?.position == SourcePosition(file: "content/x", line: 1, column: 2))
        #expect(Array(file.text.utf8) == Array("một\nkế hoạch".utf8))
    }

    @Test func `bytes that are no UTF-8 are a fault with their place`() {
        let (_, found) = read(Array("một\nha".utf8) + [0xE1] + Array(" x".utf8))
        #expect(found.map(\.rule) == ["not-utf-8"])
        #expect(found.first?.position == SourcePosition(file: "content/x", line: 2, column: 3))
    }

    @Test func `Windows line ends and a byte order mark are faults, and mended`() {
        let (file, found) = read([0xEF, 0xBB, 0xBF] + Array("a\r\nb\rc".utf8))
        #expect(Set(found.map(\.rule)) == ["byte-order-mark", "line-ends"])
        #expect(file.text == "a\nb\nc")
        #expect(file.lines == ["a", "b", "c"])
    }

    @Test(arguments: ["\u{200B}", "\u{202E}", "\u{0}", "\u{AD}", "\u{FEFF}"])
    func `hidden characters are faults`(text: String) {
        #expect(read(Array("a\(text)".utf8)).found.map(\.rule) == ["hidden-character"])
    }

    @Test func `Eth for Đ is a fault in every line, and CR where it stands`() {
        let found = read(Array("một\r\n\u{D0}ất\nxã \u{F0}ó".utf8)).found
        #expect(found.map(\.rule) == ["line-ends", "wrong-letter", "wrong-letter"])
        #expect(found.map { "\($0.position)" } == ["content/x:1:4", "content/x:2:1", "content/x:3:4"])
    }

    @Test(arguments: ["Đất đai, TTHC – “ngoặc”…", "a\tb", "", "\u{1F600}"]) func `usual text is none`(text: String) {
        #expect(read(Array(text.utf8)).found.isEmpty)
    }

    @Test func `columns of bytes and scalars become columns of characters`() {
        let (file, _) = read(Array("đất: x".utf8))
        #expect(file.column(ofByte: "đất: ".utf8.count + 1, line: 1) == 6)
        #expect(file.column(ofScalar: 6, line: 1) == 6)
    }
}
