// SPDX-License-Identifier: MIT

/// Something a learner did that the record keeps.
public enum LearnerEvent: Hashable, Sendable {
  /// The learner reads at an anchor of a lesson, so many rows below it.
  case place(lesson: String, anchor: String, offset: Int)
  /// The learner set a mark, as `m` and a letter do.
  case mark(name: Character, lesson: String, anchor: String, offset: Int)
  /// The learner bookmarked a place.
  case bookmark(lesson: String, anchor: String, offset: Int)
  /// The learner took a bookmark away.
  case bookmarkRemoved(lesson: String, anchor: String, offset: Int)
  /// The learner opened a lesson.
  case lessonOpened(lesson: String)
  /// The learner reached a lesson's end.
  case lessonFinished(lesson: String)
  /// A training run ended; the record gives it its number.
  case run(RunEntry)
  /// The learner answered a question.
  case answer(AnswerEntry)
  /// The learner predicted an outcome before a run.
  case prediction(PredictionEntry)
  /// The learner asked for the hint of a level, from 1.
  case hint(lesson: String, block: String, level: Int)
  /// The learner tried a challenge.
  case challenge(ChallengeEntry)
}

/// What became of an event that was handed to the record.
public struct StoredEvent: Hashable, Sendable {
  /// The run's number, as in `In [3]`, where the event was a run.
  public let runNumber: Int?
  /// Whether the event is on disk; otherwise it is in memory and the availability says why.
  public let isSaved: Bool
}

/// A place in a lesson: an anchor and the rows below it.
public struct ReadingPlace: Hashable, Sendable {
  /// The lesson's identifier.
  public let lesson: String
  /// The anchor in the lesson, such as a heading's.
  public let anchor: String
  /// The rows below the anchor.
  public let offset: Int

  /// Makes a place.
  public init(lesson: String, anchor: String, offset: Int) {
    self.lesson = lesson
    self.anchor = anchor
    self.offset = offset
  }
}

/// How far a learner is in a lesson.
public struct LessonProgress: Hashable, Sendable {
  /// The lesson's identifier.
  public let lesson: String
  /// Whether the learner reached its end.
  public let isFinished: Bool
}
