import Foundation
import Testing

@Suite("Guides for staff") struct GuideTests {
    @Test(arguments: [("huong-dan-van-phong.md", 20), ("huong-dan-bien-tap.md", 10), ("huong-dan-van-hanh.md", 10)])
    func `they name only commands and options there are`(file: String, atLeast: Int) throws {
        let office = try RehearsedOffice(asOf: "2021-11-22T09:00")
        let guide = try String(
            contentsOf: RehearsedOffice.root.appending(path: "docs/\(file)"), encoding: .utf8)
        let lines = guide.replacing("\\\n", with: "").replacing("sudo -u doithoai doithoai", with: "doithoai")
        let commands = lines.split(separator: "\n").filter { $0.hasPrefix("doithoai ") }
        #expect(commands.count >= atLeast)
        for command in commands {
            let words = command.split(separator: "#")[0].split(separator: " ").dropFirst().map(String.init)
            let names = Array(words.prefix(["register", "answer", "letter", "new"].contains(words[0]) ? 2 : 1))
            let help = try office.done(names + ["--help"]).output
            #expect(help.contains("CÁCH DÙNG: doithoai \(names.joined(separator: " "))"), "\(command)")
            for option in command.matches(of: /--[a-z-]+/) {
                #expect(help.contains(option.output), "\(command): \(option.output)")
            }
        }
    }
}
