// SPDX-License-Identifier: MIT

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
}

/// How initial weights are drawn.
public enum InitializationKind: String, CaseIterable, Sendable {
  /// All zero.
  case zeros
  /// `N(0, scale^2)`.
  case normal
  /// `N(0, 1 / fanIn)` times the scale (Glorot & Bengio, 2010, for equal fans).
  case xavier
  /// `N(0, 2 / fanIn)` times the scale (He et al., 2015).
  case he
}
