// SPDX-License-Identifier: MIT

/// Looks over each stage of a pass for the first number that is infinite or not a number.
package final class FiniteTrace {
  /// A stage of a pass.
  enum Stage: String {
    case preactivation = "pre-activation"
    case normalization = "batch normalization"
    case activation
    case delta = "backpropagated error"
  }

  /// The layer, from 0, where the first such number appeared.
  package private(set) var layer: Int?
  /// The operation that made it, with its numbers: `pre-activation: 1e200 x 1e150 = inf`.
  package private(set) var operation = ""

  /// Begins with nothing found.
  package init() {}

  /// Keeps the first finding.
  private func found(_ operation: String, _ layer: Int) {
    self.layer = layer
    self.operation = operation
  }

  /// Looks over one row of numbers a neuron.
  func inspect(
    _ pass: Propagation, _ layer: Int, _ stage: Stage, _ buffer: AlignedBuffer, _ width: Int
  ) {
    guard self.layer == nil else { return }
    for neuron in 0..<width {
      for column in 0..<pass.batchCount {
        let number = buffer.pointer[neuron * pass.capacity + column]
        if number.isFinite { continue }
        let explanation = pass.explain(stage, layer, neuron: neuron, column: column)
        return found("\(stage.rawValue): \(explanation ?? Self.text(number))", layer)
      }
    }
  }

  /// Looks over `width` rows of `count` numbers, `step` apart.
  ///
  /// `terms` are the products that were added up to the number of a neuron and an example, where it is
  /// a sum.
  func inspect(
    _ numbers: UnsafePointer<Double>, width: Int, count: Int, step: Int, layer: Int,
    operation: String, terms: (_ neuron: Int, _ column: Int) -> [(Double, Double)] = { _, _ in [] }
  ) {
    guard self.layer == nil else { return }
    for neuron in 0..<width {
      for column in 0..<count where !numbers[neuron * step + column].isFinite {
        let number = numbers[neuron * step + column]
        let explanation = Self.explain(sumOf: terms(neuron, column)) ?? Self.text(number)
        return found("\(operation): \(explanation)", layer)
      }
    }
  }

  /// Looks over the gradient of a layer's weights.
  func inspectGradient(_ pass: Propagation, _ layer: Int) {
    guard self.layer == nil else { return }
    let place = pass.layout.layers[layer]
    for output in 0..<place.outputs {
      for input in 0..<place.inputs {
        let number = pass.gradient.pointer[place.weights + output * place.rowStep + input]
        if number.isFinite { continue }
        let terms = (0..<pass.batchCount).map { column in
          (
            pass.delta.pointer[output * pass.capacity + column],
            pass.activations[layer].pointer[input * pass.capacity + column]
          )
        }
        let explanation = Self.explain(sumOf: terms) ?? Self.text(number)
        return found("weight gradient: \(explanation)", layer)
      }
    }
  }

  /// Looks over the numbers after a step.
  package func inspectUpdate(_ model: some BatchModel) {
    guard layer == nil else { return }
    for (index, place) in model.layout.layers.enumerated() {
      for position in place.range where !model.parameters.pointer[position].isFinite {
        let gradient = model.gradient.pointer[position]
        return found("update: a step along the gradient \(Self.text(gradient)) overflows", index)
      }
    }
  }

  /// Names the first product or addition of a sum of products that is not finite.
  static func explain(sumOf terms: [(Double, Double)]) -> String? {
    var sum = 0.0
    for (left, right) in terms {
      let product = left * right
      if !product.isFinite { return "\(text(left)) x \(text(right)) = \(text(product))" }
      let next = sum + product
      if !next.isFinite { return "\(text(sum)) + \(text(product)) = \(text(next))" }
      sum = next
    }
    return nil
  }

  /// A number in three digits: `1.23e+200`, `inf`, `NaN`.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    if number == 0 { return "0" }
    return ShortNumber.text(number)
  }
}

extension Propagation {
  /// The operation behind a number that is not finite, as far as it can be computed again.
  fileprivate func explain(
    _ stage: FiniteTrace.Stage, _ layer: Int, neuron: Int, column: Int
  ) -> String? {
    switch stage {
    case .preactivation: FiniteTrace.explain(sumOf: preactivationTerms(layer, neuron, column))
    case .delta: explainDelta(layer, neuron, column)
    case .normalization:
      // An infinite variance leaves a root whose inverse is zero.
      normalizations[layer].flatMap { state in
        state.inverseDeviation.pointer[neuron] > 0 ? nil : "the variance over the batch is inf"
      }
    case .activation: nil
    }
  }

  /// The bias and the products of weights and activations.
  private func preactivationTerms(
    _ layer: Int, _ neuron: Int, _ column: Int
  ) -> [(Double, Double)] {
    let place = layout.layers[layer]
    let row = parameters.pointer + place.weights + neuron * place.rowStep
    let bias = (parameters.pointer[place.biases + neuron], 1.0)
    return [bias]
      + (0..<place.inputs).map { (row[$0], activations[layer].pointer[$0 * capacity + column]) }
  }

  /// The sum over the following layer, then the product with the activation's derivative.
  private func explainDelta(_ layer: Int, _ neuron: Int, _ column: Int) -> String? {
    guard layer + 1 < layout.layers.count else { return nil }
    let next = layout.layers[layer + 1]
    let terms = (0..<next.outputs).map { output in
      (
        parameters.pointer[next.weights + output * next.rowStep + neuron],
        nextDelta.pointer[output * capacity + column]
      )
    }
    if let explanation = FiniteTrace.explain(sumOf: terms) { return explanation }
    let sum = terms.reduce(0) { $0 + $1.0 * $1.1 }
    let value = values[layer].pointer[neuron * capacity + column]
    return FiniteTrace.explain(sumOf: [(sum, architecture.activation.derivative(atValue: value))])
  }
}
