// SPDX-License-Identifier: MIT
import Glibc
import NeuralNetworks

extension Dataset {
  /// Two interleaved half circles in the plane, with Gaussian noise on both coordinates.
  ///
  /// The first half of the points drawn lie on the upper arc (label 1), the others on the lower one,
  /// shifted by 1 and 0.5; then they are shuffled.
  public static func moons(
    count: Int, noise: Double, labelNoise: Double = 0, using random: inout NumpyRandom
  ) -> Dataset {
    plane(count: count, noise: noise, labelNoise: labelNoise, using: &random) { isFirst, position in
      let angle = position * .pi
      return isFirst ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    }
  }

  /// Two spirals around each other, one turn and a half each, with Gaussian noise on both coordinates.
  ///
  /// The first half of the points drawn lie on one arm (label 1), the others on the arm half a turn
  /// further; then they are shuffled. The radius runs to 1.
  public static func spirals(
    count: Int, noise: Double, labelNoise: Double = 0, using random: inout NumpyRandom
  ) -> Dataset {
    plane(count: count, noise: noise, labelNoise: labelNoise, using: &random) { isFirst, position in
      // The root spreads the points evenly along the arm.
      let radius = position.squareRoot()
      let angle = radius * 3 * .pi + (isFirst ? 0 : .pi)
      return (radius * cos(angle), radius * sin(angle))
    }
  }

  private static func plane(
    count: Int, noise: Double, labelNoise: Double, using random: inout NumpyRandom,
    point: (_ isFirst: Bool, _ position: Double) -> (Double, Double)
  ) -> Dataset {
    let count = max(count, 0)
    var inputs: [Double] = []
    for index in 0..<count {
      let (x, y) = point(index < count / 2, random.double())
      inputs.append(noise > 0 ? x + random.gaussian() * noise : x)
      inputs.append(noise > 0 ? y + random.gaussian() * noise : y)
    }
    let labels = (0..<count).map { $0 < count / 2 ? 1.0 : 0.0 }
    return Dataset(inputs: inputs, inputSize: 2, labels: labels)
      .reordered(random.permutation(count))
      .withFlippedLabels(labelNoise, using: &random)
  }
}
