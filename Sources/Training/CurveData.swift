// SPDX-License-Identifier: MIT
import Glibc
import NeuralNetworks

extension Dataset {
  /// The function under the noise of `sine`: `sin(pi x)`.
  public static func sineValue(_ x: Double) -> Double { sin(.pi * x) }

  /// Points of `sin(pi x)` at `x` uniform in -1...1, with Gaussian noise on the value; a regression.
  public static func sine(
    count: Int, noise: Double, using random: inout NumpyRandom
  ) -> Dataset {
    sine(count, noise, using: &random, meter: WorkMeter())
  }

  /// The same, stopped where the meter says so.
  static func sine(
    _ count: Int, _ noise: Double, using random: inout NumpyRandom, meter: WorkMeter
  ) -> Dataset {
    drawn(count, inputSize: 1, meter: meter) { _, inputs in
      let x = 2 * random.double() - 1
      inputs.append(x)
      return noise > 0 ? sineValue(x) + random.gaussian() * noise : sineValue(x)
    }
  }

  /// Sequences of standard normal numbers; the label is 1 where the first of them is positive.
  ///
  /// A recurrent network has to carry that sign over all time steps. Noise is added to every number
  /// after the label is settled.
  public static func sequences(
    count: Int, timeSteps: Int, noise: Double, labelNoise: Double = 0,
    using random: inout NumpyRandom
  ) -> Dataset {
    sequences(count, timeSteps, noise, labelNoise, using: &random, meter: WorkMeter())
  }

  /// The same, stopped where the meter says so.
  static func sequences(
    _ count: Int, _ timeSteps: Int, _ noise: Double, _ labelNoise: Double,
    using random: inout NumpyRandom, meter: WorkMeter
  ) -> Dataset {
    let length = max(timeSteps, 1)
    return drawn(count, inputSize: length, meter: meter) { _, inputs in
      let numbers = (0..<length).map { _ in random.gaussian() }
      inputs += noise > 0 ? numbers.map { $0 + random.gaussian() * noise } : numbers
      return numbers[0] > 0 ? 1 : 0
    }.withFlippedLabels(labelNoise, using: &random)
  }
}
