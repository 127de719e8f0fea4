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
    lines(
      count: count, noise: noise, labelNoise: labelNoise, imageSize: imageSize, using: &random,
      meter: WorkMeter())
  }

  /// The same, stopped where the meter says so.
  package static func lines(
    count: Int, noise: Double, labelNoise: Double, imageSize: Int,
    using random: inout NumpyRandom, meter: WorkMeter
  ) -> Dataset {
    let side = max(imageSize, 1)
    return drawn(count, inputSize: side * side, meter: meter) { image, inputs in
      let isVertical = image < count / 2
      let line = random.integer(below: side)
      for row in 0..<side {
        for column in 0..<side {
          let pixel: Double = (isVertical ? column : row) == line ? 1 : 0
          inputs.append(noise > 0 ? min(max(pixel + random.gaussian() * noise, 0), 1) : pixel)
        }
      }
      return isVertical ? 1 : 0
    }.shuffled(labelNoise: labelNoise, using: &random, meter: meter)
  }
}
