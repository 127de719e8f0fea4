// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// How long the parts of a run take, in nanoseconds on one core of a small machine.
///
/// Measured with an optimized build, on the safe side: a run that is taken for short must be.
private enum Price {
  /// A multiply-add within a pass over a batch.
  static let multiplyAdd = 0.1
  /// A multiply-add on the fast path of the course's own network, its sigmoids included.
  static let fastMultiplyAdd = 0.17
  /// An activation with its derivative.
  static let activation = 1.0
  /// A random number.
  static let draw = 38.0
  /// A step, whatever the network, and what each of its layers adds.
  static let step = (base: 400.0, layer: 120.0)
  /// A polynomial's value.
  static let polynomialValue = 130.0
  /// Whatever has to be laid out before anything is computed.
  static let start = 40_000.0
}

extension Hyperparameters {
  /// The columns that a batch takes in whole vectors.
  private func columns(_ batch: Double) -> Double { 8 * (batch / 8).rounded(.up) }

  private var isRecurrent: Bool { data == .sequences }

  /// The widths from the inputs to the output.
  private var widths: [Double] {
    let outputs: Double = loss == .crossEntropy ? 2 : 1
    if isRecurrent {
      let width = Double(hidden.first ?? 1)
      return [width + 1, width, outputs]
    }
    return [inputCount] + hidden.map(Double.init) + [outputs]
  }

  /// How often each example passes the layers: once, or once a time step.
  private var passes: Double { isRecurrent ? Double(timeSteps) : 1 }

  /// The weights and biases of the network.
  private var parameterCount: Double {
    zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  private var neurons: Double { widths.dropFirst().reduce(0, +) }

  private var examples: Double { Double(trainingSize + validationSize) }

  /// Drawing data and weights and laying everything out.
  private var startCost: Double {
    Price.start + Price.draw * (examples * (inputCount + 1) + parameterCount)
  }

  /// Passing `count` columns of examples through the network once.
  private func passCost(_ count: Double) -> Double {
    let activation = Price.activation * (batchNormalization ? 4 : 1)
    return count * passes * (parameterCount * Price.multiplyAdd + neurons * activation)
  }

  /// What a training run takes, in nanoseconds.
  var trainingCost: Double {
    let perEpoch = isFast ? fastEpochCost : epochCost
    return startCost + passCost(examples) + Double(epochs) * perEpoch
  }

  private var epochCost: Double {
    let batch = Double(min(batchSize, trainingSize))
    let steps = (Double(trainingSize) / max(batch, 1)).rounded(.up)
    let layers = Double(widths.count - 1) * passes
    // Adam takes a root and a quotient a parameter; dropout draws for each neuron.
    let perParameter = optimizer == .adam ? 8 : optimizer == .momentum ? 1.0 : 0.2
    let drops = dropoutRate > 0 ? Double(trainingSize) * neurons * 20 : 0
    return steps * (Price.step.base + Price.step.layer * layers + perParameter * parameterCount)
      + 2 * passCost(steps * columns(batch)) + passCost(examples) + drops
  }

  private var fastEpochCost: Double {
    let passed = 3 * Double(trainingSize) + examples
    return passed * (10 + parameterCount * Price.fastMultiplyAdd)
  }

  /// Whether the course's own network takes its fast path.
  private var isFast: Bool {
    hidden.count == 1 && activation == .sigmoid && loss == .binaryCrossEntropy && batchSize == 1
      && optimizer == .sgd && data != .sine && !isRecurrent && !stepRule.changesGradient
      && !batchNormalization && dropoutRate == 0
  }

  /// What following the gradient through a deep network takes, in nanoseconds.
  var gradientFlowCost: Double {
    let deep = asDeepNetwork
    return deep.startCost + 6 * deep.passCost(columns(Double(trainingSize)))
      + 2 * Price.step.layer * Double(depth)
  }

  /// What following the gradient back through time takes, in nanoseconds.
  var recurrentFlowCost: Double {
    let recurrent = asRecurrentNetwork
    // The spectral radius squares the weights forty times, before and after they are scaled.
    let squares = 80 * Double(width) * Double(width) * Double(width) * Price.multiplyAdd
    return recurrent.startCost + 5 * recurrent.passCost(columns(Double(trainingSize)))
      + 10 * Price.step.layer * Double(timeSteps) + squares
  }

  /// What fitting polynomials of some degrees to as many points as there are takes, in nanoseconds.
  func fitCost(degrees: ClosedRange<Int>, asked: Double) -> Double {
    let points = Double(trainingSize)
    return degrees.reduce(0) { sum, degree in
      let terms = Double(degree + 1)
      return sum + 12_000 + 2 * points * terms * terms
        + (points + asked) * (Price.polynomialValue + Price.draw)
    }
  }

  /// What drawing line images takes, in nanoseconds.
  var lineImagesCost: Double {
    Double(trainingSize) * (100 + Price.draw * 1.2 * Double(imageSize * imageSize))
  }

  /// The bytes that a training run needs while it runs.
  var trainingMemory: Double { Double(trainingEstimate.bytes) + keptMemory }

  /// The bytes of a run's curves, which stay when it has ended: numbers and pictures of each epoch.
  var keptMemory: Double { 176 * Double(epochs) }
}
