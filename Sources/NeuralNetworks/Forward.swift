// SPDX-License-Identifier: MIT

extension Propagation {
  /// Takes examples `start..<start + count` as the present batch, through `order` where there is one.
  package func load(
    _ examples: Examples, order: UnsafePointer<Int>?, start: Int, count: Int
  ) {
    batchCount = count
    columns = roundUp(count, to: 8)
    let inputs = activations[0].pointer
    for column in 0..<columns {
      let isPadding = column >= count
      let index = isPadding ? 0 : order.map { $0[start &+ column] } ?? (start &+ column)
      let row = examples.inputs + index &* examples.inputSize
      for input in 0..<examples.inputSize {
        inputs[input &* capacity &+ column] = isPadding ? 0 : row[input]
      }
      labels.pointer[column] = isPadding ? 0 : examples.labels[index]
    }
  }

  /// Computes the outputs of the present batch; `false` where the meter stopped it.
  @discardableResult
  package func forward(_ mode: PassMode) -> Bool {
    for layer in 0..<architecture.layerCount {
      let isHidden = layer < architecture.hidden.count
      let result = isHidden ? values[layer] : activations[layer + 1]
      guard preactivate(layer, into: result) else { return false }
      guard isHidden else { break }
      let width = layout.layers[layer].outputs
      normalizations[layer]?.forward(
        result.pointer, parameters: parameters.pointer, place: layout.layers[layer],
        count: batchCount, columns: columns, step: capacity, mode: mode)
      if normalizations[layer] != nil { trace?.inspect(self, layer, .normalization, result, width) }
      activate(result.pointer, width: width)
      trace?.inspect(self, layer, .activation, result, width)
      combine(layer, mode: mode)
    }
    return true
  }

  /// `W a + b` for one layer.
  private func preactivate(_ layer: Int, into result: AlignedBuffer) -> Bool {
    let place = layout.layers[layer]
    let product = MatrixProduct(
      left: LeftFactor(
        pointer: UnsafePointer(parameters.pointer + place.weights), rowStep: place.rowStep,
        depthStep: 1),
      right: UnsafePointer(activations[layer].pointer), rightStep: capacity,
      result: result.pointer, resultStep: capacity,
      bias: UnsafePointer(parameters.pointer + place.biases))
    let isComplete = product.compute(
      rows: place.outputs, columns: columns, depth: place.inputs, meter: meter)
    trace?.inspect(self, layer, .preactivation, result, place.outputs)
    return isComplete
  }

  /// The activation function, in place.
  private func activate(_ pointer: UnsafeMutablePointer<Double>, width: Int) {
    // One loop a function, so that none chooses in its middle.
    switch architecture.activation {
    case .sigmoid: forEachVector(pointer, width) { Activation.sigmoid.value($0) }
    case .tanh: forEachVector(pointer, width) { Activation.tanh.value($0) }
    case .relu: forEachVector(pointer, width) { Activation.relu.value($0) }
    case .leakyReLU: forEachVector(pointer, width) { Activation.leakyReLU.value($0) }
    case .identity: break
    }
  }

  @inline(__always)
  private func forEachVector(
    _ pointer: UnsafeMutablePointer<Double>, _ width: Int, _ transform: (Lanes) -> Lanes
  ) {
    for neuron in 0..<width {
      let row = pointer + neuron &* capacity
      var column = 0
      while column < columns {
        let (low, high) = (
          transform(NeuralNetworks.load(row + column)),
          transform(NeuralNetworks.load(row + (column &+ 4)))
        )
        store(low, to: row + column)
        store(high, to: row + (column &+ 4))
        column &+= 8
      }
    }
  }

  /// Drops some of a layer's values and adds its inputs, where the architecture says so.
  private func combine(_ layer: Int, mode: PassMode) {
    guard values[layer] !== activations[layer + 1] else { return }
    let width = layout.layers[layer].outputs
    let rate = architecture.dropoutRate
    if rate > 0 && mode == .training { drawMask(layer) }
    let isMasked = rate > 0 && mode == .training
    let factor = mode == .inference && architecture.dropoutForm == .classic ? 1 - rate : 1
    let hasSkip = architecture.hasSkip(layer)
    for neuron in 0..<width {
      let start = neuron &* capacity
      for column in stride(from: start, to: start &+ columns, by: 4) {
        var lanes = NeuralNetworks.load(values[layer].pointer + column) * broadcast(factor)
        if isMasked { lanes *= NeuralNetworks.load(masks[layer].pointer + column) }
        if hasSkip { lanes += NeuralNetworks.load(activations[layer].pointer + column) }
        store(lanes, to: activations[layer + 1].pointer + column)
      }
    }
  }

  /// Draws which neurons stay on, example by example; their factor is 1 or, inverted, `1 / (1 - p)`.
  private func drawMask(_ layer: Int) {
    let rate = architecture.dropoutRate
    let kept = architecture.dropoutForm == .inverted ? 1 / (1 - rate) : 1
    for column in 0..<batchCount {
      for neuron in 0..<layout.layers[layer].outputs {
        masks[layer].pointer[neuron &* capacity &+ column] = random.double() < rate ? 0 : kept
      }
    }
  }
}

extension MatrixProduct {
  /// Computes `rows` rows in portions, asking the meter after each; `false` where it said stop.
  func compute(rows: Int, columns: Int, depth: Int, meter: WorkMeter) -> Bool {
    let work = max(columns &* depth, 1)
    let portion = max(WorkMeter.interval / work / 6 * 6, 6)
    var row = 0
    while row < rows {
      let end = min(row &+ portion, rows)
      compute(rows: row..<end, columns: columns, depth: depth)
      if !meter.spend((end &- row) &* work) { return false }
      row = end
    }
    return true
  }
}
