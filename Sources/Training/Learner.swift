// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Takes a network through an epoch, batch by batch.
final class Learner {
  /// The network, laid out for computing.
  let pass: Propagation
  /// Takes the steps.
  let optimizer: Optimizer
  /// The order in which an epoch visits the examples.
  var order: [Int]
  /// How far a step goes.
  var learningRate = 0.0
  /// The step within the epoch, from 1; the last one once the epoch is over.
  private(set) var step = 0

  private let batchSize: Int
  private let isShuffled: Bool
  private let isRegression: Bool
  private let gauge: Gauge

  /// Lays out the run's network.
  init(_ hyperparameters: Hyperparameters, start: RunStart, measurements: Measurements) {
    pass = Propagation(start.network, batchSize: hyperparameters.batchSize, random: start.random)
    optimizer = Optimizer(hyperparameters.stepRule, count: pass.layout.count)
    order = Array(0..<start.training.count)
    batchSize = hyperparameters.batchSize
    isShuffled = hyperparameters.shuffle
    isRegression = hyperparameters.data == .sine
    gauge = Gauge(measurements, pass: pass)
  }

  /// The network as it is now.
  func network() -> Network { pass.network() }

  /// One pass over the examples; `false` where the meter stopped it.
  ///
  /// Where a number that is not finite is sought, it ends at the step that has it.
  func trainEpoch(_ examples: Examples) -> Bool {
    if isShuffled { pass.random.shuffle(&order) }
    gauge.beginEpoch()
    step = 0
    return order.withUnsafeBufferPointer { order in
      guard let order = order.baseAddress else { return true }
      for start in stride(from: 0, to: examples.count, by: batchSize) {
        step += 1
        pass.load(
          examples, order: order, start: start, count: min(batchSize, examples.count - start))
        guard pass.forward(.training), pass.backward() else { return false }
        gauge.observeGradient(pass)
        gauge.observeClipping(optimizer.clip(pass.gradient))
        gauge.beforeStep(pass)
        optimizer.step(
          pass.parameters, gradient: pass.gradient, layout: pass.layout,
          learningRate: learningRate)
        gauge.afterStep(pass)
        if let trace = pass.trace {
          trace.inspectUpdate(pass)
          if trace.layer != nil { return true }
        }
      }
      return true
    }
  }

  /// Loss and accuracy over `examples`; no accuracy for a regression.
  func evaluate(_ examples: Examples) -> Evaluation? {
    guard var evaluation = pass.evaluate(examples) else { return nil }
    if isRegression { evaluation.accuracy = .nan }
    return evaluation
  }

  /// Writes what was measured into an epoch.
  func report(into epoch: inout Epoch, training: Examples) {
    gauge.report(into: &epoch, pass: pass, training: training)
  }
}
