// SPDX-License-Identifier: MIT
import Glibc
import NeuralNetworks

/// How the gradient of a deep network fares from layer to layer, measured in one backward pass.
///
/// The network has `depth` hidden layers of `width` neurons before its first step; everything else is
/// as in a training run. The whole training set is one batch.
public struct GradientFlow: Hashable, Sendable {
  /// One layer's measurements.
  public struct Layer: Hashable, Sendable {
    /// Its name: `hidden layer 1`, …, `output`.
    public var name: String
    /// The length of the gradient of its weights and biases.
    public var gradientNorm: Double
    /// The length of the loss' derivative by its pre-activations, over all examples.
    public var deltaNorm: Double
    /// The length of its weights.
    public var weightNorm: Double
    /// The greatest share of the output's delta that the activation alone could let through to here:
    /// the bound of its derivative, once for each hidden layer from here on (`.25^n` for the sigmoid).
    public var activationBound: Double
    /// The activations it gives; `nil` for the output.
    public var activations: ActivationStatistics?
  }

  /// The layers, first hidden layer to output.
  public var layers: [Layer]
  /// The loss before any step.
  public var loss: Double

  /// Draws data and weights and measures one backward pass; `nil` where it was stopped or would take
  /// more memory than `ResourceEstimate.memoryLimit`.
  public init?(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool = { true }
  ) {
    let deep = hyperparameters.asDeepNetwork
    let meter = WorkMeter(while: shouldContinue)
    guard hyperparameters.gradientFlowEstimate.fits(), shouldContinue() else { return nil }
    let start = RunStart(deep, meter: meter)
    guard start.training.count > 0, !meter.isStopped else { return nil }
    let store = ExampleStore(start.training)
    let pass = Propagation(start.network, batchSize: start.training.count, random: start.random)
    pass.meter = meter
    pass.measuresDeltas = true
    guard let evaluation = pass.evaluate(store.examples) else { return nil }
    pass.load(store.examples, order: nil, start: 0, count: start.training.count)
    guard pass.forward(.training) else { return nil }
    let statistics = pass.presentActivationStatistics
    guard pass.backward() else { return nil }
    loss = evaluation.loss
    let bound = deep.activation.derivativeBound
    layers = pass.layout.layers.enumerated().map { index, place in
      Layer(
        name: pass.layerName(index),
        gradientNorm: norm(pass.gradient.pointer + place.weights, count: place.range.count),
        deltaNorm: pass.deltaNorms[index],
        weightNorm: norm(pass.parameters.pointer + place.weights, count: place.weightRange.count),
        activationBound: pow(bound, Double(deep.hidden.count - index)),
        activations: index < statistics.count ? statistics[index] : nil)
    }
  }
}

extension GradientFlow {
  /// The length of each layer's weight gradient, biases left out, batch by batch over a data set.
  ///
  /// One list a batch of `batchSize` examples in order, layers first to last. Weights stay as they are.
  public static func weightGradientNorms(
    of network: Network, over dataset: Dataset, batchSize: Int
  ) -> [[Double]] {
    guard network.architecture.timeSteps == 0, dataset.inputSize == network.architecture.inputs
    else { return [] }
    let store = ExampleStore(dataset)
    let size = max(batchSize, 1)
    let pass = Propagation(network, batchSize: size, random: NumpyRandom(seed: 0))
    return stride(from: 0, to: dataset.count, by: size).map { start in
      pass.load(store.examples, order: nil, start: start, count: min(size, dataset.count - start))
      pass.forward(.training)
      pass.backward()
      return pass.layout.layers.map {
        norm(pass.gradient.pointer + $0.weights, count: $0.weightRange.count)
      }
    }
  }
}

extension Hyperparameters {
  /// The same with `depth` hidden layers of `width` neurons, without dropout.
  public var asDeepNetwork: Hyperparameters {
    var deep = self
    deep.hidden = [Int](repeating: max(width, 1), count: min(max(depth, 1), 10_000))
    deep.dropoutRate = 0
    if data == .sequences { deep.data = .lines }
    return deep
  }

  /// What `GradientFlow` will take.
  public var gradientFlowEstimate: ResourceEstimate {
    var once = self
    once.epochs = 2
    if data == .sequences { once.data = .lines }
    return once.estimate(
      hidden: [Double](repeating: Double(width), count: min(max(depth, 1), 10_000)),
      batch: Double(max(trainingSize, 1)))
  }
}
