// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText

/// What can happen to a session: every source of change is one of these.
public enum Event: Sendable {
  /// A key was pressed, the mouse moved, or text was pasted.
  case key(Key)
  /// The screen has another size.
  case resized(Size)
  /// The picture stands and no key waits: what it does not show can be made.
  case idle
  /// No key came for a while.
  case rested
  /// A lesson was read from its file, and what the record knows of it.
  case opened(chapter: Int, Lesson, LessonPast, Destination)
  /// A lesson could not be read; the sentence says why.
  case notOpened(String)
  /// A run has got so far.
  case progressed(RunTicket, share: Double, ExperimentReport?)
  /// A run has ended; without a report where it was cancelled.
  case finished(RunTicket, ExperimentReport?)
  /// A run was given its number by the record.
  case numbered(RunTicket, Int)
  /// Something is to be told to the learner: what is not saved, what was backed up.
  case told(String)
  /// What was asked for could not be done outside; the sentence says why.
  case refused(String)
  /// Another course was found.
  case courseOpened(Course)
  /// The chapter of what a command asks for, or why there is none.
  case chapterFound(Result<Int, CommandError>, for: Command)
  /// An errand has come to its end.
  case errandEnded(ErrandOutcome)
  /// The file of the lesson at hand is another now.
  case lessonChanged
  /// What the record holds was changed as a whole: reset or restored.
  case recordChanged(Memories)
  /// Every run that the record keeps, oldest first, for what asked for them.
  case runsRead([RunEntry], for: Command?)
  /// The files whose names begin with a text, as they can be typed.
  case filesListed(startingWith: String, [String])
}

/// Where to stand in a lesson that is opened.
public enum Destination: Hashable, Sendable {
  /// Where the learner left it.
  case lastPlace
  /// Its first line.
  case top
  /// A heading.
  case anchor(String)
  /// A place, as after a reload.
  case place(ReadingPlace)
}

/// Which run an event speaks of.
public struct RunTicket: Hashable, Sendable {
  /// Counted up from 1 with every run of the session.
  public var serial: Int
  /// The experiment.
  public var experiment: String
  /// What it is for.
  public var purpose: Purpose

  /// What a run is for.
  public enum Purpose: Hashable, Sendable {
    /// A learner asked for it: it is numbered and kept.
    case keep
    /// It shows what an edit leads to, or an earlier run again; it is not kept.
    case follow
    /// It judges a challenge over hidden seeds, and is no output.
    case judge
    /// It shows a run as it was after an epoch.
    case look
    /// It makes figures of a pinned run that were not asked for when it was run.
    case pinned
    /// It draws a run of an earlier day in its place again.
    case resume
    /// It draws earlier runs again, beside what the record keeps of them.
    case show
  }

  /// Makes a ticket.
  public init(serial: Int, experiment: String, purpose: Purpose) {
    self.serial = serial
    self.experiment = experiment
    self.purpose = purpose
  }
}

/// What the record knows of a lesson.
public struct LessonPast: Sendable {
  /// Where the learner left it.
  public var place: ReadingPlace?
  /// Its runs, oldest first.
  public var runs: [RunEntry]
  /// The latest answer to each question.
  public var answers: [AnswerEntry]
  /// Every answer in any lesson, oldest first.
  public var allAnswers: [AnswerEntry]
  /// The predictions made.
  public var predictions: [PredictionEntry]
  /// The challenges tried.
  public var challenges: [ChallengeEntry]
  /// The hints taken.
  public var hints: [HintEntry]

  /// What is known of a lesson; nothing unless said otherwise.
  public init(
    place: ReadingPlace? = nil, runs: [RunEntry] = [], answers: [AnswerEntry] = [],
    allAnswers: [AnswerEntry] = [], predictions: [PredictionEntry] = [],
    challenges: [ChallengeEntry] = [], hints: [HintEntry] = []
  ) {
    self.place = place
    self.runs = runs
    self.answers = answers
    self.allAnswers = allAnswers
    self.predictions = predictions
    self.challenges = challenges
    self.hints = hints
  }
}
