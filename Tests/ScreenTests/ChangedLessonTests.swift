// SPDX-License-Identifier: MIT
import Testing

/// A lesson whose file changes while it is read.
struct ChangedLessonTests {
  @Test func `It is read again, as often as it changes`() throws {
    let course = try CourseInTerminal()
    try course.rewriteLesson("Some words to read.", to: "Other words to read.")
    try course.terminal.expect("Other words")
    try course.terminal.expect("read again")
    try course.rewriteLesson("Some words to read.", to: "Third words to read.")
    try course.terminal.expect("Third")
    course.terminal.send("q")
    #expect(try course.terminal.ending() == .status(0))
  }

  @Test func `A fault in it is said, and mended by the next change`() throws {
    let course = try CourseInTerminal()
    try course.rewriteLesson("epochs: 2\n", to: "epohcs: 2\n")
    try course.terminal.expect("epohcs")
    try course.rewriteLesson("Some words to read.", to: "Mended words.")
    try course.terminal.expect("Mended")
    course.terminal.send("q")
    #expect(try course.terminal.ending() == .status(0))
  }
}
