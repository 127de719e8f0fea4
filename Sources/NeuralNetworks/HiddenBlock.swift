// SPDX-License-Identifier: MIT

/// `count` vectors of hidden neurons, whose state a step keeps in registers.
///
/// Per-sample descent has a chain that cannot be shortened: hidden sigmoids, their weighted sum, the
/// output's sigmoid, and the weights of the next example. All else is arranged around it. With the
/// next example's pre-activations computed from the weights as they were *before* this example's
/// update, and corrected by `delta (x · x' + 1)` afterwards, neither the update nor that product waits
/// for the chain.
struct HiddenBlock<let count: Int> {
  /// The numbers of the neurons in this block.
  let neurons: HiddenState

  /// The sigmoids of the present example, and what they add to the output, lane by lane.
  ///
  /// `sign` is plus or minus `log2 e`, so that the sum is the exponent of the error's sigmoid.
  @inline(__always)
  func activate(sign: Lanes) -> Lanes {
    var sum = Lanes.zero
    var index = 0
    // Three at a time fill the pipelines and still fit the registers.
    while index &+ 3 <= count {
      sum += activate(from: index, sign: sign, LaneCount<3>.self)
      index &+= 3
    }
    if index &+ 2 <= count {
      sum += activate(from: index, sign: sign, LaneCount<2>.self)
      index &+= 2
    }
    return index < count ? sum + activate(from: index, sign: sign, LaneCount<1>.self) : sum
  }

  @inline(__always)
  private func activate<let part: Int>(
    from first: Int, sign: Lanes, _: LaneCount<part>.Type
  ) -> Lanes {
    let start = first &* Lanes.scalarCount
    var hidden = LaneGroup<part> { load(neurons.exponents + (start &+ $0 &* Lanes.scalarCount)) }
    logistic(scaled: &hidden)
    var sum = Lanes.zero
    for index in 0..<part {
      let place = start &+ index &* Lanes.scalarCount
      store(hidden[unchecked: index], to: neurons.values + place)
      let weight = load(neurons.outputWeights + place) * sign
      sum = multiplyAdd(weight, hidden[unchecked: index], sum)
    }
    return sum
  }

  /// Adds the last example's update to the weights and multiplies them with the next example.
  @inline(__always)
  func update(last: UnsafePointer<Double>, next: UnsafePointer<Double>, inputs: Int) {
    let width = neurons.width
    var deltas = InlineArray<count, Lanes>(repeating: .zero)
    var sums = InlineArray<count, Lanes>(repeating: .zero)
    let biases = neurons.weights + inputs &* width
    for index in 0..<count {
      let place = index &* Lanes.scalarCount
      deltas[unchecked: index] = load(neurons.deltas + place)
      let bias = load(biases + place) + deltas[unchecked: index]
      store(bias, to: biases + place)
      sums[unchecked: index] = bias
    }
    for input in 0..<inputs {
      let (old, new) = (broadcast(last[input]), broadcast(next[input]))
      let row = neurons.weights + input &* width
      for index in 0..<count {
        let place = index &* Lanes.scalarCount
        let weight = multiplyAdd(old, deltas[unchecked: index], load(row + place))
        store(weight, to: row + place)
        sums[unchecked: index] = multiplyAdd(new, weight, sums[unchecked: index])
      }
    }
    for index in 0..<count {
      store(sums[unchecked: index], to: neurons.exponents + index &* Lanes.scalarCount)
    }
  }

  /// Passes the output's error back: new deltas, the next example's correction, new output weights.
  ///
  /// - Parameters:
  ///   - error: `p - y`.
  ///   - rate: The learning rate.
  ///   - product: `x · x' + 1` of this example and the next.
  @inline(__always)
  func learn(error: Lanes, rate: Lanes, product: Lanes) {
    // Weights are kept times -log2 e, so their step has the opposite sign.
    let scaledRate = rate * broadcast(log2e)
    for index in 0..<count {
      let place = index &* Lanes.scalarCount
      let hidden = load(neurons.values + place)
      let weight = load(neurons.outputWeights + place)
      let slope = weight * scaledRate * (hidden - hidden * hidden)
      let delta = slope * error
      store(delta, to: neurons.deltas + place)
      store(
        multiplyAdd(delta, product, load(neurons.exponents + place)), to: neurons.exponents + place)
      let step = rate * error * load(neurons.isNeuron + place)
      store(weight - step * hidden, to: neurons.outputWeights + place)
    }
  }
}

/// Where the numbers of some hidden neurons stand.
struct HiddenState {
  /// From one input's weights to the next's: the neurons padded to whole vectors.
  var width: Int
  /// Weights times `-log2 e`, `[input][neuron]`; the biases follow as one more input.
  var weights: UnsafeMutablePointer<Double>
  /// Pre-activations of the present example times `-log2 e`.
  var exponents: UnsafeMutablePointer<Double>
  /// Sigmoids of the present example.
  var values: UnsafeMutablePointer<Double>
  /// What the last example adds to each neuron's weights, for an input of 1.
  var deltas: UnsafeMutablePointer<Double>
  /// The weights from the neurons to the output.
  var outputWeights: UnsafeMutablePointer<Double>
  /// 1 for a neuron, 0 for padding.
  var isNeuron: UnsafeMutablePointer<Double>

  /// The same from neuron `first` on.
  @inline(__always)
  func from(_ first: Int) -> HiddenState {
    HiddenState(
      width: width, weights: weights + first, exponents: exponents + first, values: values + first,
      deltas: deltas + first, outputWeights: outputWeights + first, isNeuron: isNeuron + first)
  }
}
