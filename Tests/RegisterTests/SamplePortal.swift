import Domain

/// What the portal says of itself, as far as drafts and the origin rule look at it.
enum SamplePortal {
    static let site = Site(
        title: "Cổng đối thoại", baseURL: "https://example.vn",
        agency: Agency(
            name: "Sở Khoa học và Công nghệ", fullName: "Sở Khoa học và Công nghệ tỉnh Bắc Kạn",
            parent: "UBND tỉnh Bắc Kạn", place: "Bắc Kạn", symbol: "SKHCN",
            address: "Số 3, đường Trường Chinh, thành phố Bắc Kạn, tỉnh Bắc Kạn", email: "sokhcn@backan.gov.vn",
            telephone: "", officeHours: ""),
        divisions: [
            Division(id: "van-phong", name: "Văn phòng Sở", duty: ""),
            Division(id: "chi-cuc-tdc", name: "Chi cục Tiêu chuẩn Đo lường Chất lượng", duty: ""),
        ],
        subjects: [
            Subject(id: "shtt", slug: "so-huu-tri-tue", name: "Sở hữu trí tuệ", examples: "", division: "van-phong"),
            Subject(id: "tdc", slug: "tdc", name: "Đo lường", examples: "", division: "chi-cuc-tdc"),
        ],
        abbreviations: ["HTX": "hợp tác xã"], publicContacts: ["sokhcn@backan.gov.vn"], authorities: [], holidays: [],
        legalReferences: [])

    static let portal = Portal(
        site: site, officers: [SampleRegister.clerk, SampleRegister.drafter, SampleRegister.approver], editions: [],
        feedback: FeedbackForm(form: feedback, description: "", guidance: Prose(blocks: [])), pages: [], answers: [])

    /// The sample form under the feedback form's id.
    static let feedback: FormDefinition = {
        var form = SampleForm.form
        form.id = "phan-anh"
        return form
    }()
}
