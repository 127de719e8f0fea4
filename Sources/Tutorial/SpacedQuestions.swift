// SPDX-License-Identifier: MIT
import LearnerRecords

/// Which questions are to be asked again, and when: those that were missed, at growing intervals.
///
/// A missed question comes back after ten minutes, after each right answer that was due a longer while
/// later, and is learned after the last (the boxes of Leitner, 1972). Right answers before their time
/// change nothing; another miss begins anew.
public enum SpacedQuestions {
  /// A question that is to be asked again.
  public struct Due: Hashable, Sendable {
    /// The lesson's identifier.
    public var lesson: String
    /// The quiz block's identifier.
    public var quiz: String
    /// The question's identifier.
    public var question: String
  }

  /// The seconds from an answer to the next time the question is asked: ten minutes, a day, four days.
  public static let intervals = [600.0, 86_400, 345_600]

  /// The questions that are due.
  ///
  /// - Parameters:
  ///   - answers: every answer ever given, oldest first.
  ///   - now: the time, in seconds since 1970.
  /// - Returns: The questions, the longest due first.
  public static func due(_ answers: [AnswerEntry], at now: Double) -> [Due] {
    var boxes: [Due: (box: Int, date: Double)] = [:]
    for answer in answers {
      let question = Due(lesson: answer.lesson, quiz: answer.quiz, question: answer.question)
      guard answer.isCorrect else {
        boxes[question] = (0, answer.date)
        continue
      }
      guard let state = boxes[question], answer.date >= state.date + intervals[state.box] else {
        continue
      }
      let next = state.box + 1
      boxes[question] = intervals.indices.contains(next) ? (next, answer.date) : nil
    }
    return boxes.map { ($0.key, $0.value.date + intervals[$0.value.box]) }
      .filter { $0.1 <= now }
      .sorted {
        ($0.1, $0.0.lesson, $0.0.quiz, $0.0.question) < (
          $1.1, $1.0.lesson, $1.0.quiz, $1.0.question
        )
      }
      .map(\.0)
  }

  /// What is said where nothing is due.
  static let nothingDue =
    "No question is due; missed ones come back in ten minutes, a day, four days"

  /// What is said where questions are due, and what asks them.
  static func reminder(_ count: Int, askedBy asker: String) -> String {
    count == 1
      ? "A question that you missed is due again: \(asker) asks it"
      : "\(count) questions that you missed are due again: \(asker) asks them"
  }
}

extension Course {
  /// The questions of this course that are due, those of a chapter first.
  func dueQuestions(
    _ answers: [AnswerEntry], at now: Double, except gone: Set<SpacedQuestions.Due>,
    beginningWith lesson: String?
  ) -> [SpacedQuestions.Due] {
    let known = Set(chapters.map(\.id))
    let due = SpacedQuestions.due(answers, at: now).filter {
      known.contains($0.lesson) && !gone.contains($0)
    }
    return due.filter { $0.lesson == lesson } + due.filter { $0.lesson != lesson }
  }
}

extension Workbook {
  /// Opens the due questions of the first quiz that has some.
  ///
  /// - Returns: The quiz, and the questions that this lesson does not have any more.
  mutating func askAgain(
    _ due: [SpacedQuestions.Due]
  ) -> (quiz: String?, gone: Set<SpacedQuestions.Due>) {
    let own = due.filter { $0.lesson == lesson.id }
    let isHere = { (due: SpacedQuestions.Due) in
      quizzes[due.quiz]?.quiz.questions.contains { $0.id == due.question } == true
    }
    let here = own.filter(isHere)
    guard let quiz = here.first?.quiz else { return (nil, Set(own)) }
    quizzes[quiz]?.ask(Set(here.filter { $0.quiz == quiz }.map(\.question)))
    return (quiz, Set(own).subtracting(here))
  }
}
