// SPDX-License-Identifier: MIT

/// Examples in memory as the kernels read them: rows of inputs and one label a row.
package struct Examples {
  /// The inputs, one row an example.
  package var inputs: UnsafePointer<Double>
  /// The number of inputs.
  package var inputSize: Int
  /// The labels: a class, a probability or a value, as the loss has it.
  package var labels: UnsafePointer<Double>
  /// The number of examples.
  package var count: Int

  /// Examples in memory that outlives their use.
  package init(
    inputs: UnsafePointer<Double>, inputSize: Int, labels: UnsafePointer<Double>, count: Int
  ) {
    self.inputs = inputs
    self.inputSize = inputSize
    self.labels = labels
    self.count = count
  }
}

/// A loss and an accuracy over a set of examples.
public struct Evaluation: Hashable, Sendable {
  /// The mean loss; NaN over no examples.
  public var loss: Double
  /// The fraction classified rightly; NaN for a regression and over no examples.
  public var accuracy: Double

  /// Makes an evaluation.
  public init(loss: Double, accuracy: Double) {
    self.loss = loss
    self.accuracy = accuracy
  }
}
