// SPDX-License-Identifier: MIT

/// An answer to a question of a quiz.
public struct AnswerEntry: Hashable, Sendable {
  /// The lesson's identifier.
  public var lesson: String
  /// The quiz block's identifier.
  public var quiz: String
  /// The question's identifier.
  public var question: String
  /// The answer as the learner gave it.
  public var given: String
  /// Whether it was right.
  public var isCorrect: Bool
  /// Which attempt it was, from 1.
  public var attempt: Int
  /// When it was given, in seconds since 1970.
  public var date: Double

  /// Makes an entry.
  public init(
    lesson: String, quiz: String, question: String, given: String, isCorrect: Bool, attempt: Int,
    date: Double
  ) {
    self.lesson = lesson
    self.quiz = quiz
    self.question = question
    self.given = given
    self.isCorrect = isCorrect
    self.attempt = attempt
    self.date = date
  }
}

/// The score of a quiz by the latest answer to each question.
public struct QuizScore: Hashable, Sendable {
  /// The lesson's identifier.
  public let lesson: String
  /// The quiz block's identifier.
  public let quiz: String
  /// The questions whose latest answer is right.
  public let correct: Int
  /// The questions answered at least once.
  public let answered: Int
}

/// What a learner predicted before a run.
public struct PredictionEntry: Hashable, Sendable {
  /// The lesson's identifier.
  public var lesson: String
  /// The prediction block's identifier.
  public var block: String
  /// The option the learner chose.
  public var chosen: String
  /// Whether the run proved it right; unknown before the run.
  public var wasRight: Bool?

  /// Makes an entry.
  public init(lesson: String, block: String, chosen: String, wasRight: Bool? = nil) {
    self.lesson = lesson
    self.block = block
    self.chosen = chosen
    self.wasRight = wasRight
  }
}

/// An attempt at a challenge.
public struct ChallengeEntry: Hashable, Sendable {
  /// The lesson's identifier.
  public var lesson: String
  /// The challenge block's identifier.
  public var challenge: String
  /// Whether the goal was met over the hidden seeds.
  public var passed: Bool
  /// The score that the goal is measured by.
  public var score: Double
  /// The hyperparameters that were tried.
  public var hyperparameters: [NamedText]

  /// Makes an entry.
  public init(
    lesson: String, challenge: String, passed: Bool, score: Double, hyperparameters: [NamedText]
  ) {
    self.lesson = lesson
    self.challenge = challenge
    self.passed = passed
    self.score = score
    self.hyperparameters = hyperparameters
  }
}

/// The deepest hint a learner asked for at a block.
public struct HintEntry: Hashable, Sendable {
  /// The lesson's identifier.
  public let lesson: String
  /// The block's identifier.
  public let block: String
  /// The hint's level, from 1.
  public let level: Int
}
