// SPDX-License-Identifier: MIT
@testable import NeuralNetworks

/// Lends lists to kernels as examples.
func withExamples(_ inputs: [Double], _ labels: [Double], _ body: (Examples) -> Void) {
  inputs.withUnsafeBufferPointer { inputs in
    labels.withUnsafeBufferPointer { labels in
      guard let first = inputs.baseAddress, let label = labels.baseAddress else { return }
      body(
        Examples(
          inputs: first, inputSize: inputs.count / labels.count, labels: label,
          count: labels.count))
    }
  }
}
