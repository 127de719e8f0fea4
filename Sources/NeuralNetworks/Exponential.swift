// SPDX-License-Identifier: MIT

/// `log2 e`: powers of e become powers of two.
package let log2e = 1.4426950408889634

/// `2^t` in four lanes as a fraction `power / unit`, not divided yet.
///
/// `t = k + f` with `k` whole and `|f| <= 1/2`. Since `2^f = (q + p) / (q - p)` with
/// `p / q = tanh(f ln 2 / 2)`, a rational fit of that tanh (relative error 5e-18) gives both, and a
/// sigmoid needs no second division. A NaN stays one in `unit`.
package struct PowerOfTwo {
  /// `2^k (q + p)`.
  package var power: Lanes
  /// `q - p`.
  package var unit: Lanes
  /// The fit's numerator.
  var p: Lanes
  /// The fit's denominator.
  var q: Lanes
  /// `k`, in the low bits of a number of the order of 2^52.
  var shifted: Lanes

  /// Adding this rounds to a whole number and leaves it in the low bits.
  private static let rounding = 6_755_399_441_055_744.0

  /// Expects `|t|` below 1000.
  @inline(__always)
  package init(_ t: Lanes) {
    let rounding = broadcast(Self.rounding)
    shifted = t + rounding
    let f = t - (shifted - rounding)
    let square = f * f
    p = multiplyAdd(broadcast(5.2870873621186009e-06), square, broadcast(0.0046248415930128539))
    p = f * multiplyAdd(p, square, broadcast(0.34657359027997265))
    q = multiplyAdd(broadcast(0.00022893365766834421), square, broadcast(0.05338222322212247))
    q = multiplyAdd(q, square, broadcast(1))
    unit = q - p
    power = Self.scaled(q + p, by: shifted)
  }

  /// `number * 2^k`, by adding to the exponent's bits.
  @inline(__always)
  private static func scaled(_ number: Lanes, by shifted: Lanes) -> Lanes {
    let exponent = unsafeBitCast(shifted, to: SIMD4<Int64>.self) &<< 52
    return unsafeBitCast(unsafeBitCast(number, to: SIMD4<Int64>.self) &+ exponent, to: Lanes.self)
  }

  /// `2^k` itself.
  @inline(__always)
  var wholePower: Lanes { Self.scaled(broadcast(1), by: shifted) }
}

/// `t` held within plus and minus `limit`; a NaN stays a NaN.
@inline(__always)
package func held(_ t: Lanes, within limit: Double) -> Lanes {
  let low = t.replacing(with: broadcast(limit), where: t .> broadcast(limit))
  return low.replacing(with: broadcast(-limit), where: low .< broadcast(-limit))
}

/// `1 / (1 + 2^t)`: the sigmoid of `z` for `t = -z log2 e`.
@inline(__always)
package func logistic(scaled t: Lanes) -> Lanes {
  let exponential = PowerOfTwo(held(t, within: Activation.sigmoidLimit * log2e))
  return exponential.unit / (exponential.unit + exponential.power)
}

/// `tanh z`, relatively exact near zero too: `((2^k - 1) q + (2^k + 1) p) / ((2^k + 1) q + (2^k - 1) p)`.
@inline(__always)
func hyperbolicTangent(_ z: Lanes) -> Lanes {
  let exponential = PowerOfTwo(held(z * broadcast(2 * log2e), within: 60))
  let whole = exponential.wholePower
  let (below, above) = (whole - broadcast(1), whole + broadcast(1))
  return multiplyAdd(below, exponential.q, above * exponential.p)
    / multiplyAdd(above, exponential.q, below * exponential.p)
}

extension Activation {
  /// The activation of four pre-activations.
  @inline(__always)
  package func value(_ z: Lanes) -> Lanes {
    switch self {
    case .sigmoid: logistic(scaled: z * broadcast(-log2e))
    case .tanh: hyperbolicTangent(z)
    case .relu: z.replacing(with: Lanes.zero, where: z .< Lanes.zero)
    case .leakyReLU: z.replacing(with: z * broadcast(Self.leak), where: z .< Lanes.zero)
    case .identity: z
    }
  }

  /// The derivative at four activations.
  @inline(__always)
  package func derivative(atValue a: Lanes) -> Lanes {
    switch self {
    case .sigmoid: a - a * a
    case .tanh: broadcast(1) - a * a
    case .relu: Lanes.zero.replacing(with: broadcast(1), where: a .> Lanes.zero)
    case .leakyReLU: broadcast(Self.leak).replacing(with: broadcast(1), where: a .> Lanes.zero)
    case .identity: broadcast(1)
    }
  }
}
