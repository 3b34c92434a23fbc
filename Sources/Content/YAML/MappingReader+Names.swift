import Domain
import Yams

extension MappingReader {
    /// A required ASCII name: lower-case letters, digits and single hyphens.
    ///
    /// - Parameter names: Where it must be the first of its kind.
    func name(_ key: String, uniqueIn names: UniqueNames) -> String {
        let text = text(key)
        guard !text.isEmpty else { return text }
        if VietnameseText.slug(text) != text { report(.notASlug(text), at: key) }
        if !names.insert(text) { report(.duplicateName(text, kind: names.kind, word: names.word), at: key) }
        return text
    }

    /// A required reference to something declared elsewhere.
    func reference(_ key: String, to names: KnownNames) -> String {
        let text = text(key)
        if !text.isEmpty, !names.contains(text) { report(.unknownName(text, names: names), at: key) }
        return text
    }

    /// An optional reference to something declared elsewhere.
    func optionalReference(_ key: String, to names: KnownNames) -> String? {
        has(key) ? reference(key, to: names) : nil
    }
}

/// Names of one kind that must differ from one another.
final class UniqueNames {
    /// In Vietnamese, such as «phòng, đơn vị».
    let kind: String
    /// What the name is to them: «mã», «địa chỉ».
    let word: String
    private var seen: Set<String> = []

    init(_ kind: String, word: String = "mã") {
        self.kind = kind
        self.word = word
    }

    /// Whether `name` is new.
    func insert(_ name: String) -> Bool { seen.insert(name).inserted }
}

/// Names of one kind that content may refer to.
struct KnownNames {
    /// In Vietnamese, such as «phòng, đơn vị».
    var kind: String
    /// Where they are declared.
    var home: String
    /// Nothing when they could not be read: then no reference is faulted, for the cause is reported already.
    var all: [String]?

    func contains(_ name: String) -> Bool { all?.contains(name) ?? true }
}

extension KnownNames {
    static func divisions(_ site: Site?) -> KnownNames {
        KnownNames(
            kind: "phòng, đơn vị", home: "divisions của content/site.yaml", all: site?.divisions.map(\.id).orUnknown)
    }

    static func subjects(_ site: Site?) -> KnownNames {
        KnownNames(kind: "lĩnh vực", home: "subjects của content/site.yaml", all: site?.subjects.map(\.id).orUnknown)
    }

    static func authorities(_ site: Site?) -> KnownNames {
        KnownNames(kind: "cơ quan", home: "authorities của content/site.yaml", all: site?.authorities.map(\.id))
    }

    static func legalReferences(_ site: Site?) -> KnownNames {
        KnownNames(
            kind: "văn bản", home: "legal-references của content/site.yaml", all: site?.legalReferences.map(\.id))
    }
}

extension [String] {
    /// An empty list of something that must exist is a fault already: it should not fault every use as well.
    fileprivate var orUnknown: [String]? { isEmpty ? nil : self }
}
