// SPDX-License-Identifier: MIT
import Glibc

/// How a step is made from a gradient.
public enum OptimizerKind: String, CaseIterable, Sendable {
  /// `w <- w - a g`.
  case sgd
  /// `v <- m v + g; w <- w - a v`.
  case momentum
  /// Adam (Kingma & Ba, 2015).
  case adam
}

/// The constants of a step.
public struct StepRule: Hashable, Sendable {
  /// How a step is made from a gradient.
  public var optimizer = OptimizerKind.sgd
  /// The share of the last step kept in the next, for `momentum`.
  public var momentum = 0.9
  /// Lambda of the penalty `lambda * sum(w^2)`, which adds `2 lambda w` to a weight's gradient; biases
  /// and normalizations are free of it.
  public var l2Penalty = 0.0
  /// Decoupled decay: after the step a weight loses this share of itself, times the learning rate.
  public var weightDecay = 0.0
  /// Each component of the gradient is held within plus and minus this; 0 does not clip.
  public var clipValue = 0.0
  /// The whole gradient is scaled down to this length where it is longer; 0 does not clip.
  public var clipNorm = 0.0

  /// Plain gradient descent.
  public init() {}

  /// Whether a step is more than the gradient of the loss.
  package var changesGradient: Bool {
    l2Penalty != 0 || weightDecay != 0 || clipValue > 0 || clipNorm > 0
  }
}

/// Takes steps, and keeps what they need from one to the next.
///
/// The gradient of the loss is clipped first, by value and then by norm; the penalty's gradient is
/// added after that, and never clipped.
package final class Optimizer {
  /// The constants.
  package let rule: StepRule
  /// Momentum's velocity, or Adam's first moment.
  private let first: AlignedBuffer
  /// Adam's second moment.
  private let second: AlignedBuffer
  /// Steps taken, for Adam's correction of its start.
  private var steps = 0
  /// How far the moments have come from zero, where they began.
  private var corrections = (1.0, 1.0)

  /// Adam's decay of the first moment.
  package static let beta1 = 0.9
  /// Adam's decay of the second moment.
  package static let beta2 = 0.999
  /// Keeps Adam's division finite.
  package static let epsilon = 1e-8

  /// An optimizer for `count` numbers.
  package init(_ rule: StepRule, count: Int) {
    self.rule = rule
    first = AlignedBuffer(count: rule.optimizer == .sgd ? 1 : count)
    second = AlignedBuffer(count: rule.optimizer == .adam ? count : 1)
  }

  /// Takes over another optimizer's place.
  package func copy(from other: Optimizer) {
    first.copy(from: other.first)
    second.copy(from: other.second)
    steps = other.steps
  }

  /// Clips a gradient in place and tells whether there was something to clip.
  package func clip(_ gradient: AlignedBuffer) -> Bool {
    var isClipped = false
    if rule.clipValue > 0 {
      let limit = rule.clipValue
      for index in 0..<gradient.count where abs(gradient.pointer[index]) > limit {
        gradient.pointer[index] = gradient.pointer[index] > 0 ? limit : -limit
        isClipped = true
      }
    }
    if rule.clipNorm > 0 {
      let length = norm(UnsafePointer(gradient.pointer), count: gradient.count)
      if length > rule.clipNorm {
        let factor = rule.clipNorm / length
        for index in 0..<gradient.count { gradient.pointer[index] *= factor }
        isClipped = true
      }
    }
    return isClipped
  }

  /// Takes one step; only weights feel penalty and decay.
  package func step(
    _ parameters: AlignedBuffer, gradient: AlignedBuffer, layout: ParameterLayout,
    learningRate: Double
  ) {
    steps &+= 1
    if rule.optimizer == .adam {
      corrections = (1 - pow(Self.beta1, Double(steps)), 1 - pow(Self.beta2, Double(steps)))
    }
    for place in layout.layers {
      update(
        place.weightRange, parameters.pointer, gradient.pointer, learningRate,
        penalty: 2 * rule.l2Penalty, decay: learningRate * rule.weightDecay)
      update(
        place.otherRange, parameters.pointer, gradient.pointer, learningRate, penalty: 0, decay: 0)
    }
  }

  /// Takes one step of a range of numbers, whole vectors long.
  private func update(
    _ range: Range<Int>, _ parameters: UnsafeMutablePointer<Double>,
    _ gradient: UnsafeMutablePointer<Double>, _ learningRate: Double, penalty: Double, decay: Double
  ) {
    let rate = broadcast(learningRate)
    let (penalty, kept) = (broadcast(penalty), broadcast(1 - decay))
    let (correction1, correction2) = corrections
    var index = range.lowerBound
    while index < range.upperBound {
      let weight = load(parameters + index)
      let slope = multiplyAdd(penalty, weight, load(gradient + index))
      let direction: Lanes
      switch rule.optimizer {
      case .sgd: direction = slope
      case .momentum:
        direction = multiplyAdd(broadcast(rule.momentum), load(first.pointer + index), slope)
        store(direction, to: first.pointer + index)
      case .adam:
        let mean =
          load(first.pointer + index) * broadcast(Self.beta1)
          + slope * broadcast(1 - Self.beta1)
        let square =
          load(second.pointer + index) * broadcast(Self.beta2)
          + slope * slope * broadcast(1 - Self.beta2)
        store(mean, to: first.pointer + index)
        store(square, to: second.pointer + index)
        let deviation = (square / broadcast(correction2)).squareRoot() + broadcast(Self.epsilon)
        direction = mean / broadcast(correction1) / deviation
      }
      store((weight - rate * direction) * kept, to: parameters + index)
      index &+= Lanes.scalarCount
    }
  }
}

/// The Euclidean length of `count` numbers.
package func norm(_ numbers: UnsafePointer<Double>, count: Int) -> Double {
  var sum = Lanes.zero
  var index = 0
  while index &+ Lanes.scalarCount <= count {
    let lanes = load(numbers + index)
    sum = multiplyAdd(lanes, lanes, sum)
    index &+= Lanes.scalarCount
  }
  var total = sum.laneSum
  while index < count {
    total += numbers[index] * numbers[index]
    index &+= 1
  }
  // Squares of numbers far from 1 are infinite or nothing where their length is neither.
  if total > 1e-280, total < .infinity { return total.squareRoot() }
  var length = ScaledLength()
  for index in 0..<count { length.add(numbers[index]) }
  return length.value
}
