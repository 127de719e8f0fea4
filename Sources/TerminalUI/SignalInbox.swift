// SPDX-License-Identifier: MIT
import CNcurses
import CTerminalGuard

#if canImport(Glibc)
  import Glibc
#endif

/// The signals that a program with a screen answers in its own time.
///
/// They are blocked and read from a descriptor, so that none falls between two steps of the loop
/// and no code runs inside a handler. Make it before any thread begins: threads inherit the block,
/// and one that lacked it could be killed by them.
public final class SignalInbox {
  /// Readable while a signal waits.
  let descriptor: Int32
  private var blocked = sigset_t()

  /// Blocks the signals; what the parent told the program to ignore stays ignored.
  ///
  /// - Throws: `TerminalError` where the system has no descriptor left.
  public init() throws(TerminalError) {
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGWINCH)
    sigaddset(&blocked, SIGCONT)
    for number in [SIGTERM, SIGINT, SIGHUP, SIGTSTP] where !Self.isIgnored(number) {
      sigaddset(&blocked, number)
    }
    // Curses ignores a stop while it draws, unless somebody handles it, and the system then forgets
    // one that waits to be read.
    if !Self.isIgnored(SIGTSTP) { signal(SIGTSTP) { _ in } }
    pthread_sigmask(SIG_BLOCK, &blocked, nil)
    descriptor = signalfd(-1, &blocked, Int32(SFD_NONBLOCK | SFD_CLOEXEC))
    if descriptor < 0 {
      let reason = String(cString: strerror(errno))
      pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
      throw TerminalError(description: "Signals cannot be received: \(reason).")
    }
  }

  deinit {
    if !Self.isIgnored(SIGTSTP) { signal(SIGTSTP, SIG_DFL) }
    close(descriptor)
    pthread_sigmask(SIG_UNBLOCK, &blocked, nil)
  }

  /// Takes the next signal that waits.
  func next() -> Int32? {
    var information = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    guard read(descriptor, &information, size) == size else { return nil }
    return Int32(bitPattern: information.ssi_signo)
  }

  /// Stops the process group until the shell continues it.
  func stop() {
    // A stop asked for twice is one, and what follows is known without a signal.
    forget([SIGTSTP, SIGCONT])
    _ = withStopAllowed { kill(0, SIGTSTP) }
    forget([SIGTSTP, SIGCONT])
  }

  /// Does something while `SIGTSTP` stops the program at once, as it does without a screen.
  func withStopAllowed<Result>(_ body: () -> Result) -> Result {
    let handler = signal(SIGTSTP, SIG_DFL)
    defer { _ = signal(SIGTSTP, handler) }
    var only = sigset_t()
    sigemptyset(&only)
    sigaddset(&only, SIGTSTP)
    pthread_sigmask(SIG_UNBLOCK, &only, nil)
    defer { pthread_sigmask(SIG_BLOCK, &blocked, nil) }
    return body()
  }

  /// Drops the signals of some kinds that wait.
  func forget(_ numbers: [Int32]) {
    var done = sigset_t()
    sigemptyset(&done)
    for number in numbers { sigaddset(&done, number) }
    var now = timespec()
    while sigtimedwait(&done, nil, &now) > 0 {}
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var present = sigaction()
    guard sigaction(number, nil, &present) == 0 else { return false }
    return unsafeBitCast(present.__sigaction_handler.sa_handler, to: Int.self)
      == unsafeBitCast(SIG_IGN, to: Int.self)
  }
}

/// Ends the program by a signal, so that whoever waits for it sees that signal.
///
/// - Parameter number: The signal; the screen must have been given back.
public func dieBySignal(_ number: Int32) -> Never { terminal_guard_die(number) }

/// Lets an overflow of this thread's stack be handled, so that the terminal is restored after it.
///
/// Every thread but the main one has to ask for itself.
public func protectThisThread() { _ = terminal_guard_install_thread_stack() }
