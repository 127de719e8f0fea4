// SPDX-License-Identifier: MIT

/// Measures that several kinds end with, so that one name means one thing.
extension ExperimentKind.Measure {
  static let trainingError = Self(
    "training_error", decimals: 4, help: "mean squared error at the fitted points")
  static let trainingLoss = Self(
    "training_loss", decimals: 4, help: "mean loss over the training set at the end")
  static let validationLoss = Self(
    "validation_loss", decimals: 4, help: "mean loss over the validation set at the end")
  static let trainingAccuracy = Self(
    "training_accuracy", unit: "%", decimals: 1, help: "training examples got right")
  static let validationAccuracy = Self(
    "validation_accuracy", unit: "%", decimals: 1, help: "validation examples got right")
  static let gradientRatio = Self(
    "gradient_ratio", decimals: 8,
    help: "the gradient farthest from the loss over the nearest: first layer or step over last")
  static let bestDegree = Self(
    "best_degree", decimals: 0, help: "the degree with the least error at unseen points")
  static let gap = Self(
    "gap", unit: "points", decimals: 1, help: "training accuracy less validation accuracy")
  static let epochsRun = Self("epochs_run", decimals: 0, help: "how many epochs were run")
  static let clippedShare = Self(
    "clipped_share", unit: "%", decimals: 1, help: "steps whose gradient was clipped")
}
