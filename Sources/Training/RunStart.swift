// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What a run begins with: its data and its initial weights, all drawn from the seeds.
public struct RunStart: Sendable {
  /// The training set.
  public var training: Dataset
  /// The validation set.
  public var validation: Dataset
  /// The network before its first step.
  public var network: Network
  /// The stream after the initial weights; shuffling and dropout draw from it.
  public var random: NumpyRandom

  /// Draws data and weights.
  public init(_ hyperparameters: Hyperparameters) {
    self.init(hyperparameters, meter: WorkMeter())
  }

  /// Draws data and weights; incomplete where the meter stopped it.
  init(_ hyperparameters: Hyperparameters, meter: WorkMeter) {
    let safe = hyperparameters.withinBounds
    var trainingRandom = NumpyRandom(seed: UInt32(truncatingIfNeeded: safe.seed))
    training = Dataset(
      safe, safe.trainingSize, labelNoise: safe.labelNoise, using: &trainingRandom, meter: meter)
    var validationRandom = NumpyRandom(seed: UInt32(truncatingIfNeeded: safe.validationSeed))
    validation = Dataset(
      safe, safe.validationSize, labelNoise: 0, using: &validationRandom, meter: meter)
    random =
      switch safe.weightSeed {
      case .afterTraining: trainingRandom
      case .afterValidation: validationRandom
      case .seed(let seed): NumpyRandom(seed: UInt32(truncatingIfNeeded: seed))
      }
    network = Network(
      safe.architecture(inputs: training.inputSize), initialization: safe.initialization,
      scale: safe.initializationScale, using: &random, meter: meter)
    if !meter.isStopped { network.scaleRecurrentWeights(toSpectralRadius: safe.spectralRadius) }
  }
}

extension Dataset {
  /// A set of a run's own data.
  init(
    _ hyperparameters: Hyperparameters, _ count: Int, labelNoise: Double,
    using random: inout NumpyRandom, meter: WorkMeter
  ) {
    let noise = hyperparameters.noise
    self =
      switch hyperparameters.data {
      case .lines:
        .lines(
          count: count, noise: noise, labelNoise: labelNoise, imageSize: hyperparameters.imageSize,
          using: &random, meter: meter)
      case .moons:
        .plane(count, noise, labelNoise, using: &random, meter: meter, point: Self.moonPoint)
      case .spirals:
        .plane(count, noise, labelNoise, using: &random, meter: meter, point: Self.spiralPoint)
      case .sine: .sine(count, noise, using: &random, meter: meter)
      case .sequences:
        .sequences(
          count, hyperparameters.timeSteps, noise, labelNoise, using: &random, meter: meter)
      }
  }
}

extension Hyperparameters {
  /// The network that these hyperparameters describe.
  ///
  /// Sequences get a recurrent one. A cross-entropy has an output for each of the two classes.
  public func architecture(inputs: Int) -> Architecture {
    let outputs = loss == .crossEntropy ? 2 : 1
    if data == .sequences {
      return .recurrent(
        width: hidden.first ?? 1, timeSteps: timeSteps, outputs: outputs, activation: activation,
        loss: loss)
    }
    var architecture = Architecture(
      inputs: inputs, hidden: hidden, outputs: outputs, activation: activation, loss: loss)
    architecture.skipConnections = skipConnections
    architecture.batchNormalization = batchNormalization
    architecture.dropoutRate = dropoutRate
    architecture.dropoutForm = dropoutForm
    return architecture
  }

  /// The constants of a step.
  public var stepRule: StepRule {
    var rule = StepRule()
    rule.optimizer = optimizer
    rule.momentum = momentum
    rule.l2Penalty = l2Penalty
    rule.weightDecay = weightDecay
    rule.clipValue = gradientClipValue
    rule.clipNorm = gradientClipNorm
    return rule
  }

  /// Whether the labels are values rather than classes, so that there is no accuracy.
  public var isRegression: Bool { data == .sine }

  /// The same with every size at least the least that has a meaning.
  ///
  /// Nothing computed from it can trap; sound values are unchanged. A regression is always judged by
  /// the squared error.
  var withinBounds: Hyperparameters {
    var safe = self
    safe.imageSize = max(imageSize, 1)
    safe.trainingSize = max(trainingSize, 0)
    safe.validationSize = max(validationSize, 0)
    safe.noise = noise.isFinite ? noise : 0
    safe.labelNoise = labelNoise.isFinite ? labelNoise : 0
    safe.hidden = hidden.map { max($0, 1) }
    safe.dropoutRate = dropoutRate > 0 && dropoutRate < 1 ? dropoutRate : 0
    safe.batchSize = min(max(batchSize, 1), max(safe.trainingSize, 1))
    safe.timeSteps = max(timeSteps, 1)
    if data == .sine { safe.loss = .meanSquaredError }
    return safe
  }
}
