// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// What is said on the last line when the course is opened.
struct FirstStartTests {
  private static let welcome = "Welcome. Space reads on, b back,"

  @Test func `Who has never been here is told how to go on, to the last word, at any width`() throws
  {
    for columns in [80, 40] {
      let course = try CourseInTerminal(
        size: Size(columns: columns, rows: 24), awaiting: Self.welcome)
      try course.terminal.expect("were.")
      course.terminal.send("q")
      #expect(try course.terminal.ending() == .status(0))
    }
  }

  @Test func `Who has been here is not told again`() throws {
    let record =
      FileManager.default.temporaryDirectory.path
      + "/nntutor-first-\(UUID().uuidString).sqlite"
    defer { try? FileManager.default.removeItem(atPath: record) }
    let first = try CourseInTerminal(arguments: ["--record", record], awaiting: Self.welcome)
    first.terminal.send("q")
    #expect(try first.terminal.ending() == .status(0))
    let second = try CourseInTerminal(arguments: ["--record", record])
    #expect(!second.terminal.text.contains("Welcome"))
  }
}
