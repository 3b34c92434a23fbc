import ArgumentParser

/// A part of a build that a rehearsal may leave out, so that the rest can be measured; see benchmarks/site/METHOD.md.
enum BuildPart: String, ExpressibleByArgument, CaseIterable {
    /// PDF and Word files: timed on their own.
    case documents
    /// The gzip copies beside the pages; the web server then packs by itself.
    case compression
    /// The pattern rule. What it left unread must never reach readers, hence rehearsals only.
    case privacy
}
