// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LessonFormat
import TerminalText

/// How live blocks look on paper, or before anybody has touched them.
extension Typesetter {
  /// The first line of a live block: `Quiz  check — Check yourself ────`.
  func formHeading(_ kind: String, _ id: String, _ title: String) -> [Line] {
    var spans = [Span(kind + "  ", Style(.label, emphasis: .bold))]
    spans += safe(id, Style(.label))
    if !title.isEmpty, title != id {
      spans.append(Span(" \(ornaments.dash) ", Style(.faint)))
      spans += safe(title, Style(.text, emphasis: .bold))
    }
    var lines = wrap(spans, width: width)
    let room = width - (lines.last?.width ?? 0) - 1
    if room > 2, let last = lines.indices.last {
      lines[last].append(" ")
      lines[last].append(rule(ornaments.thin, room))
    }
    return lines
  }

  func experimentForm(_ experiment: Experiment) -> [Line] {
    let values = experiment.edit.map { row in
      "\(row.name) \(row.text(in: experiment.hyperparameters))"
    }
    let all = values.map { $0.replacing(" ", with: "\u{A0}") }
    return formHeading("In [ ]", experiment.id, experiment.title)
      + wrapped(safe(all.joined(separator: "\u{A0}\(ornaments.dot) "), Style(.code)))
  }

  func quizForm(_ quiz: Quiz) -> [Line] {
    var lines = formHeading("Quiz", quiz.id, quiz.title)
    for (index, question) in quiz.questions.enumerated() {
      if index > 0 { lines.append(Line()) }
      lines += hang(Line("\(index + 1). ", Style(.faint))) { inner in
        inner.wrapped(inner.spans(question.prompt)) + inner.answerForm(question)
      }
    }
    return lines
  }

  private func answerForm(_ question: Question) -> [Line] {
    switch question.kind {
    case .number(_, _, let unit): wrapped(safe("Your answer: ____ \(unit)", Style(.faint)))
    case .order: options(question.options.map(\.text).sorted { $0.plainText < $1.plainText })
    case .choice(let list), .choices(let list): options(list.map(\.text))
    }
  }

  /// Lettered options.
  private func options(_ texts: [[Inline]]) -> [Line] {
    zip(Question.letters, texts).flatMap { letter, text in
      hang(Line("\(letter)) ", Style(.key))) { $0.wrapped($0.spans(text)) }
    }
  }

  func predictionForm(_ prediction: Prediction) -> [Line] {
    formHeading("Predict", prediction.id, "") + wrapped(spans(prediction.prompt))
      + options(prediction.options.map(\.text))
  }

  func challengeForm(_ challenge: Challenge) -> [Line] {
    var lines = formHeading("Challenge", challenge.id, challenge.title)
    if !challenge.introduction.isEmpty { lines += wrapped(spans(challenge.introduction)) }
    let goals = challenge.goals.map(\.condition).joined(separator: " and ")
    let seeds = challenge.seeds == 1 ? "one hidden seed" : "\(challenge.seeds) hidden seeds"
    lines += wrapped(
      safe("Goal: ", Style(.label)) + safe(goals, Style(.code))
        + safe(", over \(seeds)", Style(.faint)))
    lines += wrapped(
      safe("Change: ", Style(.label))
        + safe(challenge.edit.joined(separator: ", "), Style(.code)))
    return lines
  }

  func guideForm(_ guide: Guide) -> [Line] {
    var lines = formHeading("Guide", guide.id, guide.title)
    for (index, step) in guide.steps.enumerated() {
      lines += hang(Line("\(index + 1). ", Style(.faint))) { inner in
        inner.wrapped(inner.spans(step.prompt)) + inner.branch("yes", step.yes)
          + (step.no == .question(index + 1) ? [] : inner.branch("no", step.no))
      }
    }
    return lines
  }

  private func branch(_ answer: String, _ branch: Guide.Branch) -> [Line] {
    hang(Line("\(answer) \(ornaments.arrow) ", Style(.key))) { inner in
      switch branch {
      case .question(let index): return inner.wrapped(inner.safe("question \(index + 1)"))
      case .advice(let advice):
        let cause = inner.spans(advice.cause, Style(.text, emphasis: .bold))
        if advice.steps.count == 1, advice.cause.isEmpty {
          return inner.wrapped(inner.spans(advice.steps[0]))
        }
        let steps = advice.steps.flatMap { step in
          inner.hang(Line(inner.ornaments.bullets[0] + " ", Style(.faint))) {
            $0.wrapped($0.spans(step))
          }
        }
        return (advice.cause.isEmpty ? [] : inner.wrapped(cause)) + steps
      }
    }
  }

  func figureForm(_ block: FigureBlock) -> [Line] {
    var rows = 10_000
    if case .lines = block.figure.content { rows = Self.figureHeight }
    let region = Size(columns: min(width, Self.figureWidth), rows: rows)
    var figure = block.figure
    var title: [Line] = []
    let heading = safe(figure.title, Style(.text, emphasis: .bold))
    if Line(heading).width > region.columns {
      title = wrapped(heading)
      figure.title = ""
    }
    let picture = title + figure.lines(in: region, glyphs: glyphs)
    if block.caption.isEmpty { return picture }
    let narrow = narrowed(by: max(0, width - Page.longestLine))
    return picture + [Line()] + narrow.wrapped(spans(block.caption, Style(.faint)))
  }

  /// Curves are no wider than can be taken in at a glance, and leave room for text on the screen.
  private static let figureWidth = 100
  private static let figureHeight = 18
}
