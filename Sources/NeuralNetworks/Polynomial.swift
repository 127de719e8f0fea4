// SPDX-License-Identifier: MIT

/// A polynomial on -1...1, as a sum of Legendre polynomials.
///
/// That basis is nearly orthogonal on scattered points, so that a fit of degree 20 loses few digits
/// where the powers of `x` would lose all.
public struct Polynomial: Hashable, Sendable {
  /// The factors of the Legendre polynomials of degree 0, 1, ….
  public var coefficients: [Double]

  /// The polynomial of a degree with the smallest sum of squared errors at the points.
  ///
  /// With more coefficients than points it passes through all of them, with the shortest list of
  /// coefficients. Pairs without a partner are left out; without points it is zero.
  public init(degree: Int, x: [Double], y: [Double]) {
    let count = min(x.count, y.count)
    guard count > 0 else {
      coefficients = [0]
      return
    }
    let rows = x.prefix(count).map { Self.basis($0, degree: max(degree, 0)) }
    coefficients = LeastSquares(rows: rows).solve(Array(y.prefix(count)))
  }

  /// The degree.
  public var degree: Int { coefficients.count - 1 }

  /// The value at `x`.
  public func value(_ x: Double) -> Double {
    zip(coefficients, Self.basis(x, degree: degree)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The Legendre polynomials at `x`: `(n + 1) P_(n+1) = (2n + 1) x P_n - n P_(n-1)`.
  static func basis(_ x: Double, degree: Int) -> [Double] {
    var values = [1.0]
    if degree > 0 { values.append(x) }
    for order in 1..<max(degree, 1) {
      let n = Double(order)
      values.append(((2 * n + 1) * x * values[order] - n * values[order - 1]) / (n + 1))
    }
    return values
  }
}
