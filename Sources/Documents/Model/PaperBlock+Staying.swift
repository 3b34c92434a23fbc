extension PaperBlock {
    /// The same block on one page with what follows; only words can be asked to stay.
    var stayingWithNext: PaperBlock {
        guard case .passage(var passage) = self else { return self }
        passage.staysWithNext = true
        return .passage(passage)
    }
}

extension [PaperBlock] {
    /// The same blocks, the last on one page with what follows.
    var stayingWithNext: [PaperBlock] { dropLast() + suffix(1).map(\.stayingWithNext) }
}
