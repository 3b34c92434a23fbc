import Foundation
import Testing
import Theme

@Suite("Scripts as they are released") struct ScriptTests {
    @Test func `comments and blanks before lines are left out, code is not`() {
        let script = """
            // Of the file.

            /** Of a function, on one line. */
            function one() {
              /*
               * Of a line.
               */
              return "// not a comment";
            }
            """
        #expect(Script.plain(script) == "function one() {\nreturn \"// not a comment\";\n}\n")
    }

    @Test(arguments: ["dt.mjs", "tim-kiem.mjs"])
    func `no string of ours runs over several lines`(name: String) throws {
        let file = themeDirectory.appending(path: "scripts/\(name)")
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        let open = lines.filter { line in
            !line.drop(while: { $0 == " " }).hasPrefix("/") && !line.drop(while: { $0 == " " }).hasPrefix("*")
                && !line.count(where: { $0 == "`" }).isMultiple(of: 2)
        }
        #expect(!lines.isEmpty && open == [])
    }
}
