// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What takes a run through its epochs, whatever the kind of network.
protocol EpochRunner: AnyObject {
  /// The learned numbers.
  var parameters: AlignedBuffer { get }
  /// Takes the steps.
  var optimizer: Optimizer { get }
  /// Draws what chance decides in training.
  var random: NumpyRandom { get set }
  /// The order in which an epoch visits the examples.
  var order: [Int] { get set }
  /// How far a step goes.
  var learningRate: Double { get set }
  /// The step within the epoch, from 1; the last one once the epoch is over.
  var step: Int { get }
  /// Asked in the middle of large layers whether to go on.
  var meter: WorkMeter { get set }
  /// Looks for the first number that is not finite, where one is sought.
  var trace: FiniteTrace? { get set }

  /// One pass over the training set; `false` where the meter stopped it.
  ///
  /// Where a number that is not finite is sought, it ends at the step that has it.
  func trainEpoch() -> Bool
  /// Loss and accuracy over both sets, or NaN for the training set; `nil` where the meter stopped it.
  func evaluate(training: Bool) -> (training: Evaluation, validation: Evaluation)?
  /// Writes what was measured into an epoch.
  func report(into epoch: inout Epoch)
  /// The network as it is now.
  func network() -> Network
  /// The name of layer `layer` (from 0).
  func layerName(_ layer: Int) -> String
}

/// Takes a network through an epoch, batch by batch.
final class Learner<Model: BatchModel>: EpochRunner {
  let optimizer: Optimizer
  var order: [Int]
  var learningRate = 0.0
  private(set) var step = 0

  private let model: Model
  private let sets: ExampleSets
  private let batchSize: Int
  private let isShuffled: Bool
  private let gauge: Gauge

  /// Takes over a network that is laid out.
  init(
    _ model: Model, _ hyperparameters: Hyperparameters, sets: ExampleSets,
    measurements: Measurements
  ) {
    self.model = model
    self.sets = sets
    optimizer = Optimizer(hyperparameters.stepRule, count: model.layout.count)
    order = Array(0..<sets.training.count)
    batchSize = hyperparameters.batchSize
    isShuffled = hyperparameters.shuffle
    gauge = Gauge(measurements, layout: model.layout)
  }

  var parameters: AlignedBuffer { model.parameters }

  /// What is measured beside losses and accuracies.
  var measurements: Measurements { gauge.measurements }

  var random: NumpyRandom {
    get { model.random }
    set { model.random = newValue }
  }

  var meter: WorkMeter {
    get { model.meter }
    set { model.meter = newValue }
  }

  var trace: FiniteTrace? {
    get { model.trace }
    set { model.trace = newValue }
  }

  func network() -> Network { model.network() }

  func layerName(_ layer: Int) -> String { model.layerName(layer) }

  func trainEpoch() -> Bool {
    if isShuffled { model.random.shuffle(&order) }
    gauge.beginEpoch()
    step = 0
    let examples = sets.training
    return order.withUnsafeBufferPointer { order in
      for start in stride(from: 0, to: examples.count, by: batchSize) {
        let count = min(batchSize, examples.count - start)
        step += 1
        model.load(examples, order: order.baseAddress, start: start, count: count)
        guard model.forward(.training), model.backward() else { return false }
        gauge.observeGradient(model.gradient)
        gauge.observeClipping(optimizer.clip(model.gradient))
        gauge.beforeStep(model.parameters)
        optimizer.step(
          model.parameters, gradient: model.gradient, layout: model.layout,
          learningRate: learningRate)
        gauge.afterStep(model.parameters)
        guard model.meter.spend(model.layout.count) else { return false }
        if let trace = model.trace {
          trace.inspectUpdate(model)
          if trace.layer != nil { return true }
        }
      }
      return true
    }
  }

  func evaluate(training isWanted: Bool) -> (training: Evaluation, validation: Evaluation)? {
    let unknown = Evaluation(loss: .nan, accuracy: .nan)
    guard let training = isWanted ? model.evaluate(sets.training) : unknown,
      let validation = model.evaluate(sets.validation)
    else { return nil }
    return (training, validation)
  }

  func report(into epoch: inout Epoch) {
    gauge.report(into: &epoch, parameters: model.parameters)
    if gauge.measuresActivations, let dense = model as? Propagation {
      epoch.activations = dense.activationStatistics(over: sets.training)
    }
  }
}
