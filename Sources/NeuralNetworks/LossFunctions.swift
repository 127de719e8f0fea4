// SPDX-License-Identifier: MIT
import Glibc

extension LossKind {
  /// Writes the derivative of a batch's mean loss by each output into `delta`.
  ///
  /// `p - y` over the batch's size for both entropies, `2 (p - y)` over it for the squared error.
  func differentiate(_ batch: OutputBatch, into delta: UnsafeMutablePointer<Double>) {
    let share = 1 / Double(batch.count)
    for column in 0..<batch.columns {
      let isPadding = column >= batch.count
      switch self {
      case .binaryCrossEntropy:
        delta[column] =
          (Self.probability(batch.outputs[column]) - batch.labels[column]) * share
      case .meanSquaredError:
        delta[column] = 2 * (batch.outputs[column] - batch.labels[column]) * share
      case .crossEntropy:
        softmaxDelta(batch, column: column, share: share, into: delta + column)
      }
      if isPadding {
        for output in 0..<batch.width { delta[output &* batch.step &+ column] = 0 }
      }
    }
  }

  private func softmaxDelta(
    _ batch: OutputBatch, column: Int, share: Double, into delta: UnsafeMutablePointer<Double>
  ) {
    let logits = batch.outputs + column
    let normalizer = Self.logSumExp(logits, count: batch.width, step: batch.step)
    for output in 0..<batch.width {
      let probability = exp(logits[output &* batch.step] - normalizer)
      let target = Double(output) == batch.labels[column] ? 1.0 : 0.0
      delta[output &* batch.step] = (probability - target) * share
    }
  }

  /// The sigmoid of one pre-activation.
  @inline(__always)
  static func probability(_ z: Double) -> Double {
    logistic(scaled: broadcast(z * -log2e)).x
  }

  /// `log(sum(e^z))`, kept finite by taking the largest out first.
  static func logSumExp(_ logits: UnsafePointer<Double>, count: Int, step: Int) -> Double {
    var largest = logits[0]
    for index in 1..<max(count, 1) where logits[index * step] > largest {
      largest = logits[index * step]
    }
    var sum = 0.0
    for index in 0..<count { sum += exp(logits[index * step] - largest) }
    return largest + log(sum)
  }

  /// The loss of one example, whose `count` outputs stand `step` apart, and whether its class is the
  /// predicted one.
  func judge(
    _ outputs: UnsafePointer<Double>, count: Int, step: Int, label: Double
  ) -> (loss: Double, isRight: Bool) {
    switch self {
    case .binaryCrossEntropy:
      let probability = Activation.sigmoid.value(outputs[0])
      let own = label == 1 ? probability : 1 - probability
      let floor = Self.probabilityFloor
      // Comparisons let a NaN through, so that a diverged run shows.
      let kept = own < floor ? floor : own > 1 - floor ? 1 - floor : own
      return (-log(kept), (probability >= 0.5) == (label >= 0.5))
    case .crossEntropy:
      var best = 0
      for output in 1..<max(count, 1) where outputs[output * step] > outputs[best * step] {
        best = output
      }
      let normalizer = Self.logSumExp(outputs, count: count, step: step)
      let own = Int(label) * step
      return (normalizer - outputs[own], Double(best) == label)
    case .meanSquaredError:
      let error = outputs[0] - label
      return (error * error, (outputs[0] >= 0.5) == (label >= 0.5))
    }
  }
}
