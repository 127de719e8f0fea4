// SPDX-License-Identifier: MIT
import NeuralNetworks

extension Dataset {
  /// Images of one bright line, vertical (label 1) or horizontal (label 0).
  ///
  /// The first `count / 2` images drawn are vertical. Each has one full column, or row, at a random
  /// index; every pixel then gets Gaussian noise and is held within 0...1. At last the images are
  /// shuffled. For 3 by 3 images these are the reference notebook's draws one for one. Flipped labels
  /// are chosen after everything else, so that none of it changes with `labelNoise`.
  /// `noise` is the standard deviation, `labelNoise` a fraction, `imageSize` a side in pixels.
  public static func lines(
    count: Int, noise: Double, labelNoise: Double = 0, imageSize: Int = 3,
    using random: inout NumpyRandom
  ) -> Dataset {
    let (count, side) = (max(count, 0), max(imageSize, 1))
    var inputs: [Double] = []
    inputs.reserveCapacity(count * side * side)
    for image in 0..<count {
      let line = random.integer(below: side)
      for row in 0..<side {
        for column in 0..<side {
          let isLine = (image < count / 2 ? column : row) == line
          let pixel: Double = isLine ? 1 : 0
          inputs.append(noise > 0 ? min(max(pixel + random.gaussian() * noise, 0), 1) : pixel)
        }
      }
    }
    let labels = (0..<count).map { $0 < count / 2 ? 1.0 : 0.0 }
    return Dataset(inputs: inputs, inputSize: side * side, labels: labels)
      .reordered(random.permutation(count))
      .withFlippedLabels(labelNoise, using: &random)
  }
}
