// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Labelled examples in a fixed order.
public struct Dataset: Hashable, Sendable {
  /// All inputs, example after example.
  public var inputs: [Double]
  /// The number of inputs of one example.
  public var inputSize: Int
  /// One label an example: 0 or 1 for a class, the value itself for a regression.
  public var labels: [Double]

  /// Makes a set; `inputs` holds `inputSize` numbers a label.
  public init(inputs: [Double], inputSize: Int, labels: [Double]) {
    self.inputs = inputs
    self.inputSize = inputSize
    self.labels = labels
  }

  /// The number of examples.
  public var count: Int { labels.count }

  /// The inputs of example `index` (from 0).
  public func input(_ index: Int) -> [Double] {
    Array(inputs[index * inputSize..<(index + 1) * inputSize])
  }

  /// The examples in another order.
  func reordered(_ order: [Int]) -> Dataset {
    var result = self
    for (place, index) in order.enumerated() {
      for position in 0..<inputSize {
        result.inputs[place * inputSize + position] = inputs[index * inputSize + position]
      }
      result.labels[place] = labels[index]
    }
    return result
  }

  /// The set with an exact fraction of its labels exchanged, 0 for 1; 0 draws nothing.
  func withFlippedLabels(_ fraction: Double, using random: inout NumpyRandom) -> Dataset {
    guard fraction > 0 else { return self }
    var result = self
    let flipped = Int((min(fraction, 1) * Double(count)).rounded())
    for index in random.permutation(count).prefix(flipped) {
      result.labels[index] = 1 - result.labels[index]
    }
    return result
  }
}
