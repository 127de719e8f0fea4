// SPDX-License-Identifier: MIT
import Experiments
import Training

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
  /// Outputs kept to compare with.
  public var pinned: [Output] = []
  /// The share that is done of a run that goes on, else `nil`.
  public var progress: Double?
  /// The number of an earlier day's run that is being computed again.
  var resumedNumber: Int?
  /// The epoch that the cursor stands at on the charts.
  public var cursor: Int?
  /// Whether loss axes are logarithmic.
  public var isLogarithmic = false
  /// Whether figures are shown as tables.
  public var showsNumbers = false
  private var earlier: [Hyperparameters] = []
  private var later: [Hyperparameters] = []

  /// An experiment as the lesson gives it, not run yet.
  public init(_ experiment: Experiment) {
    self.experiment = experiment
    hyperparameters = experiment.hyperparameters
  }

  /// Whether the output was made by other hyperparameters than those of now.
  public var isStale: Bool {
    guard let output else { return false }
    return output.report.request.variants != request(seeds: nil).variants
  }

  /// Whether a learner has changed something.
  public var isChanged: Bool { hyperparameters != experiment.hyperparameters }

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

  /// What running the cell now asks for: the lesson's variants while nothing is changed, else the
  /// one run of the hyperparameters as they are.
  public func request(seeds: Int?) -> ExperimentRequest {
    let variants =
      isChanged || experiment.variants.count == 1
      ? [Experiment.Variant(name: "", hyperparameters: hyperparameters)] : experiment.variants
    return ExperimentRequest(
      experiment: experiment.id, kind: experiment.kind, variants: variants,
      seeds: seeds ?? experiment.seeds)
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
