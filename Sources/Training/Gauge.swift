// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Measures the steps of an epoch, as far as asked.
final class Gauge {
  /// What is measured.
  let measurements: Measurements
  private var steps = 0
  private var clipped = 0
  private var gradientNorms: [Double]
  private var updateRatios: [Double]
  private var stepNorms: [Double] = []
  private let before: AlignedBuffer
  private let layout: ParameterLayout

  /// A gauge for a network.
  init(_ measurements: Measurements, layout: ParameterLayout) {
    self.measurements = measurements
    self.layout = layout
    gradientNorms = [Double](repeating: 0, count: layout.layers.count)
    updateRatios = gradientNorms
    before = AlignedBuffer(
      count: measurements.contains(.updateRatios) ? layout.count : 1)
  }

  /// Whether activations are asked for.
  var measuresActivations: Bool { measurements.contains(.activations) }

  /// Begins at zero.
  func beginEpoch() {
    (steps, clipped) = (0, 0)
    stepNorms.removeAll(keepingCapacity: true)
    for layer in gradientNorms.indices { (gradientNorms[layer], updateRatios[layer]) = (0, 0) }
  }

  /// Adds the lengths of the present gradient.
  func observeGradient(_ gradient: AlignedBuffer) {
    if measurements.contains(.steps) {
      stepNorms.append(norm(gradient.pointer, count: layout.count))
    }
    guard measurements.contains(.gradientNorms) else { return }
    for (layer, place) in layout.layers.enumerated() {
      gradientNorms[layer] += norm(gradient.pointer + place.weights, count: place.range.count)
    }
  }

  /// Counts a step and whether its gradient was clipped.
  func observeClipping(_ isClipped: Bool) {
    steps += 1
    clipped += isClipped ? 1 : 0
  }

  /// Notes where the weights stand.
  func beforeStep(_ parameters: AlignedBuffer) {
    if measurements.contains(.updateRatios) { before.copy(from: parameters) }
  }

  /// Adds how far the weights moved, against their length.
  func afterStep(_ parameters: AlignedBuffer) {
    guard measurements.contains(.updateRatios) else { return }
    for (layer, place) in layout.layers.enumerated() {
      var moved = 0.0
      for index in place.weightRange {
        let change = parameters.pointer[index] - before.pointer[index]
        moved += change * change
      }
      let length = norm(before.pointer + place.weights, count: place.weightRange.count)
      updateRatios[layer] += length > 0 ? moved.squareRoot() / length : 0
    }
  }

  /// Writes the means of the epoch, and what is measured at its end.
  func report(into epoch: inout Epoch, parameters: AlignedBuffer) {
    let count = Double(max(steps, 1))
    epoch.clippedFraction = Double(clipped) / count
    if measurements.contains(.gradientNorms) {
      epoch.gradientNorms = gradientNorms.map { $0 / count }
    }
    epoch.stepGradientNorms = stepNorms
    if measurements.contains(.updateRatios) { epoch.updateRatios = updateRatios.map { $0 / count } }
    if measurements.contains(.weightNorms) {
      epoch.weightNorms = layout.layers.map { place in
        norm(parameters.pointer + place.weights, count: place.weightRange.count)
      }
    }
  }
}
