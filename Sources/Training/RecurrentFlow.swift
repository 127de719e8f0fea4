// SPDX-License-Identifier: MIT
import NeuralNetworks

/// How the gradient of a recurrent network fares back through time, measured in one backward pass.
///
/// The network has `width` recurrent neurons, whose weights have the spectral radius asked for, and
/// reads sequences of `timeSteps` numbers.
public struct RecurrentFlow: Hashable, Sendable {
  /// The length of the loss' derivative by the hidden values of each time step, the first first.
  public var gradientNorms: [Double]
  /// The length of the hidden values at each time step, the mean over the sequences.
  public var hiddenNorms: [Double]
  /// The spectral radius of the recurrent weights, measured.
  public var spectralRadius: Double

  /// Draws data and weights and measures one backward pass; `nil` where it was stopped or would take
  /// more memory than `ResourceEstimate.memoryLimit`.
  public init?(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool = { true }
  ) {
    let meter = WorkMeter(while: shouldContinue)
    guard hyperparameters.recurrentFlowEstimate.fits(), shouldContinue() else { return nil }
    let start = RunStart(hyperparameters.asRecurrentNetwork, meter: meter)
    guard start.training.count > 0, !meter.isStopped else { return nil }
    let store = ExampleStore(start.training)
    let pass = RecurrentPropagation(
      start.network, batchSize: start.training.count, random: start.random)
    pass.meter = meter
    pass.load(store.examples, order: nil, start: 0, count: start.training.count)
    guard pass.forward(.training), pass.backward() else { return nil }
    gradientNorms = pass.gradientByTime
    hiddenNorms = pass.meanHiddenNorms
    spectralRadius = NeuralNetworks.spectralRadius(
      start.network.recurrentWeights, size: start.network.layers[0].outputs)
  }
}

extension Hyperparameters {
  /// The same with sequences as data and `width` recurrent neurons.
  public var asRecurrentNetwork: Hyperparameters {
    var recurrent = self
    recurrent.data = .sequences
    recurrent.hidden = [max(width, 1)]
    return recurrent
  }

  /// What `RecurrentFlow` will take.
  public var recurrentFlowEstimate: ResourceEstimate {
    var once = asRecurrentNetwork
    once.epochs = 1
    var estimate = once.estimate(hidden: [Double(width)], batch: Double(max(trainingSize, 1)))
    // The spectral radius squares the weights this many times.
    estimate.multiplyAdds += 40 * Double(width) * Double(width) * Double(width)
    return estimate
  }
}
