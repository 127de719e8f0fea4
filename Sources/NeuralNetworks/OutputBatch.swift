// SPDX-License-Identifier: MIT

/// A batch's outputs before the loss, `[output][example]`, and its labels.
package struct OutputBatch {
  /// The outputs.
  package var outputs: UnsafePointer<Double>
  /// The labels, one an example.
  package var labels: UnsafePointer<Double>
  /// The number of outputs of one example.
  package var width: Int
  /// The number of examples.
  package var count: Int
  /// The number of examples with their padding.
  package var columns: Int
  /// From one output of an example to the next.
  package var step: Int
}
