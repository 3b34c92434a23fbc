import Domain
import Register
import Testing

@Suite("The origin rule") struct OriginRuleTests {
    private func hits(_ answers: [String: String], in text: String) -> [FormField.Role] {
        OriginRule(
            answers: FormAnswers(answers), form: SampleForm.form, publicWords: PublicWords(of: SamplePortal.portal)
        ).hits(in: text).map(\.role)
    }

    @Test(arguments: [
        "Chào bà Hoàng Thị Minh Họa.", "chào bà HOÀNG THỊ MINH HỌA", "hoang thi minh hoa",
        "Hoàng\nThị **Minh** Họa", "Hoa\u{300}ng Thi\u{323} Minh Ho\u{323}a", "Hoàng Thị Mi\u{AD}nh Họa",
        "Hoàng Thị\u{A0}Minh\u{200B} Họa",
    ])
    func `a name is found whatever its case, marks and mark-up`(text: String) {
        #expect(hits(SampleRegister.sampleAnswers, in: text) == [.name])
    }

    @Test(arguments: [
        ("0912000001", FormField.Role.telephone), ("0912.000.001", .telephone), ("+84 912 000 001", .telephone),
        ("gọi (0912) 000-001 nhé", .telephone), ("HTX.banmau@Example.vn.", .email),
        ("thư <htx.banmau@example.vn>", .email), ("thôn bản mẫu - xã Côn Minh", .address),
        ("Hợp tác xã miến dong Bản Mẫu", .organisation),
    ])
    func `telephone, e-mail, address and organisation are found`(text: String, role: FormField.Role) {
        #expect(hits(SampleRegister.sampleAnswers, in: text).contains(role))
    }

    @Test(arguments: [
        "Hoàng Thị Minh Họaa", "Minh Họa", "Côn Minh, Na Rì", "0912 000 002", "xhtx.banmau@example.vn",
        "htx.banmau@example.vn.com", "Một hợp tác xã", "Điều 14, khoản 1", "",
    ])
    func `what only resembles it passes`(text: String) {
        #expect(hits(SampleRegister.sampleAnswers, in: text).isEmpty)
    }

    @Test func `a place is told by line and column, not by content`() {
        let rule = OriginRule(
            answers: FormAnswers(SampleRegister.sampleAnswers), form: SampleForm.form,
            publicWords: PublicWords(of: SamplePortal.portal))
        let hit = rule.hits(in: "dòng một\nchào Hoàng Thị Minh Họa").first
        #expect([hit?.line, hit?.column] == [2, 6])
        #expect(hit?.role == .name)
    }

    @Test(arguments: [
        ["ho-ten": "Sở Khoa học và Công nghệ"], ["ho-ten": "Thông báo"], ["dia-chi": "Bắc Kạn"],
        ["ho-ten": "Khoa Học"], ["to-chuc": "Hợp tác xã"], ["to-chuc": "Chi cục Tiêu chuẩn Đo lường Chất lượng"],
        ["dia-chi": "Số 3, đường Trường Chinh, thành phố Bắc Kạn, tỉnh Bắc Kạn"], ["thu": "sokhcn@backan.gov.vn"],
        ["thu": "SoKHCN@backan.gov.vn"], ["ho-ten": "A"], ["ho-ten": "Và"],
    ])
    func `nothing public can be claimed by a sender`(answers: [String: String]) {
        let text = """
            Thông báo: Sở Khoa học và Công nghệ tỉnh Bắc Kạn, Số 3, đường Trường Chinh, thành phố Bắc Kạn, tỉnh Bắc Kạn,
            sokhcn@backan.gov.vn. Hợp tác xã và a hỏi Chi cục Tiêu chuẩn Đo lường Chất lượng.
            """
        #expect(hits(answers, in: text).isEmpty)
    }
}
