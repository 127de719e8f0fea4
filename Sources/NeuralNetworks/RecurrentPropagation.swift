// SPDX-License-Identifier: MIT

/// A recurrent network laid out for computing, with backpropagation through time.
///
/// Each time step is a dense layer with the same weights, whose inputs are the present number and the
/// hidden layer's last values; its gradient is the sum over the time steps (Werbos, 1990).
package final class RecurrentPropagation: BatchModel {
  /// The shape and the rules.
  package let architecture: Architecture
  /// Where the numbers stand: the recurrent layer, then the output.
  package let layout: ParameterLayout
  /// The learned numbers.
  package let parameters: AlignedBuffer
  /// The gradient of the mean loss of the last batch.
  package let gradient: AlignedBuffer
  /// Draws nothing; shuffling uses it.
  package var random: NumpyRandom
  /// Asked in the middle of large layers whether to go on.
  package var meter: WorkMeter
  /// Looks for the first number that is not finite, where one is sought.
  package var trace: FiniteTrace?
  /// The length of the derivative of the last batch's loss by `h_t`, for `t` from 1.
  package private(set) var gradientByTime: [Double]

  /// From one row of examples to the next.
  let step: Int
  private var count = 0
  private var columns = 0
  /// What each time step reads: the number, then the hidden values; one more for the output.
  private let joined: [AlignedBuffer]
  private let outputs, labels: AlignedBuffer
  /// Derivatives by what the present step gives and by what it read.
  private let delta, readDelta: AlignedBuffer

  /// Lays out a network for batches of up to `batchSize` examples.
  package init(_ network: Network, batchSize: Int, random: NumpyRandom) {
    architecture = network.architecture
    layout = ParameterLayout(architecture)
    parameters = AlignedBuffer(count: layout.count)
    gradient = AlignedBuffer(count: layout.count)
    layout.write(network, to: parameters)
    self.random = random
    meter = WorkMeter()
    let step = ParameterLayout.batchStep(for: batchSize)
    self.step = step
    let inputs = architecture.inputs
    joined = (0...max(architecture.timeSteps, 1)).map { _ in AlignedBuffer(count: inputs * step) }
    gradientByTime = [Double](repeating: 0, count: max(architecture.timeSteps, 1))
    outputs = AlignedBuffer(count: architecture.outputs * step)
    labels = AlignedBuffer(count: step)
    delta = AlignedBuffer(count: max(inputs, architecture.outputs) * step)
    readDelta = AlignedBuffer(count: inputs * step)
  }

  /// The length of each time step's hidden values, the mean over the examples.
  package var meanHiddenNorms: [Double] {
    (1...timeSteps).map { time in
      let values = joined[time].pointer + step
      let lengths = (0..<count).map { column in
        (0..<width).reduce(0) { sum, neuron in
          let value = values[neuron * step + column]
          return sum + value * value
        }.squareRoot()
      }
      return lengths.reduce(0, +) / Double(max(count, 1))
    }
  }

  private var width: Int { architecture.hidden[0] }
  private var timeSteps: Int { gradientByTime.count }

  /// What the output reads: the last hidden values.
  private var lastHidden: UnsafeMutablePointer<Double> { joined[timeSteps].pointer + step }

  package var loss: LossKind { architecture.loss }

  package func layerName(_ layer: Int) -> String { architecture.layerName(layer) }

  package var outputBatch: OutputBatch {
    OutputBatch(
      outputs: UnsafePointer(outputs.pointer), labels: UnsafePointer(labels.pointer),
      width: architecture.outputs, count: count, columns: columns, step: step)
  }

  package func load(_ examples: Examples, order: UnsafePointer<Int>?, start: Int, count: Int) {
    self.count = count
    columns = roundUp(count, to: 8)
    for column in 0..<columns {
      let isPadding = column >= count
      let index = isPadding ? 0 : order.map { $0[start &+ column] } ?? (start &+ column)
      for time in 0..<timeSteps {
        joined[time].pointer[column] =
          isPadding ? 0 : examples.inputs[index &* examples.inputSize &+ time]
      }
      labels.pointer[column] = isPadding ? 0 : examples.labels[index]
    }
  }

  package func forward(_ mode: PassMode) -> Bool {
    for time in 0..<timeSteps {
      let result = joined[time + 1].pointer + step
      guard product(layout.layers[0], joined[time].pointer, into: result) else { return false }
      inspect(result, of: 0, width, "pre-activation", time, reading: joined[time].pointer)
      for neuron in 0..<width {
        for column in stride(from: neuron &* step, to: neuron &* step &+ columns, by: 4) {
          store(
            architecture.activation.value(NeuralNetworks.load(result + column)),
            to: result + column)
        }
      }
      inspect(result, of: 0, width, "activation", time)
    }
    let isComplete = product(layout.layers[1], lastHidden, into: outputs.pointer)
    inspect(
      outputs.pointer, of: 1, architecture.outputs, "pre-activation", timeSteps - 1,
      reading: lastHidden)
    return isComplete
  }

  package func backward() -> Bool {
    gradient.clear()
    loss.differentiate(outputBatch, into: delta.pointer)
    guard accumulate(layout.layers[1], lastHidden),
      passBack(layout.layers[1], into: readDelta.pointer)
    else { return false }
    // The output reads hidden values only; from then on each step reads its number in row 0.
    delta.copy(readDelta.pointer, count: width * step)
    for time in stride(from: timeSteps - 1, through: 0, by: -1) {
      gradientByTime[time] = lengthOfDelta()
      let values = joined[time + 1].pointer + step
      for neuron in 0..<width {
        for column in stride(from: neuron &* step, to: neuron &* step &+ columns, by: 4) {
          let slope = architecture.activation.derivative(
            atValue: NeuralNetworks.load(values + column))
          store(NeuralNetworks.load(delta.pointer + column) * slope, to: delta.pointer + column)
        }
      }
      inspect(delta.pointer, of: 0, width, "backpropagated error", time)
      guard accumulate(layout.layers[0], joined[time].pointer) else { return false }
      if time == 0 { break }
      guard passBack(layout.layers[0], into: readDelta.pointer) else { return false }
      delta.copy(readDelta.pointer + step, count: width * step)
    }
    return true
  }

  /// `W a + b` for all examples.
  private func product(
    _ place: ParameterLayout.Layer, _ input: UnsafeMutablePointer<Double>,
    into result: UnsafeMutablePointer<Double>
  ) -> Bool {
    MatrixProduct(
      left: LeftFactor(
        pointer: UnsafePointer(parameters.pointer + place.weights), rowStep: place.rowStep,
        depthStep: 1),
      right: UnsafePointer(input), rightStep: step, result: result, resultStep: step,
      bias: UnsafePointer(parameters.pointer + place.biases)
    ).compute(rows: place.outputs, columns: columns, depth: place.inputs, meter: meter)
  }

  /// `W^T delta`.
  private func passBack(
    _ place: ParameterLayout.Layer, into result: UnsafeMutablePointer<Double>
  ) -> Bool {
    MatrixProduct(
      left: LeftFactor(
        pointer: UnsafePointer(parameters.pointer + place.weights), rowStep: 1,
        depthStep: place.rowStep),
      right: UnsafePointer(delta.pointer), rightStep: step, result: result, resultStep: step,
      bias: nil
    ).compute(rows: place.inputs, columns: columns, depth: place.outputs, meter: meter)
  }

  /// Adds one time step's share of a layer's gradient.
  private func accumulate(
    _ place: ParameterLayout.Layer, _ input: UnsafeMutablePointer<Double>
  ) -> Bool {
    for output in 0..<place.outputs {
      let slopes = delta.pointer + output &* step
      for example in 0..<count {
        let slope = slopes[example]
        gradient.pointer[place.biases &+ output] += slope
        let row = gradient.pointer + (place.weights &+ output &* place.rowStep)
        for index in 0..<place.inputs { row[index] += slope * input[index &* step &+ example] }
      }
      if !meter.spend(count &* place.inputs) { return false }
    }
    return true
  }

  private func lengthOfDelta() -> Double {
    var length = ScaledLength()
    for neuron in 0..<width {
      length.add(norm(delta.pointer + neuron &* step, count: count))
    }
    return length.value
  }

  /// Looks for the first number that is not finite; `input` is what a weighted sum has read.
  private func inspect(
    _ numbers: UnsafeMutablePointer<Double>, of layer: Int, _ width: Int, _ operation: String,
    _ time: Int, reading input: UnsafeMutablePointer<Double>? = nil
  ) {
    trace?.inspect(
      numbers, width: width, count: count, step: step, layer: layer,
      operation: "\(operation) at time step \(time + 1)"
    ) { neuron, column in
      guard let input else { return [] }
      let place = layout.layers[layer]
      let row = parameters.pointer + place.weights + neuron * place.rowStep
      return [(parameters.pointer[place.biases + neuron], 1)]
        + (0..<place.inputs).map { (row[$0], input[$0 * step + column]) }
    }
  }

  /// The present numbers as a network.
  package func network() -> Network { layout.network(architecture, parameters) }
}
