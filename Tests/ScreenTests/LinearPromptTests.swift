// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// The linear notebook at a terminal: lines are edited, brought back and completed.
struct LinearPromptTests {
  @Test func `A line is mended, brought back and completed, and nothing addresses the cursor`()
    throws
  {
    let course = try CourseInTerminal(arguments: ["--plain", "--color", "never"], awaiting: "> ")
    let terminal = course.terminal
    terminal.send("helq\u{7F}p run\r")
    try terminal.expect("trains an experiment")
    terminal.send("\u{1B}[A\r")
    try terminal.expect("trains an experiment")
    terminal.send("unbo\t")
    try terminal.expect("okmark ")
    terminal.send("\u{3}lis")
    try terminal.expect("lis")
    terminal.send("t\r")
    try terminal.expect("Part 1")
    try terminal.expect("> ")
    terminal.send("\u{4}")
    #expect(try terminal.ending() == .status(0))
    #expect(!terminal.text.contains("\u{1B}"), "\(terminal.text)")
    let other = try course.start(["--plain"], awaiting: "> ")
    other.send("\u{1B}[A\u{1B}[A\u{1B}[A\r")
    try other.expect("trains an experiment")
    other.send("quit\r")
    #expect(try other.ending() == .status(0))
  }

  @Test func `Signals end it with the terminal as it was`() throws {
    let usual = try PseudoTerminal.untouchedModes()
    for number in [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGSEGV] {
      let course = try CourseInTerminal(arguments: ["--plain"], awaiting: "> ")
      course.terminal.send("x")
      try course.terminal.expect("x")
      kill(course.terminal.process, number)
      #expect(try course.terminal.ending() == .signal(number))
      #expect(course.terminal.modes == usual, "\(number)")
    }
  }
}
