// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// The ways out that are no signal from outside: the terminal, a pipe or the program itself ends it.
@Suite struct WaysOutTests {
  /// A crash of `CrashingProgram`, and how its parent may see it.
  struct Crash: CustomTestStringConvertible {
    let way: String
    let endings: [PseudoTerminal.Ending]
    var testDescription: String { way }
  }

  /// A trap is SIGILL or SIGTRAP, as the processor has it.
  private static let trap: [PseudoTerminal.Ending] = [.signal(SIGILL), .signal(SIGTRAP)]

  private static let crashes = [
    Crash(way: "fatal error", endings: trap), Crash(way: "index", endings: trap),
    Crash(way: "overflow", endings: trap), Crash(way: "fatal error of a worker", endings: trap),
    Crash(way: "abort", endings: [.signal(SIGABRT)]), Crash(way: "exit", endings: [.status(3)]),
    Crash(way: "stack overflow", endings: [.signal(SIGSEGV)]),
    Crash(way: "stack overflow of a worker", endings: [.signal(SIGSEGV)]),
  ]

  private static let crashingProgram =
    CourseInTerminal.program.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    + "/CrashingProgram"

  /// As the program itself runs: the runtime's own backtrace is not turned off for it.
  @Test(arguments: crashes)
  func `A crash of the program restores the terminal, and nobody waits for a backtrace`(
    crash: Crash
  ) throws {
    let modes = try PseudoTerminal.untouchedModes()
    let terminal = try PseudoTerminal(
      Self.crashingProgram, [crash.way],
      environment: ["TERM": "xterm-256color", "LANG": "C.UTF-8"],
      size: Size(columns: 80, rows: 24))
    try terminal.expect("ready")
    #expect(terminal.modes != modes)
    let start = Date()
    terminal.send("x")
    let ending = try terminal.ending()
    let seconds = Date().timeIntervalSince(start)
    Soak.report("\(crash.way): \(seconds) s")
    #expect(crash.endings.contains(ending), "\(ending)")
    #expect(!Soak.isOn || seconds < 0.5)
    #expect(terminal.modes == modes)
    let ledger = ModeLedger(terminal.received)
    #expect(ledger.on.isEmpty && !ledger.isCursorHidden && ledger.unmatched == 0)
  }

  @Test(arguments: ["", "\t\t\r"], [true, false])
  func `Once the terminal is gone the program ends`(keys: String, hangUpIsIgnored: Bool) throws {
    let course = try CourseInTerminal(ignoring: hangUpIsIgnored ? [SIGHUP] : [])
    for key in keys {
      course.terminal.send(String(key))
      try course.terminal.expectAnswer()
    }
    let start = Date()
    course.terminal.hangUp()
    let ending = try course.terminal.ending()
    let seconds = Date().timeIntervalSince(start)
    Soak.report("terminal gone, hang-up ignored \(hangUpIsIgnored): \(seconds) s")
    #expect(ending == (hangUpIsIgnored ? .status(0) : .signal(SIGHUP)))
    #expect(!Soak.isOn || seconds < 0.5)
  }

  @Test func `Once its terminal is gone the linear notebook ends`() throws {
    let course = try CourseInTerminal(
      arguments: ["open", "--plain"], ignoring: [SIGHUP], awaiting: "> ")
    course.terminal.hangUp()
    #expect(try course.terminal.ending() == .status(0))
  }

  @Test func `The end of input ends the linear notebook`() throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal(arguments: ["open", "--plain"], awaiting: "> ")
    course.terminal.send("\u{4}")
    try course.terminal.expectRestored(modes, .status(0))
    let piped = try ProgramRun(
      ["open", "--lessons", course.folder + "/Lessons"], input: "",
      environment: ["HOME": course.folder])
    #expect(piped.status == 0 && piped.complaint.isEmpty, "\(piped.complaint)")
  }

  @Test func `A reader that has gone ends the program without a word`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal(arguments: ["list"], output: ends[1], awaiting: nil)
    close(ends[1])
    try course.terminal.expectRestored(modes, .signal(SIGPIPE))
    #expect(course.terminal.received.isEmpty)
  }

  @Test func `Without a terminal the course is the linear notebook`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal(output: ends[1], awaiting: nil)
    course.terminal.send("next\nquit\n")
    try course.terminal.expectRestored(modes, .status(0))
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = read(ends[0], &bytes, bytes.count)
    let text = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    #expect(text.contains("Some words to read") && !text.contains("\u{1B}"))
  }

  @Test func `A shell has its terminal back, and can stop and continue the program`() throws {
    let course = try CourseInTerminal(arguments: ["list"], awaiting: nil)
    #expect(try course.terminal.ending() == .status(0))
    let shell = try PseudoTerminal(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      environment: [
        "HOME": course.folder, "TERM": "xterm-256color", "LANG": "C.UTF-8", "PS1": "shell% ",
        "PATH": "/usr/bin:/bin",
      ], size: Size(columns: 80, rows: 24))
    try shell.expect("shell% ")
    let group = shell.foregroundGroup
    for ending in ["q", "\u{3}y", "\u{1A}"] {
      shell.send("\(CourseInTerminal.program) --lessons \(course.folder)/Lessons\r")
      try shell.expect("Reading")
      #expect(shell.foregroundGroup != group)
      shell.send(ending)
      try shell.expect("shell% ")
      #expect(shell.foregroundGroup == group)
    }
    // The last one is stopped: it comes back with its screen, and leaves.
    shell.send("fg\r")
    try shell.expect("\u{1B}[?1049h")
    try shell.expect("Reading")
    shell.send("q")
    try shell.expect("shell% ")
    #expect(shell.foregroundGroup == group)
    shell.send("exit\r")
    #expect(try shell.ending() == .status(0))
    #expect(ModeLedger(shell.received).on.isDisjoint(with: [1049, 1000, 1006]))
  }
}
