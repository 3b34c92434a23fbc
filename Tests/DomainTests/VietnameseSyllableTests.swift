import Domain
import Testing

@Suite("Syllables of Vietnamese") struct VietnameseSyllableTests {
    @Test func `every word of a plain text is one`() {
        let text = """
            sở khoa học và công nghệ tổ chức đối thoại trực tiếp với cá nhân doanh nghiệp hợp tác xã về thủ tục hành chính \
            giải quyết vướng mắc kiến nghị phản ánh người đứng đầu chủ trì phiếu đăng ký gửi bưu điện hộp thư điện tử địa chỉ \
            nhận giấy mời tra cứu quyền làm chủ nguyên tử bức xạ hạt nhân sở hữu trí tuệ tiêu chuẩn đo lường chất lượng \
            gì giếng giữa quý quốc khuya ngoèo xoong nghiêng ngượng huỳnh khuỷu thuở hươu yêu yết uyển oẳn ghềnh
            """
        for word in text.split(separator: " ") {
            #expect(VietnameseSyllable.isPossible(String(word)), "\(word)")
        }
    }

    @Test(arguments: ["hòa", "hoà", "thủy", "thuỷ", "khỏe", "khoẻ"]) func `both places of the tone mark are right`(
        word: String
    ) {
        #expect(VietnameseSyllable.isPossible(word))
    }

    @Test(arguments: ["chứcc", "điẹnn", "ngiệp", "đia̤", "hoc̣k", "cếp", "ngế", "họcx", "càc", "mảt", "ươu̧", "nghà"])
    func `a slip of the keyboard is none`(word: String) {
        #expect(!VietnameseSyllable.isPossible(word))
    }
}
