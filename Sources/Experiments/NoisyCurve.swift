// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// A few noisy points of a sine, evenly spaced over -1...1, with unseen points of the same curve.
///
/// Even spacing keeps a fit between its points: what it gets wrong there is the noise it has learned,
/// not a guess beyond the last point.
struct NoisyCurve {
  /// The places of the points to be fitted, ascending.
  let x: [Double]
  /// Their values.
  let y: [Double]
  private let unseen: Dataset

  /// Draws both sets.
  init(_ hyperparameters: Hyperparameters) {
    let count = max(hyperparameters.trainingSize, 1)
    let noise = hyperparameters.noise
    var random = NumpyRandom(seed: UInt32(truncatingIfNeeded: hyperparameters.seed))
    x = count == 1 ? [0] : (0..<count).map { 2 * Double($0) / Double(count - 1) - 1 }
    y = x.map { Dataset.sineValue($0) + (noise > 0 ? random.gaussian() * noise : 0) }
    var other = NumpyRandom(seed: UInt32(truncatingIfNeeded: hyperparameters.validationSeed))
    unseen = .sine(count: hyperparameters.validationSize, noise: noise, using: &other)
  }

  /// The polynomial of a degree nearest to the points, with its errors.
  func fit(degree: Int) -> Fit {
    let polynomial = Polynomial(degree: degree, x: x, y: y)
    return Fit(
      polynomial: polynomial, trainingError: polynomial.meanSquaredError(x, y),
      unseenError: polynomial.meanSquaredError(unseen.inputs, unseen.labels))
  }

  /// A polynomial and its mean squared errors.
  struct Fit {
    /// What was fitted.
    let polynomial: Polynomial
    /// The error at the fitted points.
    let trainingError: Double
    /// The error at the unseen ones.
    let unseenError: Double
  }
}

extension Polynomial {
  fileprivate func meanSquaredError(_ x: [Double], _ y: [Double]) -> Double {
    let sum = zip(x, y).reduce(0) { sum, point in
      let error = value(point.0) - point.1
      return sum + error * error
    }
    return sum / Double(x.count)
  }

  /// The factors of the powers of `x`, from the constant on.
  ///
  /// From those of the Legendre polynomials by their recurrence
  /// `(n + 1) P_(n+1) = (2n + 1) x P_n - n P_(n-1)`.
  var powerCoefficients: [Double] {
    var sum = [Double](repeating: 0, count: coefficients.count)
    var previous = sum
    var present = sum
    present[0] = 1
    for (order, factor) in coefficients.enumerated() {
      for power in sum.indices { sum[power] += factor * present[power] }
      let n = Double(order)
      let next = present.indices.map { power in
        let raised = power > 0 ? present[power - 1] : 0
        return ((2 * n + 1) * raised - n * previous[power]) / (n + 1)
      }
      (previous, present) = (present, next)
    }
    return sum
  }
}
