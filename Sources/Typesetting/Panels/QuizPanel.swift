// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

/// A quiz as it stands on the page: how far it is, the open question, what was said to the answer.
public struct QuizPanel: Sendable {
  /// The open question and what is done with it.
  public struct Open: Sendable {
    /// The question.
    public var question: Question
    /// Its number, from 1.
    public var number: Int
    /// The order in which its options stand, as indices of the options as written.
    public var order: [Int]
    /// The place that is pointed at, among those shown; `nil` while nothing is chosen.
    public var place: Int?
    /// The places ticked, in the order of ticking.
    public var ticked: [Int] = []
    /// The number being typed.
    public var typed = ""
    /// Why the last entry was no answer, or empty.
    public var refusal = ""
    /// How many hints were taken.
    public var hintCount = 0
    /// Whether an experiment belongs to it.
    public var hasExperiment = false
    /// The judgement, once the answer is given.
    public var grade: Grade?
    /// The lines of a picture to be read before answering.
    public var picture: [Line] = []

    /// Makes the state of a question that was just asked.
    public init(question: Question, number: Int, order: [Int]) {
      self.question = question
      self.number = number
      self.order = order
    }
  }

  /// The quiz.
  public var quiz: Quiz
  /// Whether each question was answered rightly; `nil` for one that was not answered.
  public var results: [Bool?]
  /// The open question, while one is.
  public var open: Open?
  /// Whether the keys speak to this quiz.
  public var isFocused = false
  /// Whether keys are named; the linear notebook names commands instead.
  public var namesKeys = true

  /// A quiz with the results so far.
  public init(_ quiz: Quiz, results: [Bool?]) {
    self.quiz = quiz
    self.results = results
  }

  /// The panel at a width.
  public func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    let parts = PanelParts(width: width, glyphs: glyphs, isFocused: isFocused)
    let body = open.map { questionLines($0, parts) } ?? closing(parts)
    return parts.panel("Quiz", quiz.id, quiz.title, [scoreLine(glyphs)] + body)
  }

  /// `1 2 3 4` as marks: right, wrong, open; and the score.
  private func scoreLine(_ glyphs: GlyphSet) -> Line {
    var line = Line()
    for result in results {
      switch result {
      case true: line.append(glyphs == .ascii ? "+" : "●", Style(.correct))
      case false: line.append(glyphs == .ascii ? "x" : "✗", Style(.wrong))
      default: line.append(glyphs == .ascii ? "." : "○", Style(.faint))
      }
      line.append(" ")
    }
    let right = results.count { $0 == true }
    let answered = results.count { $0 != nil }
    line.append(" \(right) right, \(answered) of \(results.count) answered", Style(.faint))
    return line
  }

  private func closing(_ parts: PanelParts) -> [Line] {
    let setter = parts.setter
    let isDone = !results.isEmpty && results.allSatisfy { $0 != nil }
    let missed = zip(quiz.questions, results).filter { $0.1 == false }.map(\.0)
    var lines: [Line] = [Line()]
    if isDone, missed.isEmpty {
      lines += setter.wrapped([Span("All right. Well done.", Style(.correct, emphasis: .bold))])
    }
    if isDone, !missed.isEmpty {
      lines += setter.wrapped([Span("To look at again:", Style(.text, emphasis: .bold))])
      for question in missed {
        lines += setter.hang(Line(setter.ornaments.bullets[0] + " ", Style(.faint))) {
          $0.wrapped($0.spans(question.prompt))
        }
      }
    }
    let verb = isDone ? (missed.isEmpty ? "asks again" : "asks these again") : "asks"
    if namesKeys { lines += parts.keys([("Enter", verb)]) }
    return lines
  }
}
