// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What the layers of a network do on a data set, measured in one forward and one backward pass.
public struct LayerState: Hashable, Sendable {
  /// The length of each layer's weight and bias gradient, first hidden layer to output.
  public var gradientNorms: [Double]
  /// What each hidden layer's neurons give.
  public var activations: [ActivationStatistics]

  /// The most examples that are looked at.
  public static let mostExamples = 256

  /// Makes a state.
  public init(gradientNorms: [Double], activations: [ActivationStatistics]) {
    self.gradientNorms = gradientNorms
    self.activations = activations
  }

  /// Measures a network as it stands on the first examples of a data set, without dropout.
  ///
  /// `nil` where it was stopped, for a recurrent network, and without examples.
  public init?(
    _ network: Network, on dataset: Dataset,
    while shouldContinue: @escaping () -> Bool = { true }
  ) {
    guard network.architecture.timeSteps == 0, dataset.count > 0,
      dataset.inputSize == network.architecture.inputs
    else { return nil }
    var plain = network
    plain.architecture.dropoutRate = 0
    let count = min(dataset.count, Self.mostExamples)
    let store = ExampleStore(dataset)
    let pass = Propagation(
      plain, batchSize: count, random: NumpyRandom(seed: 0), meter: WorkMeter(while: shouldContinue)
    )
    pass.load(store.examples, order: nil, start: 0, count: count)
    guard pass.forward(.training) else { return nil }
    activations = pass.presentActivationStatistics
    guard pass.backward() else { return nil }
    gradientNorms = pass.layout.layers.map {
      norm(pass.gradient.pointer + $0.weights, count: $0.range.count)
    }
  }
}
