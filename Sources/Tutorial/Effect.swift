// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat
import TerminalText

/// What a session asks of the world; one loop at the edge performs them.
public enum Effect: Sendable {
  /// Read a chapter's file and what the record knows of it.
  case open(chapter: Int, Destination)
  /// Run this now; where it is immediate, before the next picture of the screen.
  case run(RunTicket, ExperimentRequest, isImmediate: Bool)
  /// Stop the run that goes on.
  case cancel
  /// Keep this for good; a run's ticket is answered with its number.
  case record(LearnerEvent, RunTicket?)
  /// Forget what was done in one lesson, or in all.
  case reset(lesson: String?)
  /// Copy the record to a file.
  case backup(String)
  /// Take the record from a file.
  case restore(String)
  /// Open a file in the learner's editor, at a line.
  case edit(file: String, line: Int)
  /// Read another course: a lesson file or a folder; `nil` for that of the beginning.
  case openCourse(String?)
  /// Find the chapter of something that is not in the one at hand, for a command that asks for it.
  case findChapter(of: Sought, for: Command)
  /// Begin an errand.
  case perform(Errand)
  /// Give the errand up that goes on.
  case cancelErrand
  /// Read every run that the record keeps, for a command that asks for earlier ones; without one, for
  /// completion.
  case readRuns(for: Command?)
  /// List the files whose names begin with a text, for completion.
  case listFiles(startingWith: String)
  /// Use the colours of a theme.
  case useTheme(Theme)
  /// Print lines; the linear notebook's only output.
  case say([Line])
  /// Tell that a command could not be done; a script sees it as a failure.
  case complain(String)
  /// Draw the screen anew.
  case redraw
  /// Stop until the shell continues the program.
  case suspend
  /// Leave.
  case quit
}

/// What a command asks for that may stand in any chapter.
public enum Sought: Hashable, Sendable {
  /// An experiment or a challenge of a name.
  case experiment(String)
  /// A troubleshooting guide.
  case guide
}

extension Lesson {
  /// Refuses what a command would set in an experiment of the lesson, before the lesson is opened.
  ///
  /// - Throws: `CommandError` at the first setting that is not allowed.
  public func check(_ command: Command) throws(CommandError) {
    guard case .run(.some(let name), let settings, _) = command,
      let experiment = experiments.first(where: { $0.id == name })
        ?? experiment(ofChallenge: name)
    else { return }
    do throws(SettingError) { _ = try experiment.hyperparameters(with: settings) } catch {
      throw CommandError(error.message)
    }
  }

  /// Whether it has what is sought.
  public func has(_ sought: Sought) -> Bool {
    switch sought {
    case .experiment(let name): runnableNames.contains(name)
    case .guide: blocks.contains { $0.live?.kind == "guide" }
    }
  }

  /// The names of what can be run in it: experiments and challenges.
  fileprivate var runnableNames: [String] {
    blocks.compactMap { block in
      switch block.kind {
      case .experiment(let experiment): experiment.id
      case .challenge(let challenge): challenge.id
      default: nil
      }
    }
  }
}

extension Sought {
  /// What is said where no lesson has it.
  public func refusal(among lessons: [Lesson]) -> CommandError {
    switch self {
    case .experiment(let name):
      let near = Suggestion.sentence(for: name, among: lessons.flatMap(\.runnableNames))
      return CommandError("there is no experiment \(name) in this course\(near)")
    case .guide: return CommandError("there is no guide in this course")
    }
  }
}
