import Domain
import Foundation
import Testing

@Suite("Checking a filled-in form") struct FormCheckTests {
    static func field(
        _ name: String, _ kind: FormField.Kind, role: FormField.Role? = nil,
        required: FormField.Requirement = .always, max: Int = 20, options: [FormField.Option] = []
    ) -> FormField {
        FormField(
            name: name, role: role, kind: kind, label: name, paperLabel: name, shortLabel: name, hint: "",
            required: required, missing: "Hãy nhập \(name).", min: 0, max: max, autocomplete: "", rows: 1,
            paperLines: 1, isPrivate: true, isExported: true, isErased: true, options: options)
    }

    static let form = FormDefinition(
        id: "thu", title: "", about: "", addressee: "", owner: "", updated: CivilDate(number: 18_900), opening: "",
        footnote: "",
        parts: [
            FormPart(
                legend: "",
                fields: [
                    field(
                        "khieu-nai", .choice, role: .complaint,
                        options: [.init(value: "khong", label: "Không"), .init(value: "co", label: "Có", exits: true)]),
                    field(
                        "loai", .choice,
                        options: [.init(value: "ca-nhan", label: ""), .init(value: "hop-tac-xa", label: "")]),
                    field("ten", .line, role: .name),
                    field("to-chuc", .line, required: .when(field: "loai", values: ["hop-tac-xa"])),
                    field("dien-thoai", .telephone, required: .never),
                    field("thu", .email, required: .never),
                    field("linh-vuc", .subject, role: .subject),
                    field("phan-1", .text, role: .matter, required: .never, max: 50),
                ])
        ],
        atLeastOne: [.init(fields: ["dien-thoai", "thu"], message: "Hãy để lại số điện thoại hoặc thư điện tử.")])

    static let good: [String: [String]] = [
        "khieu-nai": ["khong"], "loai": ["ca-nhan"], "ten": ["Nguyễn Văn Minh Họa"], "dien-thoai": ["0912 345 678"],
        "linh-vuc": ["tdc"], "phan-1": ["Cân ở chợ kiểm định ở đâu?"],
    ]

    static func problems(_ change: [String: [String]]) -> [FormProblem] {
        form.check(good.merging(change) { $1 }, subjects: ["tdc"]).problems
    }

    @Test func `a good form has no problem`() {
        #expect(Self.problems([:]) == [])
    }

    @Test(arguments: [
        ("ten", [""], "Hãy nhập ten."), ("ten", ["  "], "Hãy nhập ten."), ("ten", ["Hoa 😀"], "chỉ gồm chữ cái"),
        ("ten", [String(repeating: "ă", count: 21)], "Hãy rút bớt 1 ký tự"), ("ten", ["A\u{0}nh"], "ký tự ẩn"),
        ("ten", ["\u{202E}Anh"], "ký tự ẩn"), ("ten", ["An", "Anh"], "gửi hai lần"),
        ("loai", ["cong-ty"], "Hãy chọn một trong các mục"), ("loai", [], "Hãy nhập loai."),
        ("linh-vuc", ["nong-nghiep"], "Hãy chọn một trong các mục"), ("dien-thoai", ["0912"], "thiếu 6 chữ số"),
        ("thu", ["a.example.vn"], "thiếu dấu @"),
    ])
    func `a fault is named beside its field`(name: String, given: [String], words: String) throws {
        let found = Self.problems([name: given])
        try #require(found.count == 1)
        #expect(found[0].field == name)
        #expect(found[0].message.contains(words))
    }

    @Test func `NFD is measured as it is stored`() {
        let exact = String(repeating: "ế", count: 20).decomposedStringWithCanonicalMapping
        #expect(Self.problems(["ten": [exact]]) == [])
    }

    @Test func `an organisation is demanded by the applicant type only`() {
        #expect(Self.problems(["loai": ["hop-tac-xa"]]).map(\.field) == ["to-chuc"])
    }

    @Test func `one of several fields is enough and the first is named when none is filled in`() {
        #expect(Self.problems(["dien-thoai": [""], "thu": ["ten@example.vn"]]) == [])
        #expect(Self.problems(["dien-thoai": [""]]).map(\.field) == ["dien-thoai"])
    }

    @Test func `a key the form does not know is refused without being repeated`() throws {
        let found = Self.problems(["state": ["published"]])
        try #require(found.count == 1)
        #expect(found[0].field == nil)
        #expect(!found[0].message.contains("state"))
    }

    @Test func `problems come in the order of the fields`() {
        let found = Self.form.check([:], subjects: ["tdc"]).problems
        #expect(found.map(\.field) == ["khieu-nai", "loai", "ten", "dien-thoai", "linh-vuc"])
    }

    @Test func `a complaint leads out`() {
        #expect(Self.form.check(Self.good.merging(["khieu-nai": ["co"]]) { $1 }, subjects: ["tdc"]).exits)
        #expect(!Self.form.check(Self.good, subjects: ["tdc"]).exits)
    }
}
