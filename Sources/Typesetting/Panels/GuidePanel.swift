// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A troubleshooting guide as it stands on the page: one question after the other, then advice.
public struct GuidePanel: Sendable {
  /// How far a learner has got.
  public enum Progress: Hashable, Sendable {
    /// Not begun.
    case closed
    /// A question is open; the answers so far lead to it.
    case asking(Int)
    /// Advice was reached.
    case advising(Guide.Advice)
  }

  /// The guide.
  public var guide: Guide
  /// How far the learner is.
  public var progress = Progress.closed
  /// The answers given: which question, and whether yes.
  public var answers: [(question: Int, isYes: Bool)] = []
  /// What the diagnosis says of the learner's last run, or empty.
  public var diagnosis = ""
  /// Whether the keys speak to it.
  public var isFocused = false

  /// A guide that was not begun.
  public init(_ guide: Guide) { self.guide = guide }

  /// The panel at a width.
  public func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    let parts = PanelParts(width: width, glyphs: glyphs, isFocused: isFocused)
    let setter = parts.setter
    var body: [Line] = []
    for (question, isYes) in answers where guide.steps.indices.contains(question) {
      body += setter.wrapped(
        setter.spans(guide.steps[question].prompt, Style(.faint))
          + [Span(isYes ? " yes" : " no", Style(.text, emphasis: .bold))])
    }
    if !diagnosis.isEmpty { body += setter.wrapped(setter.safe(diagnosis)) }
    switch progress {
    case .closed:
      body += parts.keys([("Enter", "asks you step by step; then d diagnoses your last run")])
    case .asking(let index):
      if guide.steps.indices.contains(index) {
        body += setter.wrapped(
          setter.spans(guide.steps[index].prompt, Style(.text, emphasis: .bold)))
      }
      body += parts.keys([
        ("y", "yes"), ("n", "no"), ("d", "diagnoses your last run"), ("Esc", "leaves"),
      ])
    case .advising(let advice): body += advised(advice, parts)
    }
    return parts.panel("Guide", "", guide.title, body)
  }

  private func advised(_ advice: Guide.Advice, _ parts: PanelParts) -> [Line] {
    let setter = parts.setter
    var lines = setter.wrapped(setter.spans(advice.cause, Style(.text, emphasis: .bold)))
    for step in advice.steps {
      lines += setter.hang(Line(setter.ornaments.bullets[0] + " ", Style(.faint))) {
        $0.wrapped($0.spans(step))
      }
    }
    let section = advice.section == nil ? [] : [("s", "reads the section")]
    return lines + parts.keys([("Enter", "begins again")] + section + [("Esc", "leaves")])
  }
}
