// SPDX-License-Identifier: MIT

/// A network laid out for computing: its numbers, its gradient and everything between a batch of
/// inputs and its outputs.
///
/// Activations are kept transposed, one row a neuron and one column an example, so that examples are
/// the lanes of every element-wise loop and of the matrix product.
package final class Propagation: BatchModel {
  /// The shape and the rules.
  package let architecture: Architecture
  /// Where the numbers stand.
  package let layout: ParameterLayout
  /// The learned numbers.
  package let parameters: AlignedBuffer
  /// The gradient of the mean loss of the last batch, laid out as the parameters.
  package let gradient: AlignedBuffer
  /// The most examples in one pass, a multiple of eight; also from one row to the next.
  package let capacity: Int
  /// Draws dropout masks.
  package var random: NumpyRandom
  /// Asked in the middle of large layers whether to go on.
  package var meter: WorkMeter
  /// Looks for the first number that is not finite, where one is sought.
  package var trace: FiniteTrace?

  /// Whether the backward pass keeps the length of each layer's delta.
  package var measuresDeltas = false
  /// The length of the derivative of the last batch's loss by each layer's `W a + b`.
  package internal(set) var deltaNorms: [Double]
  /// The examples in the present batch.
  package internal(set) var batchCount = 0
  /// The present batch's columns in whole panels.
  var columns = 0
  /// The inputs of each layer, the network's outputs (before the loss) last: `[neuron][example]`.
  package let activations: [AlignedBuffer]
  /// The values of each hidden layer's activation function, before dropout and skip connection; the
  /// following `activations` itself where there is neither.
  package let values: [AlignedBuffer]
  /// What batch normalization keeps, one a hidden layer that has it.
  let normalizations: [NormalizationState?]
  /// Factors of dropout, zero or the rescaling, one a neuron and example.
  let masks: [AlignedBuffer]
  /// Derivatives of the loss by what the present layer gives, one row a neuron.
  var delta: AlignedBuffer
  /// The next `delta`; the two change places from layer to layer.
  var nextDelta: AlignedBuffer
  /// What a skip connection passes back past its layer.
  let skipDelta: AlignedBuffer
  /// One layer's inputs as rows of examples, for the gradient of its weights.
  let inputRows: AlignedBuffer
  /// The labels of the present batch.
  let labels: AlignedBuffer

  /// Lays out a network for batches of up to `batchSize` examples.
  package init(
    _ network: Network, batchSize: Int, random: NumpyRandom, meter: WorkMeter = WorkMeter()
  ) {
    architecture = network.architecture
    let layout = ParameterLayout(architecture)
    let capacity = ParameterLayout.batchStep(for: batchSize)
    let widths = architecture.widths
    self.layout = layout
    self.capacity = capacity
    self.random = random
    self.meter = meter
    parameters = AlignedBuffer(count: layout.count)
    gradient = AlignedBuffer(count: layout.count)
    layout.write(network, to: parameters)
    func columns(_ width: Int) -> AlignedBuffer { AlignedBuffer(count: width * capacity) }
    let activations = widths.map(columns)
    self.activations = activations
    let drops = architecture.dropoutRate > 0
    values = architecture.hidden.indices.map { layer in
      drops || network.architecture.hasSkip(layer)
        ? columns(network.architecture.hidden[layer]) : activations[layer + 1]
    }
    masks = drops ? architecture.hidden.map(columns) : []
    normalizations = network.layers.map { layer in
      layer.normalization.map { _ in NormalizationState(width: layer.outputs, capacity: capacity) }
    }
    deltaNorms = [Double](repeating: 0, count: architecture.layerCount)
    let widest = widths.max() ?? 1
    delta = columns(widest)
    nextDelta = columns(widest)
    skipDelta = columns(architecture.skipConnections ? widest : 1)
    inputRows = AlignedBuffer(count: capacity * (layout.layers.map(\.rowStep).max() ?? 8))
    labels = AlignedBuffer(count: capacity)
  }

  /// The present outputs and labels.
  package var outputBatch: OutputBatch {
    OutputBatch(
      outputs: UnsafePointer(activations[architecture.layerCount].pointer),
      labels: UnsafePointer(labels.pointer), width: architecture.outputs, count: batchCount,
      columns: columns, step: capacity)
  }

  /// The present numbers as a network.
  package func network() -> Network { layout.network(architecture, parameters) }

  package var loss: LossKind { architecture.loss }

  package func layerName(_ layer: Int) -> String { architecture.layerName(layer) }
}
