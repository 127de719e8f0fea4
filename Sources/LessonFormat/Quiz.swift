// SPDX-License-Identifier: MIT
public import Experiments

/// Questions with answers, asked one at a time.
public struct Quiz: Hashable, Sendable {
  /// The name, unique in its lesson.
  public var id: String
  /// The title above the questions.
  public var title: String
  /// The questions, in order.
  public var questions: [Question]
}

/// A question, what it accepts, and what it says afterwards.
public struct Question: Hashable, Sendable {
  /// One answer to choose, or one thing to put in its place.
  public struct Option: Hashable, Sendable {
    /// What it says.
    public var text: [Inline]
    /// Whether it is right to choose it.
    public var isCorrect: Bool
    /// What is said to whoever chose it.
    public var feedback: [Inline]
  }

  /// What an answer is.
  public enum Kind: Hashable, Sendable {
    /// One option.
    case choice([Option])
    /// All right options, and no other.
    case choices([Option])
    /// A number within `tolerance` of the right one.
    case number(Double, tolerance: Double, unit: String)
    /// The options in the right order, as they stand here.
    case order([Option])
  }

  /// A picture to read before answering: what an experiment of the lesson draws.
  public struct Picture: Hashable, Sendable {
    /// The experiment.
    public var experiment: String
    /// What is set otherwise than in the lesson.
    public var overrides: [Setting]
    /// The figure's name; `nil` shows the experiment's usual ones.
    public var figure: String?
  }

  /// The name, unique in its quiz.
  public var id: String
  /// What is asked.
  public var prompt: [Inline]
  /// What an answer is.
  public var kind: Kind
  /// What is said after any answer.
  public var explanation: [Inline]
  /// Hints, the most helpful last.
  public var hints: [[Inline]]
  /// Where a miss leads back to: `#anchor` in this lesson, or `file.md#anchor`.
  public var section: String?
  /// The experiment that a miss opens again.
  public var experiment: String?
  /// A picture to read before answering.
  public var picture: Picture?
  /// Where it stands.
  public var location: SourceLocation

  /// The options in the order written; empty for a number.
  public var options: [Option] {
    switch kind {
    case .choice(let options), .choices(let options), .order(let options): options
    case .number: []
    }
  }
}
