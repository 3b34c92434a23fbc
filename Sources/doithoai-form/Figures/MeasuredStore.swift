internal import Domain
internal import Intake

/// The store, with its calls counted and timed.
struct MeasuredStore: RegistrationStore {
    let store: any RegistrationStore
    let figures: ServiceFigures
    let clock: Clock

    func store(_ submission: Submission) throws -> StoredReceipt {
        figures.beganStoring()
        let began = ContinuousClock.now
        do {
            let receipt = try store.store(submission)
            // A repeat gets the receipt of the first time: nothing was written.
            if receipt.reference == submission.reference {
                figures.endedStoring(
                    after: (ContinuousClock.now - began) / .seconds(1), quarantine: submission.quarantine, at: clock.now
                )
            } else {
                figures.foundStored()
            }
            return receipt
        } catch {
            figures.failedStoring(at: clock.now)
            throw error
        }
    }

    func receipt(forToken token: [UInt8]) throws -> StoredReceipt? { try store.receipt(forToken: token) }

    func status(reference: Reference, codeHash: [UInt8]) throws -> RegistrationStatus? {
        try store.status(reference: reference, codeHash: codeHash)
    }
}
