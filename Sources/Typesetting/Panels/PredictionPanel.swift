// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A prediction as it stands on the page: what is asked, what was committed to, what the run showed.
public struct PredictionPanel: Sendable {
  /// The prediction.
  public var prediction: Prediction
  /// The option committed to; `nil` before.
  public var chosen: Int?
  /// The option that the run made right; `nil` before the run.
  public var right: Int?
  /// What the run measured, in words, or empty.
  public var measured = ""
  /// The option that is pointed at, while one is being chosen.
  public var place: Int?
  /// Whether the keys speak to it.
  public var isFocused = false

  /// A prediction that nobody has made yet.
  public init(_ prediction: Prediction) { self.prediction = prediction }

  /// The panel at a width.
  public func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    let parts = PanelParts(width: width, glyphs: glyphs, isFocused: isFocused)
    var body = parts.setter.wrapped(parts.setter.spans(prediction.prompt))
    for (index, option) in prediction.options.enumerated() {
      let isRight = chosen != nil && right == index
      let isChosen = chosen == index
      let verdict =
        isChosen
        ? (isRight ? "you predicted this, and it is so" : "your prediction")
        : isRight ? (prediction.measure == nil ? "right" : "what happened") : ""
      let style =
        isRight
        ? Style(.correct, emphasis: .bold)
        : isChosen ? (right == nil ? Style(.text, emphasis: .bold) : Style(.wrong)) : .text
      body += parts.option(
        Question.letters[index], option.text, isPointed: place == index, style: style,
        verdict: verdict)
    }
    return parts.panel("Predict", "", "", body + closing(parts))
  }

  private func closing(_ parts: PanelParts) -> [Line] {
    let setter = parts.setter
    guard let chosen else {
      return parts.keys(
        place == nil
          ? [
            ("Enter", "commits you to an answer"),
            ("a-\(Question.letters[max(0, prediction.options.count - 1)])", "choose"),
          ]
          : [
            ("a-\(Question.letters[max(0, prediction.options.count - 1)])", "choose"),
            ("Enter", "commits"), ("Esc", "leaves"),
          ])
    }
    guard right != nil || prediction.isBet else {
      let run = prediction.experiment.map { "Now run \($0): the run will answer." } ?? ""
      return setter.wrapped(setter.safe(run, Style(.faint)))
    }
    var spans: [Span] = []
    if !measured.isEmpty { spans += setter.safe("\(measured). ", Style(.text, emphasis: .bold)) }
    if prediction.options.indices.contains(chosen) {
      spans += setter.spans(prediction.options[chosen].feedback) + [Span(" ")]
    }
    return setter.wrapped(spans + setter.spans(prediction.explanation))
  }
}

extension Prediction {
  /// Whether nothing decides it: the learner's own guess is the point.
  public var isBet: Bool { answer == nil && measure == nil }
}
