// SPDX-License-Identifier: MIT
import LessonFormat
import Typesetting

/// Any bytes as a lesson, and the lesson at any width.
func testLesson(_ input: Input) -> CInt {
  var input = input
  let width = input.choice(1...200)
  let glyphs = input.glyphs()
  let lesson = Lesson(parsing: input.rest, file: "fuzz.md")
  for finding in lesson.findings {
    expect(finding.location.line >= 1 && finding.location.column >= 1, "\(finding)")
    expect(!finding.message.isEmpty, "a finding without words")
  }
  let page = Page(lesson, width: width, glyphs: glyphs)
  // In one column a character of two cells has no place but its own.
  expectShowable(page.lines, width: max(width, 2), glyphs: glyphs)
  return 0
}
