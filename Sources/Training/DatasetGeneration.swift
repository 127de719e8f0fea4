// SPDX-License-Identifier: MIT
import NeuralNetworks

extension Dataset {
  /// Draws `count` examples one after the other; fewer where the meter stopped it.
  ///
  /// `draw` adds the inputs of one example, given its index, and returns its label.
  static func drawn(
    _ count: Int, inputSize: Int, meter: WorkMeter, _ draw: (Int, inout [Double]) -> Double
  ) -> Dataset {
    var set = Dataset(inputs: [], inputSize: inputSize, labels: [])
    for index in 0..<max(count, 0) {
      set.labels.append(draw(index, &set.inputs))
      if !meter.spend(inputSize * drawCost) { break }
    }
    return set
  }

  /// What drawing a number costs, in multiply-adds.
  static let drawCost = 40

  /// The examples in a random order, with a fraction of the labels flipped.
  func shuffled(
    labelNoise: Double, using random: inout NumpyRandom, meter: WorkMeter
  ) -> Dataset {
    reordered(random.permutation(count), meter: meter)
      .withFlippedLabels(labelNoise, using: &random)
  }

  /// The examples in another order.
  private func reordered(_ order: [Int], meter: WorkMeter) -> Dataset {
    var result = Dataset(inputs: [], inputSize: inputSize, labels: [])
    result.inputs.reserveCapacity(inputs.count)
    for index in order {
      result.inputs += inputs[index * inputSize..<(index + 1) * inputSize]
      result.labels.append(labels[index])
      if !meter.spend(inputSize) { break }
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
