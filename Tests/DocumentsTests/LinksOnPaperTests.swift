import Documents
import Domain
import Testing

@Suite("Links on paper") struct LinksOnPaperTests {
    private func words(_ link: Prose.Inline, _ links: PassageWriter.Links) -> String {
        PassageWriter.passages(
            of: Prose(blocks: [.paragraph([.text("Xem "), link, .text(".")])]), baseURL: "https://www.mau.gov.vn",
            links: links
        ).map(\.runs.plainText).joined()
    }

    @Test func `an address that words hide is printed behind them`() {
        let guide = Prose.Inline.link(destination: "/lien-he/", content: [.text("Liên hệ")])
        #expect(words(guide, .spelledOut) == "Xem Liên hệ (www.mau.gov.vn/lien-he).")
        #expect(words(guide, .followed) == "Xem Liên hệ.")
    }

    @Test(arguments: [("https://mau.vn/a", "mau.vn/a"), ("mailto:vp@mau.vn", "vp@mau.vn"), ("tel:+842093", "0209 3")])
    func `words that are the address stand alone`(destination: String, words: String) {
        let link = Prose.Inline.link(destination: destination, content: [.text(words)])
        #expect(self.words(link, .spelledOut) == "Xem \(words).")
    }

    @Test func `letters print the addresses of an answer`() throws {
        var matter = SampleOffice.matter(1)
        matter.reply?.body = Prose(blocks: [
            .paragraph([.link(destination: "/phan-anh/", content: [.text("Phản ánh, kiến nghị")])])
        ])
        let letter = Paper.guidance(
            [GuidanceLetter(sender: SampleOffice.sender, authority: SampleOffice.authority, matter: matter)],
            site: SampleOffice.site, frame: SampleOffice.frame)
        #expect(letter.plainText.contains("Phản ánh, kiến nghị (\(SampleOffice.site.baseURL.dropFirst(8))/phan-anh)"))
    }
}
