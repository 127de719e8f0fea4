// SPDX-License-Identifier: MIT
import LearnerRecords
import LessonFormat

/// How far a learner has got with a quiz.
public struct QuizProgress: Sendable {
  /// What was answered to a question.
  public struct Given: Sendable {
    /// The answer, as letters of the options as written or as a number.
    public var text: String
    /// Whether it was right.
    public var isCorrect: Bool
    /// How often the question was answered.
    public var attempt: Int
    /// What it was worth and what was said to it; `nil` for an answer of an earlier day.
    public var grade: Grade?

    /// The answer as it was typed: a whole number without its point.
    var shown: String { text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
  }

  /// The quiz of the lesson.
  public let quiz: Quiz
  /// The answers, by question.
  public private(set) var given: [String: Given] = [:]
  /// The question that is open, as an index; `nil` once all are answered.
  public private(set) var current: Int?
  /// Whether the open question was just answered, so that its feedback is shown.
  public private(set) var showsFeedback = false

  /// A quiz with the answers of earlier days.
  public init(_ quiz: Quiz, past: [AnswerEntry] = []) {
    self.quiz = quiz
    for entry in past where entry.quiz == quiz.id {
      given[entry.question] = Given(
        text: entry.given, isCorrect: entry.isCorrect, attempt: entry.attempt, grade: nil)
    }
    open = Set(quiz.questions.map(\.id)).subtracting(given.keys)
    goOn()
  }

  /// The open question.
  public var question: Question? { current.map { quiz.questions[$0] } }

  /// The number of right answers.
  public var score: Int { quiz.questions.count { given[$0.id]?.isCorrect == true } }

  /// The number of questions answered.
  public var answeredCount: Int { quiz.questions.count { given[$0.id] != nil } }

  /// The questions answered wrongly.
  public var missed: [Question] { quiz.questions.filter { given[$0.id]?.isCorrect == false } }

  /// Whether every question is answered.
  public var isFinished: Bool { current == nil }

  /// The order in which a question's options stand: the same each time it is asked, another one at
  /// each new attempt.
  public func order(of question: Question) -> [Int] {
    let attempt =
      showsFeedback ? (given[question.id]?.attempt ?? 1) - 1 : given[question.id]?.attempt ?? 0
    let seed = question.id.utf8.reduce(UInt64(attempt)) { $0 &* 31 &+ UInt64($1) }
    return question.shuffledOptions(seed: seed)
  }

  /// Judges an answer to the open question, and keeps it.
  public mutating func answer(_ answer: Answer) -> Given? {
    guard let question, !showsFeedback else { return nil }
    let grade = question.grade(answer)
    let result = Given(
      text: answer.text, isCorrect: grade.isCorrect,
      attempt: (given[question.id]?.attempt ?? 0) + 1, grade: grade)
    given[question.id] = result
    showsFeedback = true
    open.remove(question.id)
    return result
  }

  /// Goes on to the next open question; after the last, to the first that is still open.
  public mutating func goOn() {
    showsFeedback = false
    let waiting = quiz.questions.indices.filter { open.contains(quiz.questions[$0].id) }
    current = waiting.first { $0 > (current ?? -1) } ?? waiting.first
  }

  /// Asks again: the questions that were missed, or all where none was.
  public mutating func again() {
    open = Set((missed.isEmpty ? quiz.questions : missed).map(\.id))
    current = nil
    goOn()
  }

  /// Asks some questions again.
  mutating func ask(_ questions: Set<String>) {
    open = questions
    (current, showsFeedback) = (nil, false)
    goOn()
  }

  /// The questions still to be asked, by id.
  private var open: Set<String> = []
}

extension Answer {
  /// The answer as letters of the options as written, or as a number.
  public var text: String {
    switch self {
    case .option(let index): Self.letter(index)
    case .options(let set): set.sorted().map(Self.letter).joined(separator: " ")
    case .number(let number): number.description
    case .order(let order): order.map(Self.letter).joined(separator: " ")
    }
  }

  private static func letter(_ index: Int) -> String {
    Question.letters.indices.contains(index) ? String(Question.letters[index]) : "?"
  }
}
