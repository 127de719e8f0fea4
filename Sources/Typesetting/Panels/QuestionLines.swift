// SPDX-License-Identifier: MIT
import Experiments
import LessonFormat
import TerminalText

extension QuizPanel {
  /// The open question: what is asked, its options or its field, and what is said to the answer.
  func questionLines(_ open: Open, _ parts: PanelParts) -> [Line] {
    let setter = parts.setter
    var lines: [Line] = [Line()]
    lines += setter.hang(Line("\(open.number). ", Style(.label, emphasis: .bold))) { inner in
      inner.wrapped(inner.spans(open.question.prompt))
    }
    if !open.picture.isEmpty { lines += [Line()] + open.picture }
    lines.append(Line())
    if open.question.options.isEmpty {
      lines.append(numberField(open, setter))
    } else {
      lines += open.order.indices.flatMap { optionLines($0, open, parts) }
    }
    for hint in open.question.hints.prefix(open.hintCount) {
      lines += setter.wrapped(setter.safe("Hint: ", Style(.label)) + setter.spans(hint))
    }
    if !open.refusal.isEmpty { lines += setter.wrapped(setter.safe(open.refusal, Style(.wrong))) }
    if let grade = open.grade { lines += [Line()] + feedback(grade, open, setter) }
    return namesKeys ? lines + [Line()] + parts.keys(keys(of: open)) : lines
  }

  private func numberField(_ open: Open, _ setter: Typesetter) -> Line {
    var line = Line("   Your answer: ", Style(.faint))
    let typed = open.typed + (open.grade == nil ? "_" : "")
    line.append(displayableText(typed, glyphs: setter.glyphs), Style(.text, emphasis: .bold))
    if case .number(_, _, let unit) = open.question.kind, !unit.isEmpty {
      line.append(" \(displayableText(unit, glyphs: setter.glyphs))", Style(.faint))
    }
    return line.clipped(to: setter.width, glyphs: setter.glyphs)
  }

  private func optionLines(_ place: Int, _ open: Open, _ parts: PanelParts) -> [Line] {
    let option = open.question.options[open.order[place]]
    let rank = open.ticked.firstIndex(of: place)
    var tick: String?
    if !open.question.isSingleChoice {
      tick = rank.map { isOrder(open) ? String($0 + 1) : "x" } ?? " "
    }
    var style = Style.text
    var verdict = ""
    if open.grade != nil, isOrder(open) {
      verdict = "\(open.order[place] + 1)"
    } else if open.grade != nil, option.isCorrect {
      (style, verdict) = (Style(.correct, emphasis: .bold), "right")
    } else if open.grade != nil, open.place == place || rank != nil {
      (style, verdict) = (Style(.wrong), "your answer")
    }
    return parts.option(
      Question.letters[place], option.text, isPointed: open.place == place && open.grade == nil,
      tick: tick, style: style, verdict: verdict)
  }

  private func isOrder(_ open: Open) -> Bool {
    if case .order = open.question.kind { true } else { false }
  }

  /// When a missed question comes back.
  static let comesBack = "It is asked again later: :review, from ten minutes on."

  private func feedback(_ grade: Grade, _ open: Open, _ setter: Typesetter) -> [Line] {
    var spans: [Span] =
      grade.isCorrect
      ? [Span("Right. ", Style(.correct, emphasis: .bold))]
      : [Span("Not quite. ", Style(.wrong, emphasis: .bold))]
    if !grade.isCorrect, case .number(let right, _, let unit) = open.question.kind {
      spans += setter.safe("It is \(right.plain)\(unit.isEmpty ? "" : " \(unit)"). ")
    }
    for (letter, remark) in grade.remarks(shown: open.order) {
      if let letter { spans.append(Span("\(letter)) ", Style(.key))) }
      spans += setter.spans(remark) + [Span(" ")]
    }
    spans += setter.spans(open.question.explanation)
    if !grade.isCorrect, namesKeys {
      spans.append(Span(" \(Self.comesBack)", Style(.faint)))
    }
    return setter.wrapped(spans)
  }

  private func keys(of open: Open) -> [(key: String, what: String)] {
    if open.grade != nil {
      let section = open.question.section == nil ? [] : [("s", "its section")]
      let experiment = open.hasExperiment ? [("e", "its experiment")] : []
      return [("Enter", "goes on")] + section + experiment + [("Esc", "leaves")]
    }
    let count = open.order.count
    let choice: [(String, String)] =
      open.question.options.isEmpty
      ? [("0-9", "type")]
      : [
        (
          "a-\(Question.letters[count - 1])",
          open.question.isSingleChoice ? "choose" : isOrder(open) ? "in order" : "or Space tick"
        )
      ]
    let hint = open.hintCount < open.question.hints.count && count < 8 ? [("h", "a hint")] : []
    return choice + [("Enter", "answers")] + hint + [("Esc", "leaves")]
  }
}

extension Question {
  /// Whether just one option is to be chosen.
  public var isSingleChoice: Bool { if case .choice = kind { true } else { false } }
}
