// SPDX-License-Identifier: MIT

/// Batch normalization of one layer's pre-activations (Ioffe & Szegedy, 2015).
///
/// In training each neuron's pre-activations are shifted and scaled to mean 0 and variance 1 over the
/// batch; at inference, and for a batch of one example, over running statistics. Then
/// `scale * z + shift`, both learned.
final class NormalizationState {
  /// Normalized pre-activations of the last training batch, `[neuron][example]`.
  let normalized: AlignedBuffer
  /// `1 / sqrt(variance + epsilon)` of the last batch, one a neuron.
  let inverseDeviation: AlignedBuffer
  /// Whether the last batch was normalized by its own statistics.
  private var usedBatch = false

  /// Room for a layer of `width` neurons and batches of up to `capacity` examples.
  init(width: Int, capacity: Int) {
    normalized = AlignedBuffer(count: width * capacity)
    inverseDeviation = AlignedBuffer(count: width)
  }

  /// Normalizes `z`, `[neuron][example]`, in place.
  func forward(
    _ z: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>,
    place: ParameterLayout.Layer, count: Int, columns: Int, step: Int,
    mode: PassMode
  ) {
    usedBatch = mode == .training && count > 1
    for neuron in 0..<place.outputs {
      let row = z + neuron &* step
      let (mean, variance) = (
        parameters + place.mean + neuron, parameters + place.variance + neuron
      )
      var (center, spread) = (mean.pointee, variance.pointee)
      if usedBatch {
        (center, spread) = Self.statistics(row, count: count)
        let momentum = NormalizationParameters.momentum
        mean.pointee += momentum * (center - mean.pointee)
        variance.pointee += momentum * (spread - variance.pointee)
      }
      let inverse = 1 / (spread + NormalizationParameters.epsilon).squareRoot()
      inverseDeviation.pointer[neuron] = inverse
      let (scale, shift) = (parameters[place.scale &+ neuron], parameters[place.shift &+ neuron])
      for column in stride(from: 0, to: columns, by: 4) {
        let lanes = (load(row + column) - broadcast(center)) * broadcast(inverse)
        store(lanes, to: normalized.pointer + (neuron &* step &+ column))
        store(multiplyAdd(lanes, broadcast(scale), broadcast(shift)), to: row + column)
      }
    }
  }

  /// Turns the derivative by the result, `delta`, into the derivative by `z`, in place, and writes the
  /// gradients of scale and shift.
  func backward(
    _ delta: UnsafeMutablePointer<Double>, parameters: UnsafeMutablePointer<Double>,
    gradient: UnsafeMutablePointer<Double>, place: ParameterLayout.Layer, count: Int, columns: Int,
    step: Int
  ) {
    for neuron in 0..<place.outputs {
      let row = delta + neuron &* step
      let unit = normalized.pointer + neuron &* step
      var (sum, product) = (0.0, 0.0)
      for column in 0..<count {
        sum += row[column]
        product += row[column] * unit[column]
      }
      gradient[place.scale &+ neuron] = product
      gradient[place.shift &+ neuron] = sum
      let factor = parameters[place.scale &+ neuron] * inverseDeviation.pointer[neuron]
      let (meanSum, meanProduct) =
        usedBatch ? (sum / Double(count), product / Double(count)) : (0, 0)
      for column in 0..<count {
        row[column] = factor * (row[column] - meanSum - unit[column] * meanProduct)
      }
    }
  }

  /// Mean and (biased) variance of a row.
  private static func statistics(
    _ row: UnsafeMutablePointer<Double>, count: Int
  ) -> (mean: Double, variance: Double) {
    var sum = 0.0
    for column in 0..<count { sum += row[column] }
    let mean = sum / Double(count)
    var squares = 0.0
    for column in 0..<count { squares += (row[column] - mean) * (row[column] - mean) }
    return (mean, squares / Double(count))
  }
}
