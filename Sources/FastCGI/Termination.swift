internal import Foundation

/// The signals that ask a program to end.
package enum Termination {
    /// Keeps SIGTERM and SIGINT for ``wait()``. Call before any thread is started: threads inherit it.
    package static func hold() {
        // Whoever reads our answers or our log may go away; that is no reason to end.
        signal(SIGPIPE, SIG_IGN)
        var signals = asked
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }

    /// Waits until the program is asked to end.
    ///
    /// - Returns: The signal.
    package static func wait() -> Int32 {
        var signals = asked
        var signal: Int32 = 0
        while sigwait(&signals, &signal) != 0 {}
        return signal
    }

    /// Waits until the program is asked to end, doing `tick` every so often meanwhile.
    ///
    /// - Parameter seconds: Between two ticks; nothing for none.
    /// - Returns: The signal.
    package static func wait(every seconds: Double?, _ tick: () -> Void) -> Int32 {
        guard let seconds else { return wait() }
        var signals = asked
        var pause = timespec(tv_sec: Int(seconds), tv_nsec: Int(seconds.truncatingRemainder(dividingBy: 1) * 1e9))
        while true {
            let signal = sigtimedwait(&signals, nil, &pause)
            if signal > 0 { return signal }
            if errno == EAGAIN { tick() }
        }
    }

    private static var asked: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
