// SPDX-License-Identifier: MIT
import Glibc

extension LossKind {
  /// Writes the derivative of the batch's mean loss by each output into `delta`.
  ///
  /// `p - y` over the batch's size for both entropies, `2 (p - y)` over it for the squared error.
  func differentiate(_ pass: Propagation) {
    let (outputs, delta) = (
      pass.activations[pass.architecture.layerCount].pointer, pass.delta.pointer
    )
    let share = 1 / Double(pass.batchCount)
    let labels = pass.labels.pointer
    for column in 0..<pass.columns {
      let isPadding = column >= pass.batchCount
      switch self {
      case .binaryCrossEntropy:
        delta[column] = (Self.probability(outputs[column]) - labels[column]) * share
      case .meanSquaredError:
        delta[column] = 2 * (outputs[column] - labels[column]) * share
      case .crossEntropy:
        softmaxDelta(pass, column: column, share: share)
      }
      if isPadding {
        for output in 0..<pass.architecture.outputs { delta[output * pass.capacity + column] = 0 }
      }
    }
  }

  private func softmaxDelta(_ pass: Propagation, column: Int, share: Double) {
    let (count, step) = (pass.architecture.outputs, pass.capacity)
    let logits = pass.activations[pass.architecture.layerCount].pointer + column
    let delta = pass.delta.pointer + column
    let normalizer = Self.logSumExp(logits, count: count, step: step)
    for output in 0..<count {
      let probability = exp(logits[output * step] - normalizer)
      let target = Double(output) == pass.labels.pointer[column] ? 1.0 : 0.0
      delta[output * step] = (probability - target) * share
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
      let probability = Self.probability(outputs[0])
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

extension Propagation {
  /// The mean loss and the accuracy over `examples`; `nil` where the meter stopped it.
  package func evaluate(_ examples: Examples) -> Evaluation? {
    var (loss, right) = (0.0, 0)
    let portion = Self.evaluationBatch
    let outputs = activations[architecture.layerCount].pointer
    for start in stride(from: 0, to: examples.count, by: portion) {
      load(examples, start: start, count: min(portion, examples.count - start))
      guard forward(.inference) else { return nil }
      for column in 0..<batchCount {
        let verdict = architecture.loss.judge(
          outputs + column, count: architecture.outputs, step: capacity,
          label: labels.pointer[column])
        loss += verdict.loss
        right += verdict.isRight ? 1 : 0
      }
    }
    let count = Double(examples.count)
    return Evaluation(loss: loss / count, accuracy: Double(right) / count)
  }
}
