// SPDX-License-Identifier: MIT

/// The learned numbers of one fully connected layer.
public struct DenseLayer: Hashable, Sendable {
  /// The number of inputs.
  public var inputs: Int
  /// The number of outputs.
  public var outputs: Int
  /// The weights, one row of `inputs` numbers an output.
  public var weights: [Double]
  /// The biases, one an output.
  public var biases: [Double]
  /// The batch normalization of the pre-activations, where there is one.
  public var normalization: NormalizationParameters?

  /// The weights into output `output`.
  public func weights(of output: Int) -> ArraySlice<Double> {
    weights[output * inputs..<(output + 1) * inputs]
  }
}

/// The numbers of a batch normalization: `scale (z - mean) / sqrt(variance + epsilon) + shift`.
public struct NormalizationParameters: Hashable, Sendable {
  /// Learned factors, one a neuron.
  public var scale: [Double]
  /// Learned offsets, one a neuron.
  public var shift: [Double]
  /// Running means of the pre-activations, used at inference.
  public var mean: [Double]
  /// Running variances of the pre-activations, used at inference.
  public var variance: [Double]

  /// Keeps the root away from zero.
  public static let epsilon = 1e-5
  /// The share of the running statistics that a batch replaces.
  public static let momentum = 0.1

  /// The normalization before any batch was seen.
  public init(width: Int) {
    scale = [Double](repeating: 1, count: width)
    shift = [Double](repeating: 0, count: width)
    mean = [Double](repeating: 0, count: width)
    variance = [Double](repeating: 1, count: width)
  }
}

/// A fully connected network as a value: its architecture and its numbers.
public struct Network: Hashable, Sendable {
  /// The shape and the rules.
  public var architecture: Architecture
  /// The layers' numbers, first hidden layer to output.
  public var layers: [DenseLayer]

  /// Draws the initial weights layer by layer, each row by row; biases are zero.
  public init(
    _ architecture: Architecture, initialization: InitializationKind, scale: Double = 1,
    using random: inout NumpyRandom
  ) {
    self.init(
      architecture, initialization: initialization, scale: scale, using: &random,
      meter: WorkMeter())
  }

  /// The same, with zeros from where the meter said stop.
  package init(
    _ architecture: Architecture, initialization: InitializationKind, scale: Double,
    using random: inout NumpyRandom, meter: WorkMeter
  ) {
    self.architecture = architecture
    let widths = architecture.widths
    layers = []
    for layer in 0..<architecture.layerCount {
      let (inputs, outputs) = (widths[layer], widths[layer + 1])
      let weights = initialization.weights(
        inputs: inputs, outputs: outputs, scale: scale, using: &random, meter: meter)
      let isNormalized = architecture.batchNormalization && layer < architecture.hidden.count
      layers.append(
        DenseLayer(
          inputs: inputs, outputs: outputs, weights: weights,
          biases: [Double](repeating: 0, count: outputs),
          normalization: isNormalized ? NormalizationParameters(width: outputs) : nil))
    }
  }

  /// The number of learned numbers.
  public var parameterCount: Int {
    layers.reduce(0) { sum, layer in
      sum + layer.weights.count + layer.biases.count
        + (layer.normalization.map { $0.scale.count + $0.shift.count } ?? 0)
    }
  }
}
