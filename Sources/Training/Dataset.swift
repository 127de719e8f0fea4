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
}
