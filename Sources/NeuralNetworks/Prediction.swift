// SPDX-License-Identifier: MIT
import Glibc

extension Network {
  /// What the network answers to examples, `inputs` holding one after the other.
  ///
  /// The probability of class 1 for both entropies, the value itself for a regression. Numbers beyond
  /// the last whole example are left out; what was not computed where `shouldContinue` said no is too.
  public func predictions(
    _ inputs: [Double], while shouldContinue: @escaping () -> Bool = { true }
  ) -> [Double] {
    let meter = WorkMeter(while: shouldContinue)
    let size = architecture.timeSteps > 0 ? architecture.timeSteps : architecture.inputs
    let labels = [Double](repeating: 0, count: inputs.count / max(size, 1))
    let random = NumpyRandom(seed: 0)
    return inputs.withUnsafeBufferPointer { inputs in
      labels.withUnsafeBufferPointer { labels in
        guard let inputs = inputs.baseAddress, let first = labels.baseAddress else { return [] }
        let examples = Examples(
          inputs: inputs, inputSize: size, labels: first, count: labels.count)
        return architecture.timeSteps > 0
          ? RecurrentPropagation(self, batchSize: 1, random: random)
            .predictions(examples, meter: meter)
          : Propagation(self, batchSize: 1, random: random).predictions(examples, meter: meter)
      }
    }
  }
}

extension BatchModel {
  /// The prediction for every example, as far as the meter allows.
  fileprivate func predictions(_ examples: Examples, meter: WorkMeter) -> [Double] {
    self.meter = meter
    var results: [Double] = []
    for start in stride(from: 0, to: examples.count, by: Self.evaluationBatch) {
      let count = min(Self.evaluationBatch, examples.count - start)
      load(examples, order: nil, start: start, count: count)
      guard forward(.inference) else { return results }
      let batch = outputBatch
      for column in 0..<count {
        results.append(
          loss.prediction(batch.outputs + column, width: batch.width, step: batch.step))
      }
    }
    return results
  }
}

extension LossKind {
  /// The probability of class 1, or the value of a regression.
  fileprivate func prediction(
    _ outputs: UnsafePointer<Double>, width: Int, step: Int
  ) -> Double {
    switch self {
    case .binaryCrossEntropy: Self.probability(outputs[0])
    case .meanSquaredError: outputs[0]
    case .crossEntropy:
      width > 1
        ? exp(outputs[step] - Self.logSumExp(outputs, count: width, step: step)) : 1
    }
  }
}
