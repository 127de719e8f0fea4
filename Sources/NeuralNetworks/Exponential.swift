// SPDX-License-Identifier: MIT

/// `log2 e`: powers of e become powers of two.
package let log2e = 1.4426950408889634

/// Several vectors, each in a register of its own.
package typealias LaneGroup<let count: Int> = InlineArray<count, Lanes>

/// `2^t` of several vectors as fractions `power / unit`, not divided yet.
///
/// `t = k + f` with `k` whole and `|f| <= 1/2`. Since `2^f = (q + p) / (q - p)` with
/// `p / q = tanh(f ln 2 / 2)`, a rational fit of that tanh (relative error 5e-18) gives both, and a
/// sigmoid needs no second division. A NaN stays one in `unit`.
///
/// Each vector alone is one long chain of operations. The vectors of a group go through it in step,
/// so that there is always something to do while one of them waits.
package struct PowersOfTwo<let count: Int> {
  /// `2^k (q + p)`.
  package var power: LaneGroup<count>
  /// `q - p`.
  package var unit: LaneGroup<count>
  /// The fit's numerator.
  var p: LaneGroup<count>
  /// The fit's denominator.
  var q: LaneGroup<count>
  /// `k`, in the low bits of a number of the order of 2^52.
  var shifted: LaneGroup<count>

  /// Expects `|t|` below 1000.
  @inline(__always)
  package init(_ t: LaneGroup<count>) {
    // Adding this rounds to a whole number and leaves it in the low bits.
    let rounding = broadcast(6_755_399_441_055_744)
    var (f, square) = (t, t)
    (shifted, p, q, power, unit) = (t, t, t, t, t)
    for index in 0..<count { shifted[unchecked: index] = t[unchecked: index] + rounding }
    for index in 0..<count {
      f[unchecked: index] = t[unchecked: index] - (shifted[unchecked: index] - rounding)
    }
    for index in 0..<count {
      square[unchecked: index] = f[unchecked: index] * f[unchecked: index]
    }
    for index in 0..<count {
      p[unchecked: index] = multiplyAdd(
        broadcast(5.2870873621186009e-06), square[unchecked: index],
        broadcast(0.0046248415930128539))
      q[unchecked: index] = multiplyAdd(
        broadcast(0.00022893365766834421), square[unchecked: index],
        broadcast(0.05338222322212247))
    }
    for index in 0..<count {
      p[unchecked: index] = multiplyAdd(
        p[unchecked: index], square[unchecked: index], broadcast(0.34657359027997265))
      q[unchecked: index] = multiplyAdd(
        q[unchecked: index], square[unchecked: index], broadcast(1))
    }
    for index in 0..<count { p[unchecked: index] *= f[unchecked: index] }
    for index in 0..<count {
      unit[unchecked: index] = q[unchecked: index] - p[unchecked: index]
      power[unchecked: index] = scaled(
        q[unchecked: index] + p[unchecked: index], by: shifted[unchecked: index])
    }
  }
}

/// `number * 2^k`, by adding to the exponent's bits the `k` that `shifted` ends in.
@inline(__always)
private func scaled(_ number: Lanes, by shifted: Lanes) -> Lanes {
  let exponent = unsafeBitCast(shifted, to: SIMD4<Int64>.self) &<< 52
  return unsafeBitCast(unsafeBitCast(number, to: SIMD4<Int64>.self) &+ exponent, to: Lanes.self)
}

/// `t` held within plus and minus `limit`; a NaN stays a NaN.
@inline(__always)
package func held(_ t: Lanes, within limit: Double) -> Lanes {
  let low = t.replacing(with: broadcast(limit), where: t .> broadcast(limit))
  return low.replacing(with: broadcast(-limit), where: low .< broadcast(-limit))
}

/// `1 / (1 + 2^t)` in place: the sigmoid of `z` for `t = -z log2 e`.
@inline(__always)
package func logistic<let count: Int>(scaled t: inout LaneGroup<count>) {
  let limit = Activation.sigmoidLimit * log2e
  for index in 0..<count { t[unchecked: index] = held(t[unchecked: index], within: limit) }
  let powers = PowersOfTwo(t)
  for index in 0..<count {
    t[unchecked: index] =
      powers.unit[unchecked: index]
      / (powers.unit[unchecked: index] + powers.power[unchecked: index])
  }
}

/// The same for one vector.
@inline(__always)
package func logistic(scaled t: Lanes) -> Lanes {
  var group: LaneGroup<1> = [t]
  logistic(scaled: &group)
  return group[unchecked: 0]
}

/// `tanh z`, relatively exact near zero too: `((2^k - 1) q + (2^k + 1) p) / ((2^k + 1) q + (2^k - 1) p)`.
@inline(__always)
func hyperbolicTangent(_ z: Lanes) -> Lanes {
  let powers = PowersOfTwo<1>([held(z * broadcast(2 * log2e), within: 60)])
  let (p, q) = (powers.p[unchecked: 0], powers.q[unchecked: 0])
  let whole = scaled(broadcast(1), by: powers.shifted[unchecked: 0])
  let (below, above) = (whole - broadcast(1), whole + broadcast(1))
  return multiplyAdd(below, q, above * p) / multiplyAdd(above, q, below * p)
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
