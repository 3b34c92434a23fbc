package import Domain

/// The file a standing page is begun from: well-formed, and not public before its editor says so.
package struct PageStart {
    private let title: String
    private let owner: String
    private let today: CivilDate

    /// - Parameter owner: The id of the division that keeps the page true.
    package init(title: String, owner: String, today: CivilDate) {
        self.title = title
        self.owner = owner
        self.today = today
    }

    /// Whether the portal makes the page at this address itself.
    package static func isReserved(_ slug: String) -> Bool { SiteMap().isTaken("/\(slug)/") }

    /// The whole file. Shape: docs/content-format.md.
    package var text: String {
        """
        ---
        title: \(YAMLText.quoted(title))
        # Một câu cho máy tìm kiếm: trang này giúp người đọc việc gì.
        description: \(YAMLText.quoted(title))
        owner: \(owner)
        updated: \(VietnameseDate.figures(today))
        # Qua ngày này, trang được nhắc rà soát.
        review: \(VietnameseDate.figures(today.adding(days: 365)))
        # Trước giờ này trang chưa lên cổng. Bỏ dòng này nếu muốn đăng ngay lần dựng tới.
        published: \(VietnameseDate.figures(today.adding(days: 7))) 08:00
        ---

        \(SampleSentence.lead)

        ## \(SampleSentence.heading)

        \(SampleSentence.more)

        """
    }
}
