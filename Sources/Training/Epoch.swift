// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What is measured beside losses and accuracies; each costs time, so none is on by itself.
public struct Measurements: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: Int

  /// Makes a set from its bits.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// The length of each layer's gradient.
  public static let gradientNorms = Measurements(rawValue: 1)
  /// The length of each layer's weights.
  public static let weightNorms = Measurements(rawValue: 2)
  /// How far a step moves a layer's weights, against their length.
  public static let updateRatios = Measurements(rawValue: 4)
  /// Means and saturated and dead fractions of each hidden layer's activations.
  public static let activations = Measurements(rawValue: 8)
  /// The length of the whole gradient, step by step.
  public static let steps = Measurements(rawValue: 16)
  /// What has to be measured in the middle of steps.
  static let ofSteps: Measurements = [.gradientNorms, .updateRatios, .steps]
  /// Everything.
  public static let all: Measurements = [
    .gradientNorms, .weightNorms, .updateRatios, .activations, .steps,
  ]
}

/// What a hidden layer's neurons give over the training set.
public struct ActivationStatistics: Hashable, Sendable {
  /// The mean activation.
  public var mean: Double
  /// The standard deviation of the activations.
  public var standardDeviation: Double
  /// The share of activations where the derivative is under a tenth of its largest value.
  public var saturatedFraction: Double
  /// The share of neurons whose derivative is under a hundredth of its largest value on every example;
  /// for ReLU those that are off on all of them.
  public var deadFraction: Double

  /// Makes statistics.
  public init(
    mean: Double, standardDeviation: Double, saturatedFraction: Double, deadFraction: Double
  ) {
    self.mean = mean
    self.standardDeviation = standardDeviation
    self.saturatedFraction = saturatedFraction
    self.deadFraction = deadFraction
  }
}

/// The measurements after one pass over the training set.
///
/// Lists by layer run from the first hidden layer to the output and are empty unless asked for.
public struct Epoch: Hashable, Sendable {
  /// The number of the epoch, from 1.
  public var number: Int
  /// The mean loss over the training set.
  public var trainingLoss: Double
  /// The mean loss over the validation set; NaN where that is empty.
  public var validationLoss: Double
  /// The fraction of the training set that is classified rightly; for a regression, NaN.
  public var trainingAccuracy: Double
  /// The fraction of the validation set that is classified rightly; for a regression, NaN.
  public var validationAccuracy: Double
  /// The learning rate of its steps.
  public var learningRate: Double
  /// The share of its steps whose gradient was clipped.
  public var clippedFraction = 0.0
  /// The mean over its steps of the length of each layer's gradient, before clipping.
  public var gradientNorms: [Double] = []
  /// The length of each layer's weights at its end.
  public var weightNorms: [Double] = []
  /// The mean over its steps of a layer's step length divided by its weights' length.
  public var updateRatios: [Double] = []
  /// The length of the whole gradient at each of its steps, before clipping.
  public var stepGradientNorms: [Double] = []
  /// Each hidden layer's activations at its end.
  public var activations: [ActivationStatistics] = []
}

extension Epoch {
  /// An epoch's losses and accuracies, with nothing else measured.
  public init(
    number: Int, training: Evaluation, validation: Evaluation, learningRate: Double
  ) {
    self.init(
      number: number, trainingLoss: training.loss, validationLoss: validation.loss,
      trainingAccuracy: training.accuracy, validationAccuracy: validation.accuracy,
      learningRate: learningRate)
  }
}
