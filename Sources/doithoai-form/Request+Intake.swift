internal import FastCGI
internal import Intake

extension IntakeRequest {
    /// What the web server hands over, in the words of the form service.
    init(_ request: Request) {
        self.init(
            method: request.method, path: request.path, contentType: request.contentType,
            origin: request.header("Origin"), fetchSite: request.header("Sec-Fetch-Site"),
            host: request.header("Host"), clientAddress: request.parameters["CLIENT_ADDRESS"] ?? "",
            body: request.body.mapError(BodyFault.init))
    }
}

extension IntakeRequest.BodyFault {
    init(_ error: BodyError) {
        self =
            switch error {
            case .lengthMissing: .lengthMissing
            case .lengthInvalid: .lengthInvalid
            case .tooLarge: .tooLarge
            case .short, .long: .incomplete
            }
    }
}

extension Response {
    init(_ response: IntakeResponse) {
        self.init(
            status: response.status, headers: response.headers.map { Header($0.name, $0.value) }, body: response.body)
    }
}
