package import Cryptography
package import Foundation

/// Makes documents to download: only those that the cache does not know, all of one format in one run.
package struct DocumentsMaker: Sendable {
    private let renderers: [MadeDocument.Format: any PaperRenderer]
    private let cache: DocumentCache
    private let program: SHA256Digest

    /// - Parameters:
    ///   - themeDirectory: The theme; templates are in its folder `documents`.
    ///   - cacheDirectory: Kept between builds, so that an unchanged site starts no engine; may be emptied.
    ///   - engine: See ``TypstEngine/located(root:searchPath:)``.
    ///   - program: Of the program itself: another one may draw otherwise.
    package init(
        themeDirectory: URL, cacheDirectory: URL, engine: TypstEngine, program: SHA256Digest
    ) throws(DocumentsError) {
        let directory = cacheDirectory.appending(path: "documents", directoryHint: .isDirectory)
        let templates = try DocumentTemplates(directory: themeDirectory.appending(path: "documents"))
        renderers = [
            .pdf: PDFRenderer(engine: engine, templates: templates, scratch: directory), .docx: WordRenderer(),
        ]
        cache = DocumentCache(directory: directory)
        self.program = program
    }

    /// One format of an order, on its way.
    private struct Wanted {
        var order: DocumentOrder
        var format: MadeDocument.Format
        var key: String
        var facts: DocumentCache.Facts?

        var name: String { "\(order.name).\(format.rawValue)" }
    }

    /// The documents in the order of the orders and their formats.
    ///
    /// - Throws: ``DocumentsError``, or what the orders throw when they are asked for their papers.
    package func make(_ orders: [DocumentOrder]) throws -> [MadeDocument] {
        let fingerprints = renderers.mapValues(\.fingerprint)
        var wanted = orders.flatMap { order in
            order.formats.map { format in
                let parts = [program.description, fingerprints[format] ?? "", order.key.description]
                let key = SHA256Digest(of: parts.joined(separator: "\n")).description
                let name = "\(order.name).\(format.rawValue)"
                return Wanted(order: order, format: format, key: key, facts: cache.facts(name: name, key: key))
            }
        }
        for format in MadeDocument.Format.allCases { try draw(format, of: &wanted) }
        return wanted.compactMap { item in
            guard let facts = item.facts else { return nil }
            // The PDF of the same order knows how many pages there are.
            let pages = facts.pages ?? wanted.first { $0.order.name == item.order.name }?.facts?.pages
            return MadeDocument(
                subject: item.order.subject, name: item.name, format: item.format, size: facts.size,
                digest: facts.digest, pages: pages, paper: item.order.paper,
                file: cache.file(name: item.name, key: item.key))
        }
    }

    /// Draws what is missing of one format.
    private func draw(_ format: MadeDocument.Format, of wanted: inout [Wanted]) throws {
        guard let renderer = renderers[format] else { return }
        let missing = wanted.indices.filter { wanted[$0].format == format && wanted[$0].facts == nil }
        let papers = try missing.map { try wanted[$0].order.paper() }
        for (index, rendered) in zip(missing, try renderer.render(papers)) {
            wanted[index].facts = try cache.keep(rendered, name: wanted[index].name, key: wanted[index].key)
        }
    }
}
