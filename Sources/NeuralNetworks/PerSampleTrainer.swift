// SPDX-License-Identifier: MIT

/// Per-sample gradient descent for one hidden sigmoid layer and a sigmoid output under binary
/// cross-entropy: the course's own network, on a path of its own.
///
/// It computes what `Propagation` does, in another order of summation, and is tested against it. The
/// numbers are kept transposed, hidden neurons as lanes; see `HiddenBlock` for the step.
package final class PerSampleTrainer {
  private let inputs: Int
  private let hidden: Int
  /// All numbers of the network, and what a step keeps beside them.
  package let buffer: AlignedBuffer
  private let state: HiddenState
  private let training: Examples
  private let evaluator: LaneEvaluator
  /// `x · x' + 1` for each example and its follower.
  private let products: AlignedBuffer

  /// Whether this path can train a network.
  package static func canTrain(_ architecture: Architecture) -> Bool {
    architecture.hidden.count == 1 && architecture.activation == .sigmoid
      && architecture.loss == .binaryCrossEntropy && architecture.outputs == 1
      && !architecture.batchNormalization && architecture.dropoutRate == 0
      && architecture.timeSteps == 0
  }

  /// Makes room for a network and copies the examples that it is evaluated on.
  package init(_ architecture: Architecture, training: Examples, validation: Examples) {
    inputs = architecture.inputs
    hidden = architecture.hidden[0]
    self.training = training
    let width = roundUp(hidden, to: Lanes.scalarCount)
    let weightCount = (inputs + 1) * width
    buffer = AlignedBuffer(count: weightCount + 5 * width + 1)
    let rest = buffer.pointer + weightCount
    state = HiddenState(
      width: width, weights: buffer.pointer, exponents: rest, values: rest + width,
      deltas: rest + 2 * width, outputWeights: rest + 3 * width, isNeuron: rest + 4 * width)
    for neuron in 0..<hidden { state.isNeuron[neuron] = 1 }
    evaluator = LaneEvaluator(inputs: inputs, training: training, validation: validation)
    products = AlignedBuffer(count: training.count)
  }

  /// The output's bias, kept behind everything else.
  private var outputBias: Double {
    get { buffer.pointer[buffer.count - 1] }
    set { buffer.pointer[buffer.count - 1] = newValue }
  }

  /// Takes over the numbers of a network laid out as `layout`.
  package func read(_ parameters: AlignedBuffer, layout: ParameterLayout) {
    let (first, last) = (layout.layers[0], layout.layers[1])
    for neuron in 0..<hidden {
      for input in 0..<inputs {
        state.weights[input * state.width + neuron] =
          -log2e * parameters.pointer[first.weights + neuron * first.rowStep + input]
      }
      state.weights[inputs * state.width + neuron] =
        -log2e * parameters.pointer[first.biases + neuron]
      state.outputWeights[neuron] = parameters.pointer[last.weights + neuron]
    }
    outputBias = parameters.pointer[last.biases]
  }

  /// Gives the numbers back.
  package func write(_ parameters: AlignedBuffer, layout: ParameterLayout) {
    let (first, last) = (layout.layers[0], layout.layers[1])
    let unscaled = -1 / log2e
    for neuron in 0..<hidden {
      for input in 0..<inputs {
        parameters.pointer[first.weights + neuron * first.rowStep + input] =
          unscaled * state.weights[input * state.width + neuron]
      }
      parameters.pointer[first.biases + neuron] =
        unscaled * state.weights[inputs * state.width + neuron]
      parameters.pointer[last.weights + neuron] = state.outputWeights[neuron]
    }
    parameters.pointer[last.biases] = outputBias
  }

  /// Loss and accuracy on both sets; `nil` where the meter stopped it.
  package func evaluate(meter: WorkMeter) -> (training: Evaluation, validation: Evaluation)? {
    evaluator.evaluate(state, outputBias: outputBias, meter: meter)
  }

  /// One pass over the training set in `order`; `false` where the meter stopped it.
  ///
  /// `isNewOrder` tells whether the order differs from that of the last pass.
  package func trainEpoch(
    _ order: UnsafePointer<Int>, isNewOrder: Bool, learningRate: Double, meter: WorkMeter
  ) -> Bool {
    guard training.count > 0 else { return true }
    if isNewOrder { multiplyNeighbours(order) }
    // The first example has no update before it: deltas are zero.
    state.deltas.update(repeating: 0, count: state.width)
    let first = example(order[0])
    switch state.width / Lanes.scalarCount {
    case 1: return descend(order, first, learningRate, meter, LaneCount<1>.self)
    case 2: return descend(order, first, learningRate, meter, LaneCount<2>.self)
    case 3: return descend(order, first, learningRate, meter, LaneCount<3>.self)
    case 4: return descend(order, first, learningRate, meter, LaneCount<4>.self)
    case 5: return descend(order, first, learningRate, meter, LaneCount<5>.self)
    case 6: return descend(order, first, learningRate, meter, LaneCount<6>.self)
    default: return descend(order, first, learningRate, meter)
    }
  }

  @inline(__always)
  private func example(_ index: Int) -> UnsafePointer<Double> {
    training.inputs + index &* inputs
  }

  /// `x · x' + 1` for each example of the epoch and the one after it.
  private func multiplyNeighbours(_ order: UnsafePointer<Int>) {
    for place in 0..<max(training.count &- 1, 0) {
      let (this, next) = (example(order[place]), example(order[place &+ 1]))
      var sum = 1.0
      for input in 0..<inputs { sum += this[input] * next[input] }
      products.pointer[place] = sum
    }
    products.pointer[training.count &- 1] = 0
  }

  /// An epoch whose hidden layer is one block.
  @inline(__always)
  private func descend<let count: Int>(
    _ order: UnsafePointer<Int>, _ first: UnsafePointer<Double>, _ learningRate: Double,
    _ meter: WorkMeter, _: LaneCount<count>.Type
  ) -> Bool {
    let block = HiddenBlock<count>(neurons: state)
    return descend(order, first, learningRate, meter) { sign in
      block.activate(sign: sign)
    } update: { last, next in
      block.update(last: last, next: next, inputs: inputs)
    } learn: { error, rate, product in
      block.learn(error: error, rate: rate, product: product)
    }
  }

  /// An epoch whose hidden layer is as many blocks as it takes.
  private func descend(
    _ order: UnsafePointer<Int>, _ first: UnsafePointer<Double>, _ learningRate: Double,
    _ meter: WorkMeter
  ) -> Bool {
    let width = state.width
    let whole = width / 16 * 16
    return descend(order, first, learningRate, meter) { sign in
      var sum = Lanes.zero
      for neuron in stride(from: 0, to: whole, by: 16) {
        sum += HiddenBlock<4>(neurons: state.from(neuron)).activate(sign: sign)
      }
      for neuron in stride(from: whole, to: width, by: 4) {
        sum += HiddenBlock<1>(neurons: state.from(neuron)).activate(sign: sign)
      }
      return sum
    } update: { last, next in
      for neuron in stride(from: 0, to: whole, by: 16) {
        HiddenBlock<4>(neurons: state.from(neuron)).update(last: last, next: next, inputs: inputs)
      }
      for neuron in stride(from: whole, to: width, by: 4) {
        HiddenBlock<1>(neurons: state.from(neuron)).update(last: last, next: next, inputs: inputs)
      }
    } learn: { error, rate, product in
      for neuron in stride(from: 0, to: width, by: 4) {
        HiddenBlock<1>(neurons: state.from(neuron)).learn(
          error: error, rate: rate, product: product)
      }
    }
  }

  /// An epoch, with the three parts of a step given.
  @inline(__always)
  private func descend(
    _ order: UnsafePointer<Int>, _ first: UnsafePointer<Double>, _ learningRate: Double,
    _ meter: WorkMeter, activate: (Lanes) -> Lanes,
    update: (UnsafePointer<Double>, UnsafePointer<Double>) -> Void,
    learn: (Lanes, Lanes, Lanes) -> Void
  ) -> Bool {
    let rate = broadcast(learningRate)
    let work = 6 &* inputs &* state.width
    var unreported = 0
    var bias = broadcast(outputBias)
    var last = first
    update(first, first)
    for place in 0..<training.count {
      let index = order[place]
      let this = example(index)
      let next = place &+ 1 < training.count ? example(order[place &+ 1]) : this
      // With s = 1 for label 0 and -1 for label 1: p - y = s sigmoid(s z), of which `sum` is the exponent.
      let sign = 1 - 2 * training.labels[index]
      let scaled = broadcast(-sign * log2e)
      let sum = activate(scaled).laneSums + scaled * bias
      let error = broadcast(sign) * logistic(scaled: sum)
      update(last, next)
      learn(error, rate, broadcast(products.pointer[place]))
      bias -= rate * error
      last = this
      unreported &+= work
      if unreported >= WorkMeter.interval {
        if !meter.spend(unreported) { return false }
        unreported = 0
      }
    }
    _ = meter.spend(unreported)
    // The last example's update is still to be made.
    update(last, last)
    state.deltas.update(repeating: 0, count: state.width)
    outputBias = bias.x
    return true
  }
}
