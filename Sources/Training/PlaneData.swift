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
    plane(count, noise, labelNoise, using: &random, meter: WorkMeter(), point: moonPoint)
  }

  /// Two spirals around each other, one turn and a half each, with Gaussian noise on both coordinates.
  ///
  /// The first half of the points drawn lie on one arm (label 1), the others on the arm half a turn
  /// further; then they are shuffled. The radius runs to 1.
  public static func spirals(
    count: Int, noise: Double, labelNoise: Double = 0, using random: inout NumpyRandom
  ) -> Dataset {
    plane(count, noise, labelNoise, using: &random, meter: WorkMeter(), point: spiralPoint)
  }

  /// A place on a moon, `position` running from 0 to 1 along it.
  static func moonPoint(isFirst: Bool, position: Double) -> (Double, Double) {
    let angle = position * .pi
    return isFirst ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
  }

  /// A place on a spiral's arm, `position` running from 0 to 1 along it.
  static func spiralPoint(isFirst: Bool, position: Double) -> (Double, Double) {
    // The root spreads the points evenly along the arm.
    let radius = position.squareRoot()
    let angle = radius * 3 * .pi + (isFirst ? 0 : .pi)
    return (radius * cos(angle), radius * sin(angle))
  }

  /// Points of two shapes in the plane, stopped where the meter says so.
  static func plane(
    _ count: Int, _ noise: Double, _ labelNoise: Double, using random: inout NumpyRandom,
    meter: WorkMeter, point: (_ isFirst: Bool, _ position: Double) -> (Double, Double)
  ) -> Dataset {
    drawn(count, inputSize: 2, meter: meter) { index, inputs in
      let isFirst = index < count / 2
      let (x, y) = point(isFirst, random.double())
      inputs.append(noise > 0 ? x + random.gaussian() * noise : x)
      inputs.append(noise > 0 ? y + random.gaussian() * noise : y)
      return isFirst ? 1 : 0
    }.shuffled(labelNoise: labelNoise, using: &random, meter: meter)
  }
}
