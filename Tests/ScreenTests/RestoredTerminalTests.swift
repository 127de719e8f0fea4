// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// Whatever ends the program, the terminal is as it was and the shell sees why it ended.
@Suite(.serialized) struct RestoredTerminalTests {
  /// What the learner is doing when the end comes: the keys that lead there.
  enum Moment: String, CaseIterable {
    case reading = ""
    case contents = "t"
    case quiz = "\t\t\t\r"
    case editing = "\te"
    case training = "\t\t\r"
    case command = ":run"
  }

  private static let signals: [Int32] = [
    SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGPIPE, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGSEGV, SIGBUS,
    SIGFPE, SIGILL, SIGTRAP, SIGABRT, SIGSYS,
  ]

  private func expectRestored(
    _ terminal: PseudoTerminal, _ modes: [UInt64], _ ending: PseudoTerminal.Ending
  ) throws {
    #expect(try terminal.ending() == ending)
    #expect(terminal.modes == modes)
    let ledger = ModeLedger(terminal.received)
    #expect(ledger.on.isEmpty, "left on: \(ledger.on)")
    #expect(!ledger.isCursorHidden && !ledger.isKeypadApplication)
    #expect(ledger.unmatched == 0)
  }

  /// The modes of a terminal that no program has touched.
  private func untouchedModes() throws -> [UInt64] {
    try PseudoTerminal(
      "/bin/true", [], environment: [:], size: Size(columns: 80, rows: 24)
    ).modes
  }

  @Test(arguments: signals)
  func `A signal restores the terminal and is the reason of the end`(number: Int32) throws {
    let modes = try untouchedModes()
    let course = try CourseInTerminal()
    #expect(course.terminal.modes != modes)
    let start = Date()
    kill(course.terminal.process, number)
    try expectRestored(course.terminal, modes, .signal(number))
    #expect(Date().timeIntervalSince(start) < 0.5)
  }

  @Test(arguments: Moment.allCases)
  func `Every moment is as good for an end as reading`(moment: Moment) throws {
    let modes = try untouchedModes()
    for number in [SIGTERM, SIGSEGV] {
      let course = try CourseInTerminal()
      for key in moment.rawValue {
        course.terminal.send(String(key))
        try course.terminal.expectAnswer()
      }
      kill(course.terminal.process, number)
      try expectRestored(course.terminal, modes, .signal(number))
    }
  }

  @Test func `Leaving restores the terminal`() throws {
    let modes = try untouchedModes()
    let course = try CourseInTerminal()
    course.terminal.send("q")
    try expectRestored(course.terminal, modes, .status(0))
  }

  @Test(arguments: [true, false])
  func `Once the terminal is gone the program ends`(hangUpIsIgnored: Bool) throws {
    let course = try CourseInTerminal(ignoring: hangUpIsIgnored ? [SIGHUP] : [])
    let start = Date()
    course.terminal.hangUp()
    let ending = try course.terminal.ending()
    #expect(ending == (hangUpIsIgnored ? .status(0) : .signal(SIGHUP)))
    #expect(Date().timeIntervalSince(start) < 0.5)
  }

  @Test func `A thousand sizes later the screen has the last one`() throws {
    let modes = try untouchedModes()
    let course = try CourseInTerminal()
    var chance = UInt32(42)
    func next(_ limit: UInt32) -> Int {
      chance = chance &* 1_664_525 &+ 1_013_904_223
      return Int((chance >> 8) % limit) + 1
    }
    for _ in 0..<1000 { course.terminal.resize(to: Size(columns: next(300), rows: next(100))) }
    course.terminal.resize(to: Size(columns: 60, rows: 12))
    course.terminal.send("\u{C}")
    try course.terminal.expect("Reading")
    kill(course.terminal.process, SIGTERM)
    try expectRestored(course.terminal, modes, .signal(SIGTERM))
  }

  @Test func `Stopped and continued, the screen comes back`() throws {
    let modes = try untouchedModes()
    let course = try CourseInTerminal()
    // A session's leader has no shell to stop for, so it continues at once.
    kill(course.terminal.process, SIGTSTP)
    try course.terminal.expect("\u{1B}[?1049l")
    try course.terminal.expect("\u{1B}[?1049h")
    try course.terminal.expect("Reading")
    course.terminal.send("q")
    try expectRestored(course.terminal, modes, .status(0))
  }

  @Test(arguments: ["xterm", "screen", "tmux-256color", "linux", "vt100"])
  func `Terminals of all kinds are restored`(name: String) throws {
    let modes = try untouchedModes()
    for number in [SIGTERM, SIGSEGV] {
      let course = try CourseInTerminal(terminalName: name)
      kill(course.terminal.process, number)
      try expectRestored(course.terminal, modes, .signal(number))
    }
  }

  @Test func `An unknown terminal is refused in a sentence`() throws {
    let modes = try untouchedModes()
    let course = try CourseInTerminal(terminalName: "no-such-terminal", awaiting: nil)
    #expect(try course.terminal.ending() != .status(0))
    #expect(course.terminal.text.contains("TERM=no-such-terminal is unknown"))
    #expect(!course.terminal.text.contains("\u{1B}"))
    #expect(course.terminal.modes == modes)
  }
}
