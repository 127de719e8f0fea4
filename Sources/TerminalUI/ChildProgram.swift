// SPDX-License-Identifier: MIT
#if canImport(Glibc)
  import Glibc
#endif

extension Terminal {
  /// Gives the screen to another program, such as an editor, and takes it again at its end.
  ///
  /// No shell is involved: the first argument is the program, looked up in `PATH`.
  ///
  /// - Parameter arguments: The program and its arguments.
  /// - Returns: The program's exit status; 128 and its number where a signal ended it.
  /// - Throws: `TerminalError` where the program cannot be started.
  public func run(_ arguments: [String]) throws(TerminalError) -> Int32 {
    giveBack()
    defer { resume() }
    let child = try Self.spawn(arguments)
    let status = signals.withStopAllowed { Self.end(of: child) }
    // `^C` was meant for the other program; `^Z` stopped both.
    signals.forget([SIGINT, SIGTSTP, SIGCONT])
    return status
  }

  /// Starts a program with no signal blocked and none of the screen's ignored.
  private static func spawn(_ arguments: [String]) throws(TerminalError) -> pid_t {
    guard let program = arguments.first else {
      throw TerminalError(description: "There is no program to run.")
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    // What this program ignores for itself another does not.
    var usual = sigset_t()
    sigemptyset(&usual)
    sigaddset(&usual, SIGXFSZ)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    words.append(nil)
    defer { words.forEach { free($0) } }
    var child: pid_t = 0
    let reason = posix_spawnp(&child, program, nil, &attributes, words, environ)
    if reason == 0 { return child }
    throw TerminalError(
      description: "\(program) cannot be started: \(String(cString: strerror(reason))).")
  }

  private static func end(of child: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 {
      if errno != EINTR { return 127 }
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }
}
