// SPDX-License-Identifier: MIT
import NeuralNetworks

/// A polynomial fitted to a few noisy points of a sine.
public struct CurveFit: Hashable, Sendable {
  /// The points that were fitted.
  public var training: Dataset
  /// Other points of the same curve with the same noise.
  public var validation: Dataset
  /// The fitted polynomial.
  public var polynomial: Polynomial
  /// The mean squared error at the fitted points.
  public var trainingError: Double
  /// The mean squared error at the other points; NaN without any.
  public var validationError: Double

  /// Fits a polynomial of `degree` to `trainingSize` points.
  public init(_ hyperparameters: Hyperparameters) {
    var trainingRandom = NumpyRandom(seed: UInt32(truncatingIfNeeded: hyperparameters.seed))
    var validationRandom = NumpyRandom(
      seed: UInt32(truncatingIfNeeded: hyperparameters.validationSeed))
    training = .sine(
      count: hyperparameters.trainingSize, noise: hyperparameters.noise, using: &trainingRandom)
    validation = .sine(
      count: hyperparameters.validationSize, noise: hyperparameters.noise,
      using: &validationRandom)
    polynomial = Polynomial(
      degree: min(hyperparameters.degree, 100), x: training.inputs, y: training.labels)
    trainingError = polynomial.meanSquaredError(training)
    validationError = polynomial.meanSquaredError(validation)
  }
}

extension Polynomial {
  /// The mean squared error over a set of one input; NaN over no examples.
  func meanSquaredError(_ dataset: Dataset) -> Double {
    let sum = zip(dataset.inputs, dataset.labels).reduce(0) { sum, point in
      let error = value(point.0) - point.1
      return sum + error * error
    }
    return sum / Double(dataset.count)
  }
}
