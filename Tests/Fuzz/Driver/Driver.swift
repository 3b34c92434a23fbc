import Foundation
import FuzzTargets

/// libFuzzer's own loop, from `libclang_rt.fuzzer` of the toolchain.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The entry SwiftPM gives a product named `fuzz`: with an entry of our own, libFuzzer's is not linked.
@_cdecl("fuzz_main")
func fuzzMain(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> CInt {
    guard Choice.target != nil else {
        print("FUZZ_TARGET: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: " "))")
        return 2
    }
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments) { bytes, length in
        Choice.target?.run(bytes.map { Data(bytes: $0, count: length) } ?? Data())
        return 0
    }
}
