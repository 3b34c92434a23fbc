internal import Domain
internal import Foundation
internal import Intake

/// One JSON object a line on standard error, which the service manager keeps.
struct JSONLog: IntakeLog {
    let clock: Clock

    func write(_ entry: LogEntry) {
        var line = entry.facts
        line["time"] = VietnameseDate.machine(clock.now)
        line["level"] = entry.level.rawValue
        line["event"] = entry.event
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            var bytes = try encoder.encode(line)
            bytes.append(UInt8(ascii: "\n"))
            // One write a line, so that lines of several threads do not mix.
            _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        } catch {
            preconditionFailure("a dictionary of texts is always JSON")
        }
    }
}
