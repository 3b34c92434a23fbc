import Foundation
import FuzzTargets

/// Which reader this run tries.
enum Choice {
    static let target = FuzzTarget(rawValue: ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? "")
}
