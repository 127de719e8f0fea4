// SPDX-License-Identifier: MIT
import NeuralNetworks

/// A run in progress: everything that changes from epoch to epoch.
final class TrainingProgress {
  /// What decides the run, every size sound.
  let hyperparameters: Hyperparameters
  /// What is measured beside losses and accuracies.
  let measurements: Measurements
  /// Data and initial weights.
  let start: RunStart
  /// How the run ended.
  private(set) var outcome: TrainingOutcome?

  private let training, validation: ExampleStore
  private let learner: Learner
  private let stopping: EarlyStopping
  private let checkpoint: Checkpoint
  private var epoch = 0

  /// Draws data and weights.
  init(_ hyperparameters: Hyperparameters, measurements: Measurements) {
    self.hyperparameters = hyperparameters.withinBounds
    self.measurements = measurements
    start = RunStart(hyperparameters)
    training = ExampleStore(start.training)
    validation = ExampleStore(start.validation)
    learner = Learner(self.hyperparameters, start: start, measurements: measurements)
    stopping = EarlyStopping(self.hyperparameters, parameterCount: learner.pass.parameters.count)
    checkpoint = Checkpoint(learner)
  }

  /// The network as it is now.
  func network() -> Network { learner.network() }

  /// Runs the next epoch.
  func advance(while shouldContinue: @escaping () -> Bool) -> Epoch? {
    guard outcome == nil else { return nil }
    guard epoch < hyperparameters.epochs, !start.training.labels.isEmpty else {
      return end(.completed)
    }
    epoch += 1
    learner.pass.meter = WorkMeter(while: shouldContinue)
    learner.learningRate =
      hyperparameters.learningRate
      * hyperparameters.learningRateSchedule.factor(epoch: epoch, of: hyperparameters.epochs)
    guard learner.trainEpoch(training.examples),
      let trained = learner.evaluate(training.examples),
      let validated = learner.evaluate(validation.examples)
    else { return end(.cancelled) }
    var result = Epoch(
      number: epoch, training: trained, validation: validated, learningRate: learner.learningRate)
    learner.report(into: &result, training: training.examples)
    settle(result)
    return result
  }

  /// Judges an epoch that was run to its end.
  private func settle(_ result: Epoch) {
    let isFinite =
      result.trainingLoss.isFinite
      && (validation.examples.count == 0 || result.validationLoss.isFinite)
    guard isFinite else {
      outcome = .diverged(explainDivergence())
      return
    }
    checkpoint.keep(learner, epoch: epoch)
    let isStopped = stopping.observe(
      result.validationLoss, epoch: epoch, parameters: learner.pass.parameters)
    if isStopped { outcome = .stoppedEarly(bestEpoch: stopping.bestEpoch) }
    if !isStopped && epoch >= hyperparameters.epochs { outcome = .completed }
    if outcome != nil { stopping.restore(learner.pass.parameters) }
  }

  private func end(_ outcome: TrainingOutcome) -> Epoch? {
    self.outcome = outcome
    return nil
  }

  /// Runs again from the last sound epoch and looks at every operation.
  private func explainDivergence() -> Divergence {
    let trace = FiniteTrace()
    checkpoint.restore(learner)
    learner.pass.trace = trace
    var replayed = checkpoint.epoch
    while replayed < epoch, trace.layer == nil {
      replayed += 1
      learner.learningRate =
        hyperparameters.learningRate
        * hyperparameters.learningRateSchedule.factor(epoch: replayed, of: hyperparameters.epochs)
      guard learner.trainEpoch(training.examples) else { break }
    }
    if trace.layer == nil {
      _ = learner.evaluate(training.examples)
      _ = learner.evaluate(validation.examples)
    }
    let layer = trace.layer ?? hyperparameters.hidden.count
    return Divergence(
      epoch: replayed, step: learner.step,
      layer: learner.pass.architecture.layerName(layer),
      operation: trace.layer == nil ? "loss: its square overflows" : trace.operation)
  }
}
