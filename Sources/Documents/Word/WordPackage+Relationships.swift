import Domain

/// How the parts of the package find one another, and what describes the whole.
extension WordPackage {
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"
    private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml"

    var contentTypes: XMLNode {
        var overrides = [
            ("/word/document.xml", "\(Self.word).document.main+xml"), ("/word/styles.xml", "\(Self.word).styles+xml"),
            ("/word/settings.xml", "\(Self.word).settings+xml"),
            ("/word/fontTable.xml", "\(Self.word).fontTable+xml"),
            ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
            ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ]
        if !footnotes.isEmpty { overrides.append(("/word/footnotes.xml", "\(Self.word).footnotes+xml")) }
        overrides += heads.indices.map { ("/word/header\($0 + 1).xml", "\(Self.word).header+xml") }
        overrides += feet.indices.map { ("/word/footer\($0 + 1).xml", "\(Self.word).footer+xml") }
        var defaults: [XMLNode] = [
            .tag(
                "Default",
                ["Extension": "rels", "ContentType": "application/vnd.openxmlformats-package.relationships+xml"]),
            .tag("Default", ["Extension": "xml", "ContentType": "application/xml"]),
        ]
        if !body.images.isEmpty {
            defaults.append(.tag("Default", ["Extension": "png", "ContentType": "image/png"]))
        }
        return .tag(
            "Types", ["xmlns": "\(Self.package)/content-types"],
            defaults + overrides.map { .tag("Override", ["PartName": $0.0, "ContentType": $0.1]) })
    }

    var packageRelationships: XMLNode {
        .tag(
            "Relationships", ["xmlns": "\(Self.package)/relationships"],
            [
                Self.relationship("rId1", "\(Self.office)/officeDocument", "word/document.xml"),
                Self.relationship(
                    "rId2", "\(Self.package)/relationships/metadata/core-properties", "docProps/core.xml"),
            ])
    }

    /// - Parameter withParts: Whether styles, settings and the like hang on it.
    func relationships(links: [String], withParts: Bool) -> XMLNode {
        var parts: [XMLNode] = []
        if withParts {
            parts = ["styles", "settings", "fontTable"].map {
                Self.relationship("rId-\($0)", "\(Self.office)/\($0)", "\($0).xml")
            }
            parts.append(Self.relationship("rId-theme", "\(Self.office)/theme", "theme/theme1.xml"))
            parts += heads.indices.map {
                Self.relationship("rIdHeader\($0 + 1)", "\(Self.office)/header", "header\($0 + 1).xml")
            }
            parts += feet.indices.map {
                Self.relationship("rIdFooter\($0 + 1)", "\(Self.office)/footer", "footer\($0 + 1).xml")
            }
            parts += body.images.indices.map {
                Self.relationship("rIdImage\($0 + 1)", "\(Self.office)/image", "media/image\($0 + 1).png")
            }
            if !footnotes.isEmpty {
                parts.append(Self.relationship("rIdFootnotes", "\(Self.office)/footnotes", "footnotes.xml"))
            }
        }
        let external = links.enumerated().map { index, link in
            XMLNode.tag(
                "Relationship",
                [
                    "Id": "rIdLink\(index + 1)", "Type": "\(Self.office)/hyperlink", "Target": link,
                    "TargetMode": "External",
                ])
        }
        return .tag("Relationships", ["xmlns": "\(Self.package)/relationships"], parts + external)
    }

    /// Title, author, language and the day of the document; never the day of the build.
    var properties: XMLNode {
        let day = VietnameseDate.machine(date) + "T00:00:00Z"
        let dates = ["created", "modified"].map {
            XMLNode.tag("dcterms:\($0)", ["xsi:type": "dcterms:W3CDTF"], [.text(day)])
        }
        return .tag(
            "cp:coreProperties",
            [
                "xmlns:cp": "\(Self.package)/metadata/core-properties",
                "xmlns:dc": "http://purl.org/dc/elements/1.1/", "xmlns:dcterms": "http://purl.org/dc/terms/",
                "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
            ],
            [
                .tag("dc:title", [:], [.text(title)]), .tag("dc:creator", [:], [.text(author)]),
                .tag("dc:language", [:], [.text(language == "vi" ? "vi-VN" : language)]),
            ] + dates)
    }

    private static func relationship(_ id: String, _ type: String, _ target: String) -> XMLNode {
        .tag("Relationship", ["Id": id, "Type": type, "Target": target])
    }
}
