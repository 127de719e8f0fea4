// SPDX-License-Identifier: MIT
import Foundation
import TerminalText
import Testing

/// Lessons from a stranger: nothing but our own escape sequences reaches the terminal.
@Suite struct HostileLessonTests {
  /// How many courses there are, each of 25 chapters; `make soak` reads 10,000 chapters.
  private static let courses = Soak.rounds(1, 400)
  private static let chapters = 25

  private func expectHarmless(_ received: [UInt8], sequences: Set<String>) {
    let stream = TerminalStream(received)
    let foreign = stream.sequences.subtracting(sequences)
    #expect(foreign.isEmpty, "\(foreign)")
    let controls = stream.controls.subtracting(["\r", "\n", "\u{8}", "\t", "\u{E}", "\u{F}"])
    #expect(controls.isEmpty, "\(controls)")
    let hidden = stream.characters.filter { scalar in
      [.format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned].contains(
        scalar.properties.generalCategory)
    }
    #expect(hidden.isEmpty, "\(hidden)")
  }

  @Test(arguments: 0..<courses)
  func `On the screen every escape sequence is one of our own`(course number: Int) throws {
    var dice = Dice(state: UInt64(number))
    let lessons = (0..<Self.chapters).map { _ in HostileLesson.text(&dice) }
    let size = Size(columns: Int.random(in: 20...120, using: &dice), rows: 24)
    let course = try CourseInTerminal(lessons, size: size)
    for _ in lessons {
      for keys in ["G\u{C}", "g\t\r\u{C}", "\t1\u{C}", "\u{1B}\u{1B}t\u{C}", "\u{1B}>\u{C}"] {
        course.terminal.send(keys)
        try course.terminal.expectAnswer()
      }
    }
    course.terminal.send("\u{1B}\u{1B}q")
    #expect(try course.terminal.ending() == .status(0))
    expectHarmless(course.terminal.received, sequences: TerminalStream.own)
  }

  @Test(arguments: [["print"], ["open", "--plain"], ["list"], ["check"]])
  func `In print, the linear notebook, the list and the check there is at most colour`(
    arguments: [String]
  ) throws {
    var dice = Dice(state: 99)
    let lessons = (0..<Self.chapters).map { _ in HostileLesson.text(&dice) }
    let course = try CourseInTerminal(
      lessons, arguments: arguments + ["--color", "always"], awaiting: nil)
    if arguments.contains("--plain") {
      for number in 1...Self.chapters {
        course.terminal.send("goto 1.\(number)\nnext\nnext\nquiz\n")
      }
      course.terminal.send("quit\n")
    }
    _ = try course.terminal.ending()
    #expect(course.terminal.received.count > 1000)
    expectHarmless(course.terminal.received, sequences: ["[m"])
  }

  @Test func `What the pager sends for a lesson is not only harmless but there`() throws {
    let course = try CourseInTerminal(
      ["# Reading\n\na\u{1B}]0;owned\u{7}b\n"], awaiting: "]0;owned")
    course.terminal.send("q")
    #expect(try course.terminal.ending() == .status(0))
  }
}
