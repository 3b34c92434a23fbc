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

    private static var asked: sigset_t {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        return signals
    }
}
