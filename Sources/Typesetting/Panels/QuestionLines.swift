// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import TerminalText

extension QuizPanel {
  /// The open question: what is asked, its options or its field, and what is said to the answer.
  func questionLines(_ open: Open, _ setter: Typesetter) -> [Line] {
    var lines: [Line] = [Line()]
    let number = Line("\(open.number). ", Style(.label, emphasis: .bold))
    lines += setter.hang(number) { inner in
      inner.wrapped(inner.spans(open.question.prompt))
    }
    if !open.picture.isEmpty { lines += [Line()] + open.picture }
    lines.append(Line())
    if open.question.options.isEmpty {
      lines += numberField(open, setter)
    } else {
      lines += open.order.indices.flatMap { optionLines($0, open, setter) }
    }
    if !open.refusal.isEmpty {
      lines += setter.wrapped(setter.safe(open.refusal, Style(.wrong)))
    }
    if let grade = open.grade { lines += [Line()] + feedback(grade, open, setter) }
    return lines + hint(open, setter)
  }

  private func numberField(_ open: Open, _ setter: Typesetter) -> [Line] {
    var line = Line("   Your answer: ", Style(.faint))
    let typed = open.typed + (open.grade == nil ? "_" : "")
    line.append(displayableText(typed, glyphs: setter.glyphs), Style(.text, emphasis: .bold))
    if case .number(_, _, let unit) = open.question.kind, !unit.isEmpty {
      line.append(" \(unit)", Style(.faint))
    }
    return [line.clipped(to: setter.width, glyphs: setter.glyphs)]
  }

  private func optionLines(_ place: Int, _ open: Open, _ setter: Typesetter) -> [Line] {
    let option = open.question.options[open.order[place]]
    let isPointed = open.place == place && open.grade == nil
    let rank = open.ticked.firstIndex(of: place)
    var mark = Line(isPointed ? (setter.glyphs == .ascii ? "> " : "▸ ") : "  ", Style(.key, emphasis: .bold))
    if !open.question.isSingleChoice {
      let tick = if case .order = open.question.kind { rank.map { String($0 + 1) } ?? " " } else { rank == nil ? " " : "x" }
      mark.append("[\(tick)] ", Style(.key))
    }
    mark.append("\(Question.letters[place])) ", Style(.key, emphasis: .bold))
    var style = Style.text
    var verdict = ""
    if open.grade != nil, case .order = open.question.kind {
      verdict = " (\(open.order[place] + 1))"
    } else if open.grade != nil, option.isCorrect {
      style = Style(.correct, emphasis: .bold)
      verdict = "  \(setter.glyphs == .ascii ? "<-" : "←") right"
    } else if open.grade != nil, open.place == place || rank != nil {
      style = Style(.wrong)
    }
    return setter.hang(mark) { inner in
      inner.wrapped(inner.spans(option.text, style) + (verdict.isEmpty ? [] : [Span(verdict, Style(.correct))]))
    }
  }

  private func feedback(_ grade: Grade, _ open: Open, _ setter: Typesetter) -> [Line] {
    var spans: [Span] =
      grade.isCorrect
      ? [Span("Right. ", Style(.correct, emphasis: .bold))]
      : [Span("Not quite. ", Style(.wrong, emphasis: .bold))]
    if !grade.isCorrect, case .number(let right, _, let unit) = open.question.kind {
      spans.append(Span("It is \(right.plain)\(unit.isEmpty ? "" : " \(unit)"). "))
    }
    for remark in grade.feedback {
      spans += setter.spans(remark)
      spans.append(Span(" "))
    }
    spans += setter.spans(open.question.explanation)
    return setter.wrapped(spans)
  }

  private func hint(_ open: Open, _ setter: Typesetter) -> [Line] {
    guard namesKeys else { return [] }
    let keys: [(String, String)] =
      if open.grade != nil {
        [("Enter", "goes on")] + (open.question.section == nil ? [] : [("s", "reads the section again")])
          + [("Esc", "leaves")]
      } else if open.question.options.isEmpty {
        [("0-9", "type"), ("Enter", "answers"), ("Esc", "leaves")]
      } else if open.question.isSingleChoice {
        [("a-\(Question.letters[open.order.count - 1])", "choose"), ("Enter", "answers"), ("Esc", "leaves")]
      } else {
        [("a-\(Question.letters[open.order.count - 1])", "tick"), ("Enter", "answers"), ("Esc", "leaves")]
      }
    var spans: [Span] = []
    for (index, (key, what)) in keys.enumerated() {
      if index > 0 { spans.append(Span("   ")) }
      spans.append(Span(key, Style(.key, emphasis: .bold)))
      spans.append(Span(" \(what)", Style(.faint)))
    }
    return [Line()] + setter.wrapped(spans)
  }
}

extension Question {
  /// Whether just one option is to be chosen.
  public var isSingleChoice: Bool { if case .choice = kind { true } else { false } }
}
