// SPDX-License-Identifier: MIT

/// Looks over each stage of a pass for the first number that is infinite or not a number.
package final class FiniteTrace {
  /// A stage of a pass.
  enum Stage {
    case preactivation
    case normalization
    case activation
    case delta
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
        return found(explain(pass, layer, stage, neuron, column, number), layer)
      }
    }
  }

  /// Looks over `width` rows of `count` numbers, `step` apart.
  func inspect(
    _ numbers: UnsafePointer<Double>, width: Int, count: Int, step: Int, layer: Int,
    operation: String
  ) {
    guard self.layer == nil else { return }
    for neuron in 0..<width {
      for column in 0..<count where !numbers[neuron * step + column].isFinite {
        return found("\(operation): \(Self.text(numbers[neuron * step + column]))", layer)
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
        return found("weight gradient: " + Self.explain(sumOf: terms, result: number), layer)
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

  private func explain(
    _ pass: Propagation, _ layer: Int, _ stage: Stage, _ neuron: Int, _ column: Int,
    _ number: Double
  ) -> String {
    let place = pass.layout.layers[layer]
    switch stage {
    case .preactivation:
      let row = pass.parameters.pointer + place.weights + neuron * place.rowStep
      let terms = (0..<place.inputs).map { input in
        (row[input], pass.activations[layer].pointer[input * pass.capacity + column])
      }
      return "pre-activation: " + Self.explain(sumOf: terms, result: number)
    case .normalization: return "batch normalization: \(Self.text(number))"
    case .activation: return "activation: \(Self.text(number))"
    case .delta: return "backpropagated error: \(Self.text(number))"
    }
  }

  /// Names the first product or addition of a sum of products that is not finite.
  static func explain(sumOf terms: [(Double, Double)], result: Double) -> String {
    var sum = 0.0
    for (left, right) in terms {
      let product = left * right
      if !product.isFinite { return "\(text(left)) x \(text(right)) = \(text(product))" }
      let next = sum + product
      if !next.isFinite { return "\(text(sum)) + \(text(product)) = \(text(next))" }
      sum = next
    }
    return text(result)
  }

  /// A number in three digits: `1.23e+200`, `inf`, `NaN`.
  static func text(_ number: Double) -> String {
    if number.isNaN { return "NaN" }
    if number.isInfinite { return number < 0 ? "-inf" : "inf" }
    if number == 0 { return "0" }
    return ShortNumber.text(number)
  }
}
