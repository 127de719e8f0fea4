// SPDX-License-Identifier: MIT

/// Something a learner did that the record keeps.
public enum LearnerEvent: Hashable, Sendable {
  /// The learner reads at an anchor of a lesson, so many rows below it.
  case place(lesson: String, anchor: String, offset: Int)
  /// The learner set a mark, as `m` and a letter do.
  case mark(name: Character, lesson: String, anchor: String, offset: Int)
  /// The learner bookmarked a place; a bookmark of the same name moves there.
  case bookmark(Bookmark)
  /// The learner took a bookmark away.
  case bookmarkRemoved(name: String)
  /// The learner chose how the program is to be, such as its theme.
  case setting(name: String, value: String)
  /// The learner typed a line that can be had again with the arrows.
  case typed(line: String, kind: TypedLineKind)
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

/// A place that a learner gave a name.
public struct Bookmark: Hashable, Sendable {
  /// The name, different from every other bookmark's.
  public let name: String
  /// Where it leads.
  public let place: ReadingPlace

  /// Makes a bookmark.
  public init(name: String, place: ReadingPlace) {
    self.name = name
    self.place = place
  }
}

/// What a line was typed for; each kind has a history of its own.
public enum TypedLineKind: String, Hashable, Sendable {
  /// A command, after `:`.
  case command
  /// A text that was searched for, after `/`.
  case search
}

/// How far a learner is in a lesson.
public struct LessonProgress: Hashable, Sendable {
  /// The lesson's identifier.
  public let lesson: String
  /// Whether the learner reached its end.
  public let isFinished: Bool

  /// Makes a lesson's progress.
  public init(lesson: String, isFinished: Bool) {
    self.lesson = lesson
    self.isFinished = isFinished
  }
}
