// SPDX-License-Identifier: MIT

/// Where each learned number of a network stands in one buffer.
///
/// One buffer for all layers lets an optimizer walk over everything once and makes a snapshot one copy.
/// A row of weights is padded with zeros to whole vectors; their gradients are zero too, so they stay.
package struct ParameterLayout {
  /// One layer's places.
  package struct Layer {
    /// The number of inputs.
    package var inputs: Int
    /// The number of outputs.
    package var outputs: Int
    /// From one row of weights to the next.
    package var rowStep: Int
    /// The first weight.
    package var weights: Int
    /// The first bias.
    package var biases: Int
    /// The first factor of the batch normalization.
    package var scale: Int
    /// The first offset of the batch normalization.
    package var shift: Int
    /// The first running mean of the batch normalization.
    package var mean: Int
    /// The first running variance of the batch normalization.
    package var variance: Int
    /// Whether there is a batch normalization.
    package var isNormalized: Bool
    /// The end of the layer's learned numbers; running statistics stand behind it.
    package var end: Int

    /// The weights with their padding.
    package var weightRange: Range<Int> { weights..<biases }
    /// Biases and normalization.
    package var otherRange: Range<Int> { biases..<end }
    /// Everything that is learned.
    package var range: Range<Int> { weights..<end }
  }

  /// The layers, first hidden layer to output.
  package var layers: [Layer] = []
  /// The length of the buffer.
  package var count = 0

  /// Lays out an architecture.
  package init(_ architecture: Architecture) {
    let widths = architecture.widths
    for layer in 0..<architecture.layerCount {
      let (inputs, outputs) = (widths[layer], widths[layer + 1])
      let rowStep = Self.rowStep(for: inputs)
      let isNormalized = architecture.batchNormalization && layer < architecture.hidden.count
      let padded = roundUp(outputs, to: 8)
      let biases = count + outputs * rowStep
      let scale = biases + padded
      let shift = isNormalized ? scale + padded : scale
      let end = isNormalized ? shift + padded : scale
      layers.append(
        Layer(
          inputs: inputs, outputs: outputs, rowStep: rowStep, weights: count, biases: biases,
          scale: scale, shift: shift, mean: end, variance: end + padded,
          isNormalized: isNormalized, end: end))
      count = isNormalized ? end + 2 * padded : end
    }
  }

  /// From one row of examples to the next for batches of `batchSize`, with room for an evaluation.
  package static func batchStep(for batchSize: Int) -> Int {
    oddLines(max(roundUp(batchSize, to: 8), 64))
  }

  /// Whole vectors a row; an odd number of cache lines where rows are long, so that a column of
  /// weights does not fall into one set of the cache.
  package static func rowStep(for inputs: Int) -> Int {
    let padded = roundUp(inputs, to: 8)
    return padded >= 128 ? oddLines(padded) : padded
  }

  /// The next odd number of cache lines.
  private static func oddLines(_ count: Int) -> Int {
    (count / 8).isMultiple(of: 2) ? count + 8 : count
  }
}

extension ParameterLayout {
  /// Writes a network's numbers to their places.
  package func write(_ network: Network, to buffer: AlignedBuffer) {
    for (place, layer) in zip(layers, network.layers) {
      layer.weights.withUnsafeBufferPointer { weights in
        guard let first = weights.baseAddress else { return }
        for output in 0..<place.outputs {
          (buffer.pointer + place.weights + output * place.rowStep)
            .update(from: first + output * place.inputs, count: place.inputs)
        }
      }
      for output in 0..<place.outputs {
        buffer.pointer[place.biases + output] = layer.biases[output]
      }
      guard let normalization = layer.normalization else { continue }
      for output in 0..<place.outputs {
        buffer.pointer[place.scale + output] = normalization.scale[output]
        buffer.pointer[place.shift + output] = normalization.shift[output]
        buffer.pointer[place.mean + output] = normalization.mean[output]
        buffer.pointer[place.variance + output] = normalization.variance[output]
      }
    }
  }

  /// The network whose numbers stand in `buffer`.
  package func network(_ architecture: Architecture, _ buffer: AlignedBuffer) -> Network {
    var random = NumpyRandom(seed: 0)
    var network = Network(architecture, initialization: .zeros, using: &random)
    read(buffer, into: &network)
    return network
  }

  /// Reads a network's numbers from their places.
  private func read(_ buffer: AlignedBuffer, into network: inout Network) {
    for (index, place) in layers.enumerated() {
      func numbers(_ start: Int, _ count: Int) -> [Double] {
        Array(UnsafeBufferPointer(start: buffer.pointer + start, count: count))
      }
      network.layers[index].weights = (0..<place.outputs).flatMap { output in
        numbers(place.weights + output * place.rowStep, place.inputs)
      }
      network.layers[index].biases = numbers(place.biases, place.outputs)
      guard place.isNormalized else { continue }
      var normalization = NormalizationParameters(width: 0)
      normalization.scale = numbers(place.scale, place.outputs)
      normalization.shift = numbers(place.shift, place.outputs)
      normalization.mean = numbers(place.mean, place.outputs)
      normalization.variance = numbers(place.variance, place.outputs)
      network.layers[index].normalization = normalization
    }
  }
}
