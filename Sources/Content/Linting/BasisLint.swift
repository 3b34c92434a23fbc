import Domain
import Foundation
import Yams

/// Legal bases of a plan that were not in force on the day it was announced, and an end mark written by hand.
struct BasisLint {
    let site: Site
    /// Nothing when it could not be read.
    let day: CivilDate?

    func check(_ plan: Plan, _ run: LintRun) {
        checkEndMark(run)
        guard let day, day != .unread else { return }
        let nodes = run.source.data?.mapping?["legal-bases"]?.sequence.map(Array.init) ?? []
        for node in nodes {
            guard let reference = site.legalReference(node.scalar?.string ?? "") else { continue }
            if let fault = fault(reference, on: day) { run.report(fault, at: node) }
        }
        checkCitations(run, on: day)
    }

    private func fault(_ reference: LegalReference, on day: CivilDate) -> Fault? {
        if reference.from > day { return .basisNotYet(reference) }
        return reference.to.flatMap { $0 <= day ? .lapsedBasis(reference, on: $0) : nil }
    }

    /// Documents that the words of the plan cite by number.
    private func checkCitations(_ run: LintRun, on day: CivilDate) {
        let doubtful = site.legalReferences.filter { fault($0, on: day) != nil }
        for text in run.texts {
            for reference in doubtful {
                guard let place = text.text.citation(of: reference.number), let fault = fault(reference, on: day) else {
                    continue
                }
                let offset = text.text.utf8.distance(from: text.text.startIndex, to: place.lowerBound)
                run.report(fault, in: text, atWord: text.words.firstIndex { $0.start >= offset } ?? 0)
            }
        }
    }

    /// «./.» is added to the document: written into the text, it would stand there twice, and on the page.
    private func checkEndMark(_ run: LintRun) {
        for text in run.texts {
            guard let place = text.text.range(of: "./.") else { continue }
            let offset = text.text.utf8.distance(from: text.text.startIndex, to: place.lowerBound)
            run.report(.endMark, in: text, atWord: text.words.lastIndex { $0.start <= offset } ?? 0)
        }
    }
}

extension String {
    /// Where a number stands that is not the end of a longer one: «42/QĐ-UBND» is not cited by «142/QĐ-UBND».
    fileprivate func citation(of number: String) -> Range<String.Index>? {
        ranges(of: number).first { place in
            place.lowerBound == startIndex || !self[index(before: place.lowerBound)].isNumber
        }
    }
}
