// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// Whatever ends the program, the terminal is as it was and the shell sees why it ended.
@Suite struct RestoredTerminalTests {
  @Test func `Leaving restores the terminal`() throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal()
    course.terminal.send("q")
    try course.terminal.expectRestored(modes, .status(0))
  }

  @Test func `A thousand sizes later the screen has the last one`() throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal()
    var chance = UInt32(42)
    func next(_ limit: UInt32) -> Int {
      chance = chance &* 1_664_525 &+ 1_013_904_223
      return Int((chance >> 8) % limit) + 1
    }
    let start = Date()
    for _ in 0..<1000 { course.terminal.resize(to: Size(columns: next(300), rows: next(100))) }
    course.terminal.resize(to: Size(columns: 60, rows: 12))
    course.terminal.send("\u{C}")
    try course.terminal.expect("Reading")
    let seconds = Date().timeIntervalSince(start)
    Soak.report("1,000 sizes from 1x1 to 300x100, then the right picture: \(seconds) s")
    #expect(!Soak.isOn || seconds < 2)
    kill(course.terminal.process, SIGTERM)
    try course.terminal.expectRestored(modes, .signal(SIGTERM))
  }

  @Test func `Stopped and continued, the screen comes back`() throws {
    let modes = try PseudoTerminal.untouchedModes()
    let course = try CourseInTerminal()
    // A session's leader has no shell to stop for, so it continues at once.
    kill(course.terminal.process, SIGTSTP)
    try course.terminal.expect("\u{1B}[?1049l")
    try course.terminal.expect("\u{1B}[?1049h")
    try course.terminal.expect("Reading")
    course.terminal.send("q")
    try course.terminal.expectRestored(modes, .status(0))
  }
}
