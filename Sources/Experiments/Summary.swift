// SPDX-License-Identifier: MIT

/// Mean, spread and extremes of a measure over runs.
public struct Summary: Hashable, Sendable {
  /// The number of values.
  public var count: Int
  /// The arithmetic mean.
  public var mean: Double
  /// The sample standard deviation, with `n - 1` in the denominator; 0 for one value.
  public var standardDeviation: Double
  /// The smallest value.
  public var minimum: Double
  /// The middle value.
  public var median: Double
  /// The largest value.
  public var maximum: Double

  /// Summarizes values; all figures are NaN where there are none, or where one is NaN.
  public init(_ values: [Double]) {
    count = values.count
    guard !values.isEmpty, !values.contains(where: \.isNaN) else {
      (mean, standardDeviation, minimum, median, maximum) = (.nan, .nan, .nan, .nan, .nan)
      return
    }
    let sorted = values.sorted()
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
    minimum = sorted[0]
    maximum = sorted[count - 1]
    median = (sorted[(count - 1) / 2] + sorted[count / 2]) / 2
  }
}
