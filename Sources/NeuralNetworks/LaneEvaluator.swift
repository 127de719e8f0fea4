// SPDX-License-Identifier: MIT
import Glibc

/// Evaluates a one-layer sigmoid network on both data sets at once, examples as lanes.
final class LaneEvaluator {
  private let inputs: Int
  private let counts: (training: Int, validation: Int)
  /// `[chunk][input][8]`: training examples, then validation examples, then zeros.
  private let columns: AlignedBuffer
  /// 0 for label 1 and 1 for label 0: the probability of the true label is `|offset - p|`.
  private let offsets: AlignedBuffer
  /// The probability of the true label from which on an answer is right: a tie counts as class 1.
  private let thresholds: AlignedBuffer
  /// The probabilities of the true labels.
  private let probabilities: AlignedBuffer

  /// Copies both sets.
  init(inputs: Int, training: Examples, validation: Examples) {
    self.inputs = inputs
    counts = (training.count, validation.count)
    let padded = roundUp(training.count + validation.count, to: 8)
    columns = AlignedBuffer(count: padded * inputs)
    offsets = AlignedBuffer(count: padded)
    thresholds = AlignedBuffer(count: padded)
    probabilities = AlignedBuffer(count: padded)
    for place in 0..<training.count + validation.count {
      let isTraining = place < training.count
      let set = isTraining ? training : validation
      let index = isTraining ? place : place - training.count
      for input in 0..<inputs {
        columns.pointer[(place / 8 * inputs + input) * 8 + place % 8] =
          set.inputs[index * inputs + input]
      }
      let isOne = set.labels[index] == 1
      offsets.pointer[place] = isOne ? 0 : 1
      thresholds.pointer[place] = isOne ? 0.5 : 0.5.nextUp
    }
  }

  /// Loss and accuracy on both sets; `nil` where the meter stopped it.
  func evaluate(
    _ state: HiddenState, outputBias: Double, meter: WorkMeter
  ) -> (training: Evaluation, validation: Evaluation)? {
    for chunk in stride(from: 0, to: offsets.count, by: 8) {
      judge(chunk, state, outputBias: outputBias)
      if !meter.spend(8 &* inputs &* state.width) { return nil }
    }
    return (
      summary(from: 0, count: counts.training),
      summary(from: counts.training, count: counts.validation)
    )
  }

  /// The probabilities of the true labels of eight examples.
  @inline(__always)
  private func judge(_ chunk: Int, _ state: HiddenState, outputBias: Double) {
    let block = columns.pointer + chunk &* inputs
    var (low, high) = (broadcast(outputBias), broadcast(outputBias))
    for neuron in stride(from: 0, to: state.width, by: 4) {
      var lows = InlineArray<4, Lanes>(repeating: .zero)
      var highs = InlineArray<4, Lanes>(repeating: .zero)
      let biases = state.weights + (inputs &* state.width &+ neuron)
      for index in 0..<4 {
        lows[unchecked: index] = broadcast(biases[index])
        highs[unchecked: index] = lows[unchecked: index]
      }
      for input in 0..<inputs {
        let (xLow, xHigh) = (load(block + 8 &* input), load(block + (8 &* input &+ 4)))
        let weights = state.weights + (input &* state.width &+ neuron)
        for index in 0..<4 {
          let weight = broadcast(weights[index])
          lows[unchecked: index] = multiplyAdd(weight, xLow, lows[unchecked: index])
          highs[unchecked: index] = multiplyAdd(weight, xHigh, highs[unchecked: index])
        }
      }
      logistic(scaled: &lows)
      logistic(scaled: &highs)
      for index in 0..<4 {
        let weight = broadcast(state.outputWeights[neuron &+ index])
        low = multiplyAdd(weight, lows[unchecked: index], low)
        high = multiplyAdd(weight, highs[unchecked: index], high)
      }
    }
    settle(low, at: chunk)
    settle(high, at: chunk &+ 4)
  }

  /// From pre-activations of the output to probabilities of the true labels.
  @inline(__always)
  private func settle(_ z: Lanes, at place: Int) {
    // Divided twice, to round as the formula 1 / (1 + e^-z) does: 1 - p keeps what p has lost.
    let limit = Activation.sigmoidLimit * log2e
    let exponential = PowersOfTwo<1>([held(z * broadcast(-log2e), within: limit)])
    let quotient = exponential.power[unchecked: 0] / exponential.unit[unchecked: 0]
    let probability = broadcast(1) / (broadcast(1) + quotient)
    let difference = load(offsets.pointer + place) - probability
    store(
      difference.replacing(with: -difference, where: difference .< Lanes.zero),
      to: probabilities.pointer + place)
  }

  /// The sum of four logarithms, with one where the product of all four is still a number.
  private static func logarithm(ofAll factors: Lanes) -> Double {
    let (first, second) = (factors.x * factors.y, factors.z * factors.w)
    return first > 1e-150 && second > 1e-150
      ? log(first * second) : log(factors.x) + log(factors.y) + log(factors.z) + log(factors.w)
  }

  /// Mean loss and accuracy of consecutive examples.
  private func summary(from start: Int, count: Int) -> Evaluation {
    let floor = broadcast(LossKind.probabilityFloor)
    let ceiling = broadcast(1 - LossKind.probabilityFloor)
    var (right, loss) = (0.0, 0.0)
    var product = broadcast(1)
    var factors = 0
    for place in stride(from: 0, to: count, by: 4) {
      var own = load(probabilities.pointer + (start &+ place))
      let hits = own .>= load(thresholds.pointer + (start &+ place))
      own = own.replacing(with: floor, where: own .< floor)
      own = own.replacing(with: ceiling, where: own .> ceiling)
      var ones = Lanes.zero.replacing(with: broadcast(1), where: hits)
      for lane in min(count &- place, 4)..<4 { (own[lane], ones[lane]) = (1, 0) }
      right += ones.laneSum
      product *= own
      factors &+= 1
      // Twenty factors of 1e-15 are still a number, so one logarithm does for many examples.
      if factors == 20 || place &+ 4 >= count {
        loss -= Self.logarithm(ofAll: product)
        (product, factors) = (broadcast(1), 0)
      }
    }
    return Evaluation(loss: loss / Double(count), accuracy: right / Double(count))
  }
}
