// SPDX-License-Identifier: MIT
import NeuralNetworks

/// A training run as the sequence of its epochs.
///
/// Nothing is computed before it is asked for, data and weights included; to stop a run is to stop
/// asking. Every iteration starts anew and gives the same numbers to the bit. A run that would take
/// more memory than `ResourceEstimate.memoryLimit` is cancelled before anything is drawn.
///
///     var history = TrainingHistory(hyperparameters)
///     for epoch in TrainingRun(hyperparameters) { history.append(epoch) }
public struct TrainingRun: Sequence, Sendable {
  /// What decides the run.
  public var hyperparameters: Hyperparameters
  /// What is measured beside losses and accuracies.
  public var measurements: Measurements
  /// Whether the training set is evaluated after each epoch; without it the training loss and accuracy
  /// are NaN, and long runs over many examples are a quarter shorter.
  public var evaluatesTraining: Bool

  /// Describes a run; computes nothing.
  public init(
    _ hyperparameters: Hyperparameters, measuring measurements: Measurements = [],
    evaluatesTraining: Bool = true
  ) {
    self.hyperparameters = hyperparameters
    self.measurements = measurements
    self.evaluatesTraining = evaluatesTraining
  }

  /// The run at its beginning.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// Runs all epochs, or as many as `shouldContinue` allows.
  public func history(while shouldContinue: @escaping () -> Bool = { true }) -> TrainingHistory {
    var history = TrainingHistory(hyperparameters)
    var iterator = makeIterator()
    while let epoch = iterator.advance(while: shouldContinue) { history.append(epoch) }
    history.outcome = iterator.outcome
    return history
  }

  /// A run in progress.
  ///
  /// It is a reference once it has begun: a copy then shares the run.
  public struct Iterator: IteratorProtocol {
    private let run: TrainingRun
    private var progress: TrainingProgress?

    init(_ run: TrainingRun) { self.run = run }

    /// The next epoch; `nil` after the last one, an early stop or a divergence.
    public mutating func next() -> Epoch? { advance { true } }

    /// The next epoch; `nil` also where `shouldContinue` says no.
    ///
    /// It is asked every fraction of a millisecond of work. A run stopped in the middle of an epoch is
    /// cancelled and does not go on.
    public mutating func advance(while shouldContinue: @escaping () -> Bool) -> Epoch? {
      begun(while: shouldContinue).advance(while: shouldContinue)
    }

    /// How the run ended; `nil` while it has epochs left.
    public var outcome: TrainingOutcome? { progress?.outcome }

    /// The network as it is now: initial weights before the first epoch, restored ones after an early
    /// stop.
    public mutating func network() -> Network { begun { true }.network() }

    /// The data, and the network before the first step.
    public mutating func start() -> RunStart { begun { true }.start }

    private mutating func begun(while shouldContinue: @escaping () -> Bool) -> TrainingProgress {
      if let progress { return progress }
      let fresh = TrainingProgress(run, meter: WorkMeter(while: shouldContinue))
      progress = fresh
      return fresh
    }
  }
}
