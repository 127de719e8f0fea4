// SPDX-License-Identifier: MIT

/// How several measurements of one thing spread.
///
/// Numbers that are not finite are left out; `count` tells how many were used. Without any, all
/// figures are NaN.
public struct Spread: Hashable, Sendable {
  /// How many numbers were used.
  public var count: Int
  /// Their mean.
  public var mean: Double
  /// Their sample standard deviation (over `count - 1`); 0 for a single number.
  public var standardDeviation: Double
  /// The numbers that were used, ascending.
  private var sorted: [Double]

  /// Summarizes numbers.
  public init(_ numbers: [Double]) {
    sorted = numbers.filter(\.isFinite).sorted()
    count = sorted.count
    let sum = sorted.reduce(0, +)
    let mean = count > 0 ? sum / Double(count) : .nan
    self.mean = mean
    let squares = sorted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = count > 0 ? (squares / Double(max(count - 1, 1))).squareRoot() : .nan
  }

  /// The smallest number.
  public var minimum: Double { sorted.first ?? .nan }
  /// The largest number.
  public var maximum: Double { sorted.last ?? .nan }
  /// The middle number.
  public var median: Double { quantile(0.5) }

  /// The number below which a fraction of them lies, interpolated between neighbours.
  public func quantile(_ fraction: Double) -> Double {
    guard let first = sorted.first else { return .nan }
    let place = min(max(fraction, 0), 1) * Double(count - 1)
    guard place.isFinite else { return first }
    let lower = Int(place)
    let upper = min(lower + 1, count - 1)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}
