// SPDX-License-Identifier: MIT
import Training

/// What a kind without epochs found: its numbers, its pictures and what is to be said about them.
struct Findings {
  /// The final figures by name, in the kind's order.
  var measures: [(name: String, value: Double)]
  /// Every picture that can be drawn, of which a request takes those it wants.
  var figures: [Figure]
  /// What is told in words.
  var notes: [String] = []
}

extension ExperimentResult {
  /// The result of a run without epochs; cancelled where nothing was found.
  init(_ hyperparameters: Hyperparameters, _ findings: Findings?, figures names: [String]) {
    self.init(
      hyperparameters: hyperparameters, outcome: findings == nil ? .cancelled : .completed,
      measures: findings?.measures ?? [],
      figures: names.compactMap { name in findings?.figures.first { $0.id == name } },
      notes: findings?.notes ?? [])
  }
}

/// A run that is one short piece of work: one fit, one backward pass.
struct SinglePassExperiment: RunningExperiment {
  private let hyperparameters: Hyperparameters
  private let figures: [String]
  private let compute: (Hyperparameters, @escaping () -> Bool) -> Findings?
  private var findings: Findings?

  /// Describes the run; nothing is computed.
  ///
  /// - Parameters:
  ///   - hyperparameters: what decides the run.
  ///   - figures: the figures wanted, by id.
  ///   - compute: does the work while its second argument says yes; `nil` where it was stopped.
  init(
    _ hyperparameters: Hyperparameters, figures: [String],
    compute: @escaping (Hyperparameters, @escaping () -> Bool) -> Findings?
  ) {
    self.hyperparameters = hyperparameters
    self.figures = figures
    self.compute = compute
  }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    if findings == nil { findings = compute(hyperparameters) { !isCancelled() } }
    return false
  }

  var progress: Double { findings == nil ? 0 : 1 }

  func result() -> ExperimentResult {
    ExperimentResult(hyperparameters, findings, figures: figures)
  }
}
