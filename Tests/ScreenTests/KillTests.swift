// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// A signal at a moment: the terminal is as it was, and whoever waits sees the signal.
@Suite struct KillTests {
  /// What the learner is doing when the signal comes: the keys that lead there.
  enum Moment: String, CaseIterable {
    case reading = ""
    case contents = "t"
    case quiz = "\t\t\t\r"
    case editing = "\te"
    case training = "\t\t\r"
    case resizing = "\u{C}"
  }

  /// One of the combinations.
  struct Kill: CustomTestStringConvertible {
    let signal: Int32
    let moment: Moment
    var testDescription: String { "signal \(signal) while \(moment)" }
  }

  private static let signals: [Int32] = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGWINCH, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2,
    SIGXCPU, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS,
  ]

  /// All 108 in `make soak`; otherwise each signal once and each moment three times.
  private static let kills =
    Soak.isOn
    ? signals.flatMap { signal in Moment.allCases.map { Kill(signal: signal, moment: $0) } }
    : signals.enumerated().map { Kill(signal: $1, moment: Moment.allCases[$0 % 6]) }

  @Test(arguments: kills)
  func `A signal restores the terminal and is the reason of the end`(kill: Kill) throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal()
    let terminal = course.terminal
    #expect(terminal.modes != modes)
    let group = terminal.foregroundGroup
    try reach(kill.moment, in: terminal)
    var reason = kill.signal
    if [SIGTSTP, SIGWINCH].contains(reason) {
      // These two do not end the program; it goes on, and then another does.
      Glibc.kill(terminal.process, reason)
      if reason == SIGTSTP { try terminal.expect("\u{1B}[?1049l") }
      Glibc.kill(terminal.process, SIGCONT)
      try terminal.expect("\u{1B}[?1049h")
      reason = SIGTERM
    }
    #expect(terminal.foregroundGroup == group)
    let start = Date()
    Glibc.kill(terminal.process, reason)
    try terminal.expectRestored(modes, .signal(reason))
    let seconds = Date().timeIntervalSince(start)
    Soak.report("\(kill.testDescription): \(seconds) s")
    #expect(!Soak.isOn || seconds < 0.5)
  }

  private func reach(_ moment: Moment, in terminal: PseudoTerminal) throws {
    for key in moment.rawValue {
      terminal.send(String(key))
      try terminal.expectAnswer()
    }
    guard moment == .resizing else { return }
    for step in 1...60 { terminal.resize(to: Size(columns: 4 * step, rows: step)) }
  }
}
