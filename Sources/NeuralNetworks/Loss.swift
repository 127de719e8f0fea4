// SPDX-License-Identifier: MIT

/// What a network's error is measured by.
public enum LossKind: String, CaseIterable, Sendable {
  /// One sigmoid output, `-(y log p + (1 - y) log(1 - p))`.
  case binaryCrossEntropy = "binary_cross_entropy"
  /// One logit a class, `-log softmax(z)[y]`.
  case crossEntropy = "cross_entropy"
  /// An identity output, `(p - y)^2`.
  case meanSquaredError = "mean_squared_error"

  /// How near a probability may come to 0 and 1 before its logarithm is taken.
  public static let probabilityFloor = 1e-15
}
