// SPDX-License-Identifier: MIT
import Glibc

/// An element-wise function between layers.
public enum Activation: String, CaseIterable, Sendable {
  /// `1 / (1 + e^-z)`.
  case sigmoid
  /// `tanh z`.
  case tanh
  /// `max(0, z)`.
  case relu
  /// `z` where positive, `0.01 z` elsewhere.
  case leakyReLU = "leaky_relu"
  /// `z`.
  case identity

  /// The slope of `leakyReLU` below zero.
  public static let leak = 0.01

  /// The largest absolute pre-activation that `sigmoid` tells apart; beyond it the value is held, so
  /// that `e^-z` stays finite.
  public static let sigmoidLimit = 500.0

  /// The activation at a pre-activation `z`.
  public func value(_ z: Double) -> Double {
    switch self {
    case .sigmoid:
      let held =
        z > Self.sigmoidLimit ? Self.sigmoidLimit : z < -Self.sigmoidLimit ? -Self.sigmoidLimit : z
      return 1 / (1 + exp(-held))
    case .tanh: return Glibc.tanh(z)
    case .relu: return z < 0 ? 0 : z
    case .leakyReLU: return z < 0 ? Self.leak * z : z
    case .identity: return z
    }
  }

  /// The derivative, written with the activation `a = value(z)` itself, as backpropagation needs it.
  ///
  /// `a (1 - a)` for the sigmoid, `1 - a^2` for tanh, 1 or 0 for ReLU (0 at zero).
  public func derivative(atValue a: Double) -> Double {
    switch self {
    case .sigmoid: a * (1 - a)
    case .tanh: 1 - a * a
    case .relu: a > 0 ? 1 : 0
    case .leakyReLU: a > 0 ? 1 : Self.leak
    case .identity: 1
    }
  }

  /// The largest value of the derivative: the most that one layer passes back of what reaches it.
  public var derivativeBound: Double { self == .sigmoid ? 0.25 : 1 }
}
