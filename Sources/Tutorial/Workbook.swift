// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import LessonFormat

/// A lesson as a learner works in it: its cells, its quizzes, its predictions.
public struct Workbook: Sendable {
  /// The lesson.
  public let lesson: Lesson
  /// Its place in the course, from 0.
  public let chapter: Int
  /// The experiments, by id.
  public var cells: [String: Cell] = [:]
  /// The quizzes, by id.
  public var quizzes: [String: QuizProgress] = [:]
  /// The predictions, by id.
  public var predictions: [String: PredictionProgress] = [:]
  /// The challenges, by id; each has a cell of its own of the same id.
  public var challenges: [String: ChallengeProgress] = [:]
  /// How far the guides are, by id.
  public var guides: [String: GuideProgress] = [:]
  /// Cells of names that an earlier reading of the file had, until a later one has them again.
  private var missing: [String: Cell] = [:]
  /// The ids of the live blocks, in the lesson's order.
  public let liveBlocks: [(kind: String, id: String)]
  /// The lesson's headings, in order.
  public let headings: [Lesson.Heading]

  /// Opens a lesson with what the record knows of it.
  public init(_ lesson: Lesson, chapter: Int, past: LessonPast) {
    self.lesson = lesson
    self.chapter = chapter
    liveBlocks = lesson.blocks.compactMap(\.live)
    headings = lesson.headings
    for block in lesson.blocks {
      switch block.kind {
      case .experiment(let experiment): cells[experiment.id] = Cell(experiment)
      case .quiz(let quiz): quizzes[quiz.id] = QuizProgress(quiz, past: past.answers)
      case .predict(let prediction):
        predictions[prediction.id] = PredictionProgress(prediction, past: past.predictions)
      case .challenge(let challenge):
        guard let target = lesson.experiments.first(where: { $0.id == challenge.experiment }),
          let begun = lesson.experiment(ofChallenge: challenge.id)
        else { break }
        challenges[challenge.id] = ChallengeProgress(challenge, target: target, past: past)
        cells[challenge.id] = Cell(begun)
      case .guide(let guide): guides[guide.id] = GuideProgress(guide)
      default: break
      }
    }
  }

  /// The experiments' ids, in the lesson's order.
  public var experiments: [String] { liveBlocks.map(\.id).filter { cells[$0] != nil } }

  /// The experiment meant by a name, or the lesson's first where none is given.
  ///
  /// - Throws: `CommandError` where there is none of the name.
  public func experiment(named name: String?) throws(CommandError) -> String {
    guard let name else {
      guard let first = experiments.first else {
        throw CommandError("this chapter has no experiment")
      }
      return first
    }
    guard cells[name] == nil else { return name }
    let near = Suggestion.sentence(for: name, among: experiments)
    let known =
      experiments.isEmpty ? "" : "; this chapter has \(experiments.joined(separator: ", "))"
    throw CommandError(
      "there is no experiment \(name) in this chapter\(near)\(near.isEmpty ? known : "")")
  }

  /// What a question's picture draws: the experiment that it names, run as it says.
  public func figures(of question: Question) -> [Figure] {
    guard let picture = question.picture,
      let experiment = cells[picture.experiment]?.experiment,
      let hyperparameters = try? experiment.hyperparameters(with: picture.overrides)
    else { return [] }
    let request = ExperimentRequest(
      experiment: experiment.id, kind: experiment.kind,
      variants: [.init(name: "", hyperparameters: hyperparameters)],
      figures: picture.figure.map { [$0] } ?? experiment.plot)
    return request.refusal == nil ? request.run()?.figures() ?? [] : []
  }

  /// Takes another reading of the same lesson in, keeping what was done in it.
  public func reloaded(_ changed: Lesson, past: LessonPast) -> Workbook {
    var next = Workbook(changed, chapter: chapter, past: past)
    for (id, cell) in missing.merging(cells, uniquingKeysWith: { $1 }) {
      if let fresh = next.cells[id] {
        next.cells[id] = fresh.continuing(cell)
      } else {
        next.missing[id] = cell
      }
    }
    for (id, progress) in quizzes where next.quizzes[id]?.quiz == progress.quiz {
      next.quizzes[id] = progress
    }
    for (id, progress) in guides where next.guides[id]?.guide == progress.guide {
      next.guides[id] = progress
    }
    for (id, progress) in predictions where next.predictions[id]?.prediction == progress.prediction
    {
      next.predictions[id] = progress
    }
    return next
  }
}

extension Lesson {
  /// The experiment that a challenge of a name begins with; `nil` where there is none.
  public func experiment(ofChallenge name: String) -> Experiment? {
    for block in blocks {
      guard case .challenge(let challenge) = block.kind, challenge.id == name else { continue }
      return experiments.first { $0.id == challenge.experiment }
        .map { Experiment(challenge, of: $0) }
    }
    return nil
  }
}

extension Cell {
  /// The same experiment after a reload, with the output and the edits it had.
  func continuing(_ earlier: Cell) -> Cell {
    var cell = self
    cell.output = earlier.output
    cell.pinned = earlier.pinned
    cell.view = earlier.view
    cell.show(earlier.view.figures)
    if earlier.isChanged, earlier.experiment.kind == experiment.kind {
      cell.edit(earlier.hyperparameters)
    }
    return cell
  }
}
