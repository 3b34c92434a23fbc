import Domain
import Foundation
import Testing

@Suite("The order of Vietnamese lists") struct VietnameseOrderTests {
    @Test func `letters as in the alphabet, then tones as in dictionaries`() {
        let words = [
            "An Bình", "Anh", "Ánh", "Ăn", "Âm", "Bình", "Dung", "Đào", "Em", "Êm", "ma", "mà", "mả", "mã", "má", "mạ",
            "Oanh", "Ôn", "Ơn", "Uyên", "Ưng", "Xuân", "Ý",
        ]
        #expect(words.reversed().sorted { VietnameseOrder($0) < VietnameseOrder($1) } == words)
    }

    @Test func `composed or not, and wherever the tone stands, a word is the same`() {
        #expect(VietnameseOrder("Hoà") == VietnameseOrder("hòa"))
        #expect(VietnameseOrder("Thủy".decomposedStringWithCanonicalMapping) == VietnameseOrder("Thuỷ"))
    }

    @Test func `people are listed by given name, organisations without a name after them`() {
        let senders = [
            Sender(name: "Lý Văn Bình"), Sender(name: "Đặng Thị Anh"),
            Sender(name: "", organisation: "Hợp tác xã Ánh Dương"),
            Sender(name: "Bùi Văn Bình"), Sender(name: "Nông Văn Ân"),
        ]
        let names = senders.sorted { $0.isListed(before: $1) }.map { $0.name + $0.organisation }
        #expect(names == ["Đặng Thị Anh", "Nông Văn Ân", "Bùi Văn Bình", "Lý Văn Bình", "Hợp tác xã Ánh Dương"])
    }
}
