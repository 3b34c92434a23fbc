import Domain

/// Accounts for every file under `content/`: each has a use, or is reported.
struct FileSorter {
    let inspection: Inspection

    func sort(_ folder: ContentFolder) -> SortedFiles {
        for path in folder.unreadable { report(path == "content" ? .noContent : .unreadableFile, at: path) }
        for path in folder.special { report(.unexpectedFile(like: nil), at: path) }
        var files = SortedFiles()
        for entry in folder.entries {
            let path = entry.path
            if entry.signature.size > SourceFile.limit {
                report(.tooLarge, at: path)
            } else if let file = ContentPath(path) {
                checkName(file, path)
                files.add(file, entry)
            } else if isStray(path) {
                report(.strayFile, at: path)
            } else {
                report(.unexpectedFile(like: likely(path)), at: path)
            }
        }
        return files
    }

    private func checkName(_ file: ContentPath, _ path: String) {
        // Nearly all are well named, and folding takes longer than looking.
        guard let slug = file.slug, !VietnameseText.isSlug(slug) || slug.hasPrefix("phan-anh") else { return }
        let wanted = VietnameseText.slug(slug)
        if slug != wanted || wanted.isEmpty {
            report(.fileName(slug, should: wanted.isEmpty ? "ten-trang" : wanted), at: path)
        } else if case .edition(let id, .dialogue) = file, id.hasPrefix("phan-anh") {
            // Registers of feedback are named so.
            report(.reservedName(id), at: path)
        }
    }

    /// What editors and operating systems leave behind.
    private func isStray(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last else { return false }
        return name.hasPrefix(".") || name.hasSuffix("~") || name == "Thumbs.db"
    }

    /// The file of this folder that was probably meant.
    private func likely(_ path: String) -> String? {
        let parts = path.split(separator: "/").map(String.init)
        guard let name = parts.last else { return nil }
        let parent = parts.dropLast().joined(separator: "/")
        let names: [String]
        switch (parts.count, parts.dropFirst().first) {
        case (2, _): names = ["site.yaml", "office.yaml", "chuyen-huong.yaml"]
        case (3, "phan-anh"): names = ["phieu.md"]
        case (4, "doi-thoai"): names = ContentPath.EditionFile.allCases.map(\.rawValue)
        default: names = []
        }
        return Suggestion.nearest(to: name, among: names).map { "\(parent)/\($0)" }
    }

    private func report(_ fault: Fault, at path: String) {
        inspection.add(fault, at: SourcePosition(file: path))
    }
}
