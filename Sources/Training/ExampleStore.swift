// SPDX-License-Identifier: MIT
import NeuralNetworks

/// A data set in memory that kernels can point into, for as long as the store lives.
final class ExampleStore {
  private let inputs, labels: AlignedBuffer
  /// The examples as kernels see them.
  let examples: Examples

  /// Copies a data set.
  init(_ dataset: Dataset) {
    inputs = AlignedBuffer(count: dataset.inputs.count)
    labels = AlignedBuffer(count: dataset.labels.count)
    inputs.copy(dataset.inputs, count: dataset.inputs.count)
    labels.copy(dataset.labels, count: dataset.labels.count)
    examples = Examples(
      inputs: UnsafePointer(inputs.pointer), inputSize: dataset.inputSize,
      labels: UnsafePointer(labels.pointer), count: dataset.count)
  }
}

/// A run's two data sets in memory.
final class ExampleSets {
  private let stores: (ExampleStore, ExampleStore)

  /// Copies both sets.
  init(training: Dataset, validation: Dataset) {
    stores = (ExampleStore(training), ExampleStore(validation))
  }

  /// The training set.
  var training: Examples { stores.0.examples }
  /// The validation set.
  var validation: Examples { stores.1.examples }
}
