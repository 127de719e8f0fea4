// SPDX-License-Identifier: MIT

extension Propagation {
  /// Computes the gradient of the batch's mean loss from what the last training pass left; `false`
  /// where the meter stopped it.
  @discardableResult
  package func backward() -> Bool {
    architecture.loss.differentiate(outputBatch, into: delta.pointer)
    for layer in stride(from: architecture.layerCount - 1, through: 0, by: -1) {
      let place = layout.layers[layer]
      if layer < architecture.hidden.count { passActivation(layer) }
      trace?.inspect(self, layer, .delta, delta, place.outputs)
      if measuresDeltas { deltaNorms[layer] = deltaNorm(width: place.outputs) }
      sumBiasGradient(place)
      guard weightGradient(layer) else { return false }
      if layer > 0, !inputGradient(layer) { return false }
    }
    return true
  }

  /// The length of the present delta over all examples.
  private func deltaNorm(width: Int) -> Double {
    var length = ScaledLength()
    for neuron in 0..<width {
      length.add(norm(delta.pointer + neuron &* capacity, count: batchCount))
    }
    return length.value
  }

  /// From the derivative by a hidden layer's output to the derivative by its `W a + b`.
  private func passActivation(_ layer: Int) {
    let place = layout.layers[layer]
    if architecture.hasSkip(layer) { skipDelta.copy(from: delta) }
    if architecture.dropoutRate > 0 { scaleDelta(by: masks[layer].pointer, width: place.outputs) }
    let values = values[layer].pointer
    switch architecture.activation {
    case .sigmoid: scaleDelta(place, values) { Activation.sigmoid.derivative(atValue: $0) }
    case .tanh: scaleDelta(place, values) { Activation.tanh.derivative(atValue: $0) }
    case .relu: scaleDelta(place, values) { Activation.relu.derivative(atValue: $0) }
    case .leakyReLU: scaleDelta(place, values) { Activation.leakyReLU.derivative(atValue: $0) }
    case .identity: break
    }
    normalizations[layer]?.backward(
      delta.pointer, parameters: parameters.pointer, gradient: gradient.pointer, place: place,
      count: batchCount, columns: columns, step: capacity)
  }

  private func scaleDelta(by factors: UnsafeMutablePointer<Double>, width: Int) {
    for neuron in 0..<width {
      for column in stride(from: neuron &* capacity, to: neuron &* capacity &+ columns, by: 4) {
        let product =
          NeuralNetworks.load(delta.pointer + column)
          * NeuralNetworks.load(factors + column)
        store(product, to: delta.pointer + column)
      }
    }
  }

  @inline(__always)
  private func scaleDelta(
    _ place: ParameterLayout.Layer, _ values: UnsafeMutablePointer<Double>,
    _ derivative: (Lanes) -> Lanes
  ) {
    let delta = delta.pointer
    for neuron in 0..<place.outputs {
      var column = neuron &* capacity
      let end = column &+ columns
      while column < end {
        let factor = derivative(NeuralNetworks.load(values + column))
        store(NeuralNetworks.load(delta + column) * factor, to: delta + column)
        column &+= 4
      }
    }
  }

  private func sumBiasGradient(_ place: ParameterLayout.Layer) {
    for neuron in 0..<place.outputs {
      let row = delta.pointer + neuron &* capacity
      var sum = Lanes.zero
      for column in stride(from: 0, to: columns, by: 4) { sum += NeuralNetworks.load(row + column) }
      gradient.pointer[place.biases &+ neuron] = sum.laneSum
    }
  }

  /// `dW = delta a^T`.
  private func weightGradient(_ layer: Int) -> Bool {
    let place = layout.layers[layer]
    transposeInputs(layer)
    let product = MatrixProduct(
      left: LeftFactor(pointer: UnsafePointer(delta.pointer), rowStep: capacity, depthStep: 1),
      right: UnsafePointer(inputRows.pointer), rightStep: place.rowStep,
      result: gradient.pointer + place.weights, resultStep: place.rowStep, bias: nil)
    let isComplete = product.compute(
      rows: place.outputs, columns: roundUp(place.inputs, to: 8), depth: batchCount, meter: meter)
    trace?.inspectGradient(self, layer)
    return isComplete
  }

  /// `delta' = W^T delta`, plus what a skip connection passes by.
  private func inputGradient(_ layer: Int) -> Bool {
    let place = layout.layers[layer]
    let product = MatrixProduct(
      left: LeftFactor(
        pointer: UnsafePointer(parameters.pointer + place.weights), rowStep: 1,
        depthStep: place.rowStep),
      right: UnsafePointer(delta.pointer), rightStep: capacity,
      result: nextDelta.pointer, resultStep: capacity, bias: nil)
    let isComplete = product.compute(
      rows: place.inputs, columns: columns, depth: place.outputs, meter: meter)
    swap(&delta, &nextDelta)
    guard architecture.hasSkip(layer) else { return isComplete }
    for neuron in 0..<place.inputs {
      for column in stride(from: neuron &* capacity, to: neuron &* capacity &+ columns, by: 4) {
        let sum =
          NeuralNetworks.load(delta.pointer + column)
          + NeuralNetworks.load(skipDelta.pointer + column)
        store(sum, to: delta.pointer + column)
      }
    }
    return isComplete
  }

  /// Turns a layer's inputs from rows of neurons into rows of examples, padded with zeros.
  private func transposeInputs(_ layer: Int) {
    let place = layout.layers[layer]
    let (source, target) = (activations[layer].pointer, inputRows.pointer)
    let padded = roundUp(place.inputs, to: 8)
    var input = 0
    while input < padded {
      let isWhole = input &+ 4 <= place.inputs
      for example in 0..<batchCount {
        var lanes = Lanes.zero
        let from = source + (input &* capacity &+ example)
        if isWhole {
          lanes = Lanes(from[0], from[capacity], from[2 &* capacity], from[3 &* capacity])
        } else {
          for lane in 0..<max(place.inputs &- input, 0) { lanes[lane] = from[lane &* capacity] }
        }
        store(lanes, to: target + (example &* place.rowStep &+ input))
      }
      input &+= 4
    }
  }
}
