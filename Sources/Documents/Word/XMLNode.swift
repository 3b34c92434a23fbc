/// An element or a text of XML; the only place where data meets mark-up.
indirect enum XMLNode: Hashable, Sendable {
    case element(name: String, attributes: [Attribute], children: [XMLNode])
    case text(String)

    struct Attribute: Hashable, Sendable {
        var name: String
        var value: String
    }

    /// `w("p", [], …)` is `<w:p>…</w:p>`, attributes in the same name space.
    static func w(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []
    ) -> XMLNode {
        .element(
            name: "w:\(name)", attributes: attributes.map { Attribute(name: "w:\($0.key)", value: $0.value) },
            children: children)
    }

    /// An element with names as given.
    static func tag(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [XMLNode] = []
    ) -> XMLNode {
        .element(
            name: name, attributes: attributes.map { Attribute(name: $0.key, value: $0.value) }, children: children)
    }

    /// A whole file with its declaration.
    var document: [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        write(to: &text)
        return Array(text.utf8)
    }

    private func write(to text: inout String) {
        switch self {
        case .text(let words): text += XMLNode.escaped(words)
        case .element(let name, let attributes, let children):
            text += "<\(name)"
            for attribute in attributes { text += " \(attribute.name)=\"\(XMLNode.escaped(attribute.value))\"" }
            guard !children.isEmpty else {
                text += "/>"
                return
            }
            text += ">"
            for child in children { child.write(to: &text) }
            text += "</\(name)>"
        }
    }

    /// Characters that XML 1.0 does not allow are dropped.
    private static func escaped(_ words: String) -> String {
        var result = ""
        for scalar in words.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
