package import Domain

extension ContentLoader {
    /// What the office needs to know of itself.
    package struct LoadedOffice: Hashable, Sendable {
        /// Nothing when `site.yaml` or `office.yaml` has an error.
        package let site: Site?
        package let officers: [Officer]
        /// Of those two files only.
        package let diagnostics: [Diagnostic]
    }

    /// Reads `site.yaml` and `office.yaml` alone: a page an editor has half written must not keep the office from the
    /// register.
    package func loadOffice() -> LoadedOffice {
        let inspection = Inspection()
        let folder = ContentFolder(roots: roots)
        let site = source(.site, what: "cơ quan, phòng, lĩnh vực", folder, inspection).flatMap(SiteReader.read)
        let officers = source(.office, what: "ai được làm gì trên sổ", folder, inspection)
            .map { OfficeReader.read($0, site: site) }
        return LoadedOffice(
            site: inspection.hasErrors ? nil : site, officers: officers ?? [], diagnostics: inspection.diagnostics())
    }

    private func source(
        _ file: ContentPath, what: String, _ folder: ContentFolder, _ inspection: Inspection
    ) -> SourceFile? {
        let position = SourcePosition(file: file.path)
        guard let entry = folder.entry(file.path) else {
            inspection.add(.missingFile(what), at: position)
            return nil
        }
        do {
            return SourceFile(path: file.path, bytes: try folder.bytes(of: entry), inspection: inspection)
        } catch {
            inspection.add(.unreadableFile, at: position)
            return nil
        }
    }
}
