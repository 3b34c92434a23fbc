import Content
import Domain
import Foundation
import Publishing
import Theme

/// Everything `build` would refuse, found in one run and without writing.
struct SiteCheck {
    let content: ContentLoader
    let themeDirectory: URL
    /// Nothing where there is no register: then nobody can tell what was approved.
    let ledger: Ledger?
    /// Nothing for the real portal, which shows no invention.
    let rehearsal: Rehearsal?
    let now: Date

    func run() throws -> CheckReport {
        let loaded = content.load(at: now)
        let (publisher, themeProblems) = publisher()
        let found = loaded.diagnostics + themeProblems
        guard let portal = loaded.portal, let publisher else {
            return CheckReport(
                found + personalData(contacts: content.loadOffice().site?.publicContacts), isWhole: false)
        }
        let publication = publication(portal)
        let places = SourcePlaces(content: content, rule: PatternRule(publicContacts: portal.site.publicContacts))
        let refused = places.located(try publisher.problems(with: publication))
        return CheckReport(
            found + refused + places.unpublished(besides: refused) + unknownApprovals(of: publication.portal),
            isWhole: true)
    }

    private func publisher() -> (Publisher?, [Diagnostic]) {
        var theme: Theme?
        var assets: SiteAssets?
        var problems: [Diagnostic] = []
        do throws(ThemeError) { theme = try Theme(directory: themeDirectory) } catch { problems += error.problems }
        do throws(ThemeError) { assets = try SiteAssets(themeDirectory: themeDirectory) } catch {
            problems += error.problems
        }
        guard let theme, let assets else { return (nil, problems) }
        return (Publisher(theme: theme, assets: assets), problems)
    }

    private func publication(_ portal: Portal) -> Publication {
        let shown = rehearsal == nil ? portal.withoutIllustrations : portal
        guard let ledger else {
            // Taken as approved, so that its page is looked at; that nobody knows is said apart.
            let approvals = shown.answers.compactMap { answer in
                answer.matter.map {
                    Approval(
                        matter: $0, sha256: answer.sourceDigest, drafter: "", approver: "", approvedAt: now,
                        withdrawnAt: nil)
                }
            }
            return Publication(portal: shown, approvals: approvals, now: now, rehearsal: rehearsal)
        }
        return Publication(
            portal: shown, figures: ledger.figures, approvals: ledger.approvals, now: now, rehearsal: rehearsal)
    }

    /// Without a model no page can be made: then every source is read, and every finding counts.
    private func personalData(contacts: [String]?) -> [Diagnostic] {
        guard let contacts else { return [] }
        return SourcePlaces(content: content, rule: PatternRule(publicContacts: contacts)).all()
    }

    private func unknownApprovals(of portal: Portal) -> [Diagnostic] {
        let count = portal.answers.count { $0.matter != nil }
        guard ledger == nil, count > 0 else { return [] }
        return [
            Diagnostic(
                .warning, rule: "no-register", at: SourcePosition(file: "register.sqlite"),
                problem: "Chưa có sổ tiếp nhận, nên không biết \(count) câu trả lời đã được duyệt chưa.",
                remedy: "Chạy lệnh này trên máy giữ sổ, hoặc chỉ thư mục trạng thái bằng --state.")
        ]
    }
}
