// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import TerminalText
import Typesetting

/// A lesson as it is printed: every experiment run, every question with its options.
public struct PrintedLesson: Sendable {
  private let lesson: Lesson
  private let width: Int
  private let glyphs: GlyphSet

  /// Describes a print of a lesson.
  public init(_ lesson: Lesson, width: Int, glyphs: GlyphSet) {
    self.lesson = lesson
    self.width = width
    self.glyphs = glyphs
  }

  /// The lines; each experiment is run by the function given, which returns `nil` where it cannot be.
  public func lines(running run: (ExperimentRequest) -> ExperimentReport?) -> [Line] {
    let measure = Page.measure(for: width, isWide: true)
    let page = Page(lesson, width: width, glyphs: glyphs) { block in
      guard case .experiment(let experiment) = block.kind else { return nil }
      var panel = ExperimentPanel(experiment)
      panel.namesKeys = false
      let request = Cell(experiment).request(seeds: nil)
      if request.refusal == nil, let report = run(request) {
        panel.output = .init(number: nil, report: report)
      }
      return panel.lines(width: measure, height: 28, glyphs: glyphs)
    }
    return page.lines
  }
}
