// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

extension Typesetter {
  /// What a lesson shows of its front matter, and whether it stands before the first block.
  ///
  /// The title, where there is one, is shown where the lesson does not begin with a heading of its
  /// own; what a learner
  /// will be able to do stands under the first heading.
  func frontMatter(of lesson: Lesson) -> (lines: [Line], isBefore: Bool) {
    var isHeaded = lesson.title.isEmpty
    if case .heading(level: 1, _, _) = lesson.blocks.first?.kind { isHeaded = true }
    var lines = isHeaded ? [] : heading(1, [.text(lesson.title)])
    if !lesson.objectives.isEmpty {
      if !lines.isEmpty { lines.append(Line()) }
      lines += wrapped(safe("After this chapter you can", Style(.faint)))
      for objective in lesson.objectives {
        lines += hang(Line(ornaments.bullets[0] + " ", Style(.faint))) {
          $0.wrapped($0.safe(objective))
        }
      }
    }
    return (lines, !isHeaded)
  }
}
