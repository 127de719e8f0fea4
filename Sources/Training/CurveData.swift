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
    var (inputs, labels): ([Double], [Double]) = ([], [])
    for _ in 0..<max(count, 0) {
      let x = 2 * random.double() - 1
      inputs.append(x)
      labels.append(noise > 0 ? sineValue(x) + random.gaussian() * noise : sineValue(x))
    }
    return Dataset(inputs: inputs, inputSize: 1, labels: labels)
  }

  /// Sequences of standard normal numbers; the label is 1 where the first of them is positive.
  ///
  /// A recurrent network has to carry that sign over all time steps. Noise is added to every number
  /// after the label is settled.
  public static func sequences(
    count: Int, timeSteps: Int, noise: Double, labelNoise: Double = 0,
    using random: inout NumpyRandom
  ) -> Dataset {
    let (count, length) = (max(count, 0), max(timeSteps, 1))
    var (inputs, labels): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      let numbers = (0..<length).map { _ in random.gaussian() }
      labels.append(numbers[0] > 0 ? 1 : 0)
      inputs += noise > 0 ? numbers.map { $0 + random.gaussian() * noise } : numbers
    }
    return Dataset(inputs: inputs, inputSize: length, labels: labels)
      .withFlippedLabels(labelNoise, using: &random)
  }
}
