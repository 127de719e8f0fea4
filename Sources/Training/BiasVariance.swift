// SPDX-License-Identifier: MIT
import NeuralNetworks

/// The error of a model on new points of a noisy sine, taken apart over many training sets.
///
/// For each of `trainingSets` training sets a model is fitted and asked at the same places `x`. With
/// `f` the sine, `p` the predictions and bars for means over the training sets: `bias^2` is the mean
/// of `(p̄ - f)^2`, the variance the mean of `(p - p̄)^2`, the noise the mean square of the noise in
/// the labels that the model is tested on; the three add up to the mean squared error, but for the
/// chance agreement of noise and predictions, which shrinks with more training sets.
public struct BiasVariance: Sendable {
  /// What is fitted, and what its size means.
  public enum Model: Hashable, Sendable {
    /// A polynomial; the size is its degree.
    case polynomial
    /// A network of one hidden layer, trained as the hyperparameters say; the size is its width.
    case network
  }

  /// One size's measurements.
  public struct Row: Hashable, Sendable {
    /// The degree or the width.
    public var size: Int
    /// How far the mean prediction is off, squared.
    public var biasSquared: Double
    /// How far predictions scatter about their mean, squared.
    public var variance: Double
    /// The mean square of the test labels' noise.
    public var noise: Double
    /// The mean squared error at the test labels, measured by itself.
    public var measuredError: Double
    /// The mean squared error at the training labels.
    public var trainingError: Double

    /// What theory makes the measured error to be.
    public var sum: Double { biasSquared + variance + noise }
  }

  /// The data, the training and the number of training sets.
  public var hyperparameters: Hyperparameters
  /// What is fitted.
  public var model: Model
  /// On how many threads; the results do not depend on it.
  public var threads: Int

  /// Describes the measurement; computes nothing.
  public init(
    _ hyperparameters: Hyperparameters, model: Model, threads: Int = availableProcessors()
  ) {
    self.hyperparameters = hyperparameters
    self.model = model
    self.threads = threads
  }

  /// The places that models are tested at.
  private static let places = (0..<50).map { -0.98 + 0.04 * Double($0) }

  /// Measures one size; `nil` where it was stopped.
  public func row(
    size: Int, while shouldContinue: @escaping @Sendable () -> Bool = { true }
  ) -> Row? {
    let fits = concurrentMap(
      count: max(hyperparameters.trainingSets, 1), threads: threads, while: shouldContinue
    ) { fit(size: size, index: $0, while: shouldContinue) }
    let done = fits.compactMap { $0 }
    return done.count == fits.count
      ? Row(size: size, fits: done, truth: Self.places.map(Dataset.sineValue)) : nil
  }

  /// One fitted model's predictions, with the noise of the labels it is tested on.
  fileprivate struct Fit: Sendable {
    var predictions: [Double]
    var noise: [Double]
    var trainingError: Double
  }

  /// Fits the model to training set `index`.
  private func fit(
    size: Int, index: Int, while shouldContinue: @escaping @Sendable () -> Bool
  ) -> Fit? {
    var own = Replication(hyperparameters, seeds: 1).hyperparameters(index)
    own.data = .sine
    own.loss = .meanSquaredError
    let level = own.noise
    var testRandom = NumpyRandom(seed: UInt32(truncatingIfNeeded: own.validationSeed))
    let noise = Self.places.map { _ in level > 0 ? testRandom.gaussian() * level : 0 }
    switch model {
    case .polynomial:
      own.degree = size
      let fit = CurveFit(own)
      return Fit(
        predictions: Self.places.map(fit.polynomial.value), noise: noise,
        trainingError: fit.trainingError)
    case .network:
      own.hidden = [size]
      own.validationSize = 0
      own.patience = 0
      var iterator = TrainingRun(own).makeIterator()
      var error = Double.nan
      while let epoch = iterator.advance(while: shouldContinue) { error = epoch.trainingLoss }
      if iterator.outcome == .cancelled { return nil }
      return Fit(
        predictions: iterator.network().predictions(Self.places), noise: noise,
        trainingError: error)
    }
  }
}

extension BiasVariance.Row {
  /// Takes the error of many fits apart.
  fileprivate init(size: Int, fits: [BiasVariance.Fit], truth: [Double]) {
    let count = Double(max(fits.count, 1))
    let total = count * Double(truth.count)
    self.init(
      size: size, biasSquared: 0, variance: 0, noise: 0, measuredError: 0,
      trainingError: fits.reduce(0) { $0 + $1.trainingError } / count)
    for (place, value) in truth.enumerated() {
      let mean = fits.reduce(0) { $0 + $1.predictions[place] } / count
      biasSquared += (mean - value) * (mean - value) / Double(truth.count)
      for fit in fits {
        let scatter = fit.predictions[place] - mean
        let error = fit.predictions[place] - value - fit.noise[place]
        variance += scatter * scatter / total
        noise += fit.noise[place] * fit.noise[place] / total
        measuredError += error * error / total
      }
    }
  }
}
