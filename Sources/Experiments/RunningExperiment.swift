// SPDX-License-Identifier: MIT
import Training

/// A run that goes on only while it is asked to.
public protocol RunningExperiment {
  /// Does one piece of work, an epoch or its like; returns whether anything is left.
  ///
  /// The piece is given up, with nothing measured, as soon as `isCancelled` says so.
  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool
  /// Ends the run where it is, so that its result is that of a run that was to go no further.
  mutating func finish(unless isCancelled: @escaping @Sendable () -> Bool)
  /// The share of the work that is done, 0 to 1.
  var progress: Double { get }
  /// What is known so far.
  func result() -> ExperimentResult
}

extension RunningExperiment {
  /// A run that keeps no network has nothing to look at.
  public mutating func finish(unless isCancelled: @escaping @Sendable () -> Bool) {}
}

/// What a run showed.
public struct ExperimentResult: Sendable {
  /// What decided the run.
  public var hyperparameters: Hyperparameters
  /// How it ended, in the words of the JSON: `completed`, `stopped_early`, `diverged`, `cancelled`.
  public var outcome: TrainingOutcome
  /// The final figures by name, in the kind's order.
  public var measures: [(name: String, value: Double)]
  /// The epochs, where the kind has any.
  public var history: TrainingHistory?
  /// The pictures, as data.
  public var figures: [Figure]
  /// What is told in words: where a run diverged, what clipping did.
  public var notes: [String]
  /// What the evidence says about the run, where the kind can be judged.
  public var diagnosis: Diagnosis?
  /// The seconds of training and evaluation alone, as the caller measured them.
  public var computeSeconds = 0.0
  /// Whether the run has not come to its end yet: nothing is known of it.
  public var isPending = false

  /// What is known of a run before its end.
  static func pending(_ hyperparameters: Hyperparameters) -> ExperimentResult {
    var result = ExperimentResult(
      hyperparameters: hyperparameters, outcome: .cancelled, measures: [], figures: [], notes: [])
    result.isPending = true
    return result
  }

  /// A final figure by name.
  public func measure(_ name: String) -> Double? { measures.first { $0.name == name }?.value }
}

extension ExperimentKind {
  /// Runs to the end, or until it is cancelled.
  ///
  /// - Parameters:
  ///   - hyperparameters: what decides the run.
  ///   - seconds: the clock, in seconds.
  ///   - figures: the figures wanted, so that only what they need is measured; empty for the usual.
  ///   - isCancelled: asked often, so that a cancelled run ends within a tenth of a second.
  /// - Returns: what it showed; with the outcome `cancelled` where it was stopped.
  public func run(
    _ hyperparameters: Hyperparameters, seconds: () -> Double = { 0 },
    figures: [String] = [], isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> ExperimentResult {
    let began = seconds()
    var run = start(hyperparameters, figures.isEmpty ? usualFigures : figures)
    while !isCancelled(), run.advance(unless: isCancelled) {}
    var result = run.result()
    result.computeSeconds = seconds() - began
    return result
  }
}
