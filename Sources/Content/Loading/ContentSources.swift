import Domain

/// Opens the files of `content/` that are few and each different, for one inspection.
struct ContentSources {
    let folder: ContentFolder
    let parts: [ContentPath: ContentFolder.Entry]
    let inspection: Inspection

    func source(_ file: ContentPath) -> SourceFile? { parts[file].flatMap(open) }

    /// - Parameter what: What the file holds, for the message that it is missing.
    func required(_ file: ContentPath, what: String) -> SourceFile? {
        if parts[file] != nil { return source(file) }
        inspection.add(.missingFile(what), at: SourcePosition(file: file.path))
        return nil
    }

    func open(_ entry: ContentFolder.Entry) -> SourceFile? {
        do {
            return SourceFile(path: entry.path, bytes: try folder.bytes(of: entry), inspection: inspection)
        } catch {
            inspection.add(.unreadableFile, at: SourcePosition(file: entry.path))
            return nil
        }
    }
}
