// SPDX-License-Identifier: MIT
import NeuralNetworks

/// How a network's answers meet the labels; class 1 is the positive one.
public struct ConfusionMatrix: Hashable, Sendable {
  /// Ones taken for ones.
  public var truePositives = 0
  /// Zeros taken for ones.
  public var falsePositives = 0
  /// Zeros taken for zeros.
  public var trueNegatives = 0
  /// Ones taken for zeros.
  public var falseNegatives = 0

  /// Counts pairs of a prediction (a one from 0.5 on) and a label.
  public init(predictions: [Double], labels: [Double]) {
    for (prediction, label) in zip(predictions, labels) {
      switch (prediction >= 0.5, label >= 0.5) {
      case (true, true): truePositives += 1
      case (true, false): falsePositives += 1
      case (false, false): trueNegatives += 1
      case (false, true): falseNegatives += 1
      }
    }
  }

  /// Counts a network's answers to a data set.
  public init(_ network: Network, on dataset: Dataset) {
    self.init(predictions: network.predictions(dataset.inputs), labels: dataset.labels)
  }

  /// The fraction that is right; NaN without examples.
  public var accuracy: Double {
    Self.fraction(
      truePositives + trueNegatives,
      of: truePositives + trueNegatives + falsePositives + falseNegatives)
  }

  /// Of those taken for ones, the fraction that are; NaN without any.
  public var precision: Double { Self.fraction(truePositives, of: truePositives + falsePositives) }

  /// Of the ones, the fraction that are found; NaN without any.
  public var recall: Double { Self.fraction(truePositives, of: truePositives + falseNegatives) }

  private static func fraction(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : .nan
  }
}
