internal import Cryptography
internal import Domain
internal import Foundation
internal import Theme

/// One request being answered: one release and one moment for all that happens in it.
struct Visit {
    let desk: IntakeDesk
    let request: IntakeRequest
    let snapshot: Snapshot
    let now: Date

    var settings: IntakeSettings { desk.settings }
    var site: Site { snapshot.release.site }

    /// - Throws: Only when a page cannot be filled in.
    func respond() throws -> IntakeResponse {
        guard let route = Route(path: request.path) else { return try notFound() }
        switch request.method {
        case "GET", "HEAD": return try lead(route)
        case "POST": return try take(route)
        default: return try refused(.method)
        }
    }

    /// Nothing is changed by GET: it leads to the page where the form is.
    private func lead(_ route: Route) throws -> IntakeResponse {
        switch route {
        case .check(let id), .send(let id):
            guard let form = snapshot.form(id) else { return try notFound() }
            return .redirect(to: form.form.page)
        case .receiptText, .lookUp: return .redirect(to: snapshot.chrome.places.lookup)
        }
    }

    private func take(_ route: Route) throws -> IntakeResponse {
        let form: Snapshot.OpenForm?
        switch route {
        case .check(let id), .send(let id):
            form = snapshot.form(id)
            if form == nil { return try notFound() }
        case .receiptText, .lookUp: form = nil
        }
        let page = form?.form.page ?? snapshot.chrome.places.lookup
        guard OriginRule.allows(request, baseURL: site.baseURL) else { return try refused(.crossSite, page: page) }
        let posted: URLEncodedForm
        do {
            posted = try read()
        } catch {
            return try refused(error, page: page)
        }
        if form == nil, desk.isInMaintenance() { return try maintenance(nil) }
        switch route {
        case .check: return try fill(form, posted, handling: check)
        case .send: return try fill(form, posted, handling: send)
        case .receiptText: return try receiptText(posted)
        case .lookUp: return try lookUp(posted)
        }
    }

    /// Counts the post, and gives typed text back whatever happens to it.
    private func fill(
        _ form: Snapshot.OpenForm?, _ posted: URLEncodedForm, handling: (Filling) throws -> IntakeResponse
    ) throws -> IntakeResponse {
        guard let form else { return try notFound() }
        let filling = Filling(posted, form: form, snapshot: snapshot, keys: desk.keys.token)
        if desk.isInMaintenance() { return try maintenance(filling) }
        if let wait = desk.posts.refusal(of: network, at: now) { return try tooMany(filling, wait: wait) }
        do {
            return try handling(filling)
        } catch {
            return try notReceived(filling, desk.report(error, during: "not-received"))
        }
    }

    private func read() throws(Refusal) -> URLEncodedForm {
        guard request.isURLEncoded else { throw .mediaType }
        let bytes: [UInt8]
        switch request.body {
        case .success(let body): bytes = body
        case .failure(.lengthMissing): throw .lengthMissing
        case .failure(.tooLarge): throw .tooLarge
        case .failure(.lengthInvalid), .failure(.incomplete): throw .damaged
        }
        do {
            return try URLEncodedForm(bytes, limit: settings.maximumFields)
        } catch {
            throw .damaged
        }
    }

    /// The keyed digest by which posts of one network are counted.
    var network: [UInt8] { ClientAddress(request.clientAddress).network(key: desk.keys.sender.current) }
}
