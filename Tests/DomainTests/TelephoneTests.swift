import Domain
import Testing

@Suite("A telephone number") struct TelephoneTests {
    @Test(arguments: [
        "0912345678", "0912 345 678", "+84 912 345 678", "84912345678", "0209 3870 123", "02093870123",
        "(0209) 3870-123", "1800 1234", "19001234", "0561234567", "0771234567",
    ])
    func `that can be called is taken as typed`(number: String) {
        #expect(Telephone.problem(with: number) == nil)
    }

    @Test(arguments: [
        ("0912 345 67", "thiếu 1 chữ số"), ("0912 345 6789", "thừa 1 chữ số"), ("912345678", "bắt đầu bằng số 0"),
        ("01234567890", "từ năm 2018"), ("0511234567", "Đầu số 051"), ("không có", "chỉ gồm chữ số"),
        ("0209 3870", "Số điện thoại bàn có 11 chữ số"), ("++84912345678", "chỉ gồm chữ số"),
        ("+1 202 555 0100", "ở Việt Nam"),
    ])
    func `that cannot be called says what to mend`(number: String, words: String) throws {
        let message = try #require(Telephone.problem(with: number))
        #expect(message.contains(words))
    }

    @Test(arguments: [
        ("+84 912 345 678", "0912345678"), ("0084912345678", "0912345678"), ("0209 3870 123", "02093870123"),
        ("+840912345678", "0912345678"),
    ])
    func `has one normal form`(typed: String, normal: String) {
        #expect(Telephone.normalised(typed) == normal)
    }
}
