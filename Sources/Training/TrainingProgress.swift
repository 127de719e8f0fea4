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

  private let evaluatesTraining: Bool
  private let sets: ExampleSets
  private let learner: any EpochRunner
  private let meter: WorkMeter
  private let stopping: EarlyStopping
  private let checkpoint: Checkpoint
  private var epoch = 0

  /// Draws data and weights; the run is cancelled at once where the meter stops that, or where it
  /// would take more memory than `ResourceEstimate.memoryLimit`.
  init(_ run: TrainingRun, meter: WorkMeter) {
    evaluatesTraining = run.evaluatesTraining
    measurements = run.measurements
    self.meter = meter
    var hyperparameters = run.hyperparameters.withinBounds
    let drawn =
      hyperparameters.trainingEstimate.fits() ? RunStart(hyperparameters, meter: meter) : nil
    if let drawn, !meter.isStopped {
      start = drawn
    } else {
      (hyperparameters.trainingSize, hyperparameters.validationSize) = (0, 0)
      (hyperparameters.imageSize, hyperparameters.timeSteps, hyperparameters.hidden) = (1, 1, [1])
      start = RunStart(hyperparameters)
      outcome = .cancelled
    }
    self.hyperparameters = hyperparameters
    sets = ExampleSets(training: start.training, validation: start.validation)
    meter.ask()
    learner = makeLearner(
      self.hyperparameters, start: start, sets: sets, measurements: measurements)
    meter.ask()
    stopping = EarlyStopping(self.hyperparameters, parameterCount: learner.parameters.count)
    checkpoint = Checkpoint(learner)
    meter.ask()
    learner.meter = meter
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
    meter.shouldContinue = shouldContinue
    learner.learningRate =
      hyperparameters.learningRate
      * hyperparameters.learningRateSchedule.factor(epoch: epoch, of: hyperparameters.epochs)
    guard learner.trainEpoch(), let losses = learner.evaluate(training: evaluatesTraining)
    else { return end(.cancelled) }
    var result = Epoch(
      number: epoch, training: losses.training, validation: losses.validation,
      learningRate: learner.learningRate)
    if hyperparameters.isRegression {
      (result.trainingAccuracy, result.validationAccuracy) = (.nan, .nan)
    }
    learner.report(into: &result)
    settle(result)
    return result
  }

  /// Judges an epoch that was run to its end.
  private func settle(_ result: Epoch) {
    let isFinite =
      (!evaluatesTraining || result.trainingLoss.isFinite)
      && (sets.validation.count == 0 || result.validationLoss.isFinite)
    guard isFinite else {
      outcome = .diverged(explainDivergence())
      return
    }
    checkpoint.keep(learner, epoch: epoch)
    let isStopped = stopping.observe(
      result.validationLoss, epoch: epoch, parameters: learner.parameters)
    if isStopped { outcome = .stoppedEarly(bestEpoch: stopping.bestEpoch) }
    if !isStopped && epoch >= hyperparameters.epochs { outcome = .completed }
    if outcome != nil { stopping.restore(learner.parameters) }
  }

  private func end(_ outcome: TrainingOutcome) -> Epoch? {
    self.outcome = outcome
    return nil
  }

  /// Runs again from the last sound epoch and looks at every operation.
  private func explainDivergence() -> Divergence {
    let trace = FiniteTrace()
    checkpoint.restore(learner)
    learner.trace = trace
    var replayed = checkpoint.epoch
    while replayed < epoch, trace.layer == nil {
      replayed += 1
      learner.learningRate =
        hyperparameters.learningRate
        * hyperparameters.learningRateSchedule.factor(epoch: replayed, of: hyperparameters.epochs)
      guard learner.trainEpoch() else { break }
    }
    if trace.layer == nil {
      _ = learner.evaluate(training: true)
    }
    let layer = trace.layer ?? start.network.architecture.hidden.count
    return Divergence(
      epoch: replayed, step: learner.step,
      layer: learner.layerName(layer),
      operation: trace.layer == nil ? "loss: its square overflows" : trace.operation)
  }
}

/// The learner for a run's kind of network.
private func makeLearner(
  _ hyperparameters: Hyperparameters, start: RunStart, sets: ExampleSets,
  measurements: Measurements
) -> any EpochRunner {
  let batchSize = hyperparameters.batchSize
  if start.network.architecture.timeSteps > 0 {
    let model = RecurrentPropagation(start.network, batchSize: batchSize, random: start.random)
    return Learner(model, hyperparameters, sets: sets, measurements: measurements)
  }
  let fast = PerSampleLearner(
    hyperparameters, start: start, sets: sets, measurements: measurements)
  if let fast { return fast }
  let model = Propagation(start.network, batchSize: batchSize, random: start.random)
  return Learner(model, hyperparameters, sets: sets, measurements: measurements)
}
