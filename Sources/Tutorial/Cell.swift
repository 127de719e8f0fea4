// SPDX-License-Identifier: MIT
import Experiments
import Training
import Typesetting

/// An experiment as a learner has it before them: its hyperparameters now, its last output.
public struct Cell: Sendable {
  /// One output, and the input that gave it.
  public struct Output: Sendable {
    /// The number in `In [n]` and `Out [n]`; `nil` while the record has not given one.
    public var number: Int?
    /// What was run and what it showed.
    public var report: ExperimentReport
  }

  /// The experiment of the lesson.
  public let experiment: Experiment
  /// The hyperparameters now.
  public private(set) var hyperparameters: Hyperparameters
  /// The last output.
  public var output: Output?
  /// The output that stood before the run that goes on, to be had back where it is cancelled.
  var earlierOutput: Output?
  /// The run as it was after the epoch of the cursor, for figures of one moment.
  public var look: ExperimentReport?
  /// Outputs kept to compare with.
  public var pinned: [Output] = []
  /// The share that is done of a run that goes on, else `nil`.
  public var progress: Double?
  /// The seconds that a run still takes, where that can be told.
  public var secondsLeft: Double?
  /// The number that the run under way has already: it is of an earlier day, or only drawn anew.
  var resumedNumber: Int?
  /// How the output is looked at.
  public var view = ChartView()
  /// The figures that were asked for beside the lesson's.
  private var asked: [String] = []
  private var earlier: [Hyperparameters] = []
  private var later: [Hyperparameters] = []

  /// An experiment as the lesson gives it, not run yet.
  public init(_ experiment: Experiment) {
    self.experiment = experiment
    hyperparameters = experiment.hyperparameters
  }

  /// Whether the output was made by other hyperparameters than those of now.
  public var isStale: Bool { output.map { $0.report.request.base != hyperparameters } ?? false }

  /// Whether a learner has changed something.
  public var isChanged: Bool { hyperparameters != experiment.hyperparameters }

  /// The figures that are shown, by id.
  public var figures: [String] { view.figures.isEmpty ? given : view.figures }

  /// The figures that the lesson shows.
  var given: [String] {
    experiment.plot.isEmpty ? experiment.kind.usualFigures : experiment.plot
  }

  /// The figures that a run has to make: those of the lesson, and what was asked for since.
  var neededFigures: [String] { given + asked.filter { !given.contains($0) } }

  /// Shows other figures than the lesson's.
  public mutating func show(_ figures: [String]) {
    view.figures = figures
    asked += figures.filter { !asked.contains($0) }
  }

  /// Sets the hyperparameters; the old ones can be had back.
  public mutating func edit(_ changed: Hyperparameters) {
    guard changed != hyperparameters else { return }
    earlier.append(hyperparameters)
    if earlier.count > 1000 { earlier.removeFirst() }
    later = []
    hyperparameters = changed
  }

  /// Takes the last edit back; returns whether there was one.
  public mutating func undo() -> Bool {
    guard let last = earlier.popLast() else { return false }
    later.append(hyperparameters)
    hyperparameters = last
    return true
  }

  /// Makes the edit again that was taken back; returns whether there was one.
  public mutating func redo() -> Bool {
    guard let next = later.popLast() else { return false }
    earlier.append(hyperparameters)
    hyperparameters = next
    return true
  }

  /// What running the cell now asks for: the lesson's variants with what was changed, or the one run
  /// of the hyperparameters as they are where the lesson has no variants, or where one of those was
  /// changed that set them apart.
  public func request(seeds: Int?) -> ExperimentRequest {
    ExperimentRequest(
      experiment: experiment.id, kind: experiment.kind, variants: variants,
      seeds: seeds ?? experiment.seeds, figures: neededFigures, base: hyperparameters)
  }

  /// What a change of one of the hyperparameters that can be edited leads to.
  func nextRequest(afterStepOf row: Int) -> ExperimentRequest {
    guard experiment.edit.indices.contains(row) else { return request(seeds: nil) }
    var changed = hyperparameters
    experiment.edit[row].step(up: true, in: &changed)
    var next = self
    next.edit(changed)
    return next.request(seeds: nil)
  }

  private var variants: [Experiment.Variant] {
    let single = [Experiment.Variant(name: "", hyperparameters: hyperparameters)]
    guard experiment.variants.count > 1 else { return single }
    let changes = overrides
    return experiment.variants.allSatisfy { variant in
      let own = Self.differences(
        from: experiment.hyperparameters, to: variant.hyperparameters, of: experiment.kind)
      return !own.contains { own in changes.contains { $0.name == own.name } }
    }
      ? experiment.variants.map { $0.changed(by: changes, of: experiment.kind) } : single
  }

  /// What differs from the lesson's hyperparameters, as `name=value`, in the table's order.
  public var overrides: [(name: String, value: String)] {
    Self.differences(from: experiment.hyperparameters, to: hyperparameters, of: experiment.kind)
  }

  /// What differs between two sets of hyperparameters, in the table's order.
  public static func differences(
    from base: Hyperparameters, to changed: Hyperparameters, of kind: ExperimentKind
  ) -> [(name: String, value: String)] {
    kind.hyperparameters.compactMap { row in
      let text = row.text(in: changed)
      return text == row.text(in: base) ? nil : (row.name, text)
    }
  }
}

extension Experiment.Variant {
  /// The variant with changes that are allowed.
  fileprivate func changed(
    by changes: [(name: String, value: String)], of kind: ExperimentKind
  ) -> Experiment.Variant {
    let settings = changes.map { Setting(name: $0.name, value: Setting.Value(text: $0.value)) }
    return Experiment.Variant(
      name: name,
      hyperparameters: (try? kind.applying(settings, to: hyperparameters)) ?? hyperparameters)
  }
}
