// SPDX-License-Identifier: MIT

/// A network that is trained batch by batch: what a dense and a recurrent one have in common.
package protocol BatchModel: AnyObject {
  /// Where the numbers stand.
  var layout: ParameterLayout { get }
  /// The learned numbers.
  var parameters: AlignedBuffer { get }
  /// The gradient of the mean loss of the last batch.
  var gradient: AlignedBuffer { get }
  /// Draws what chance decides in training.
  var random: NumpyRandom { get set }
  /// Asked in the middle of large layers whether to go on.
  var meter: WorkMeter { get set }
  /// Looks for the first number that is not finite, where one is sought.
  var trace: FiniteTrace? { get set }
  /// What the error is measured by.
  var loss: LossKind { get }
  /// The present outputs and labels.
  var outputBatch: OutputBatch { get }

  /// Takes examples `start..<start + count` as the present batch, through `order` where there is one.
  func load(_ examples: Examples, order: UnsafePointer<Int>?, start: Int, count: Int)
  /// Computes the outputs of the present batch; `false` where the meter stopped it.
  func forward(_ mode: PassMode) -> Bool
  /// Computes the gradient of the present batch; `false` where the meter stopped it.
  func backward() -> Bool
  /// The present numbers as a network.
  func network() -> Network
  /// The name of layer `layer` (from 0).
  func layerName(_ layer: Int) -> String
}

/// Whether a pass learns (batch statistics, dropout) or answers.
package enum PassMode {
  /// A pass that a gradient follows.
  case training
  /// A pass whose outputs are used.
  case inference
}

extension BatchModel {
  /// The most examples in one pass of an evaluation.
  package static var evaluationBatch: Int { 64 }

  /// The mean loss and the accuracy over `examples`; `nil` where the meter stopped it.
  package func evaluate(_ examples: Examples) -> Evaluation? {
    var (loss, right) = (0.0, 0)
    for start in stride(from: 0, to: examples.count, by: Self.evaluationBatch) {
      let count = min(Self.evaluationBatch, examples.count - start)
      load(examples, order: nil, start: start, count: count)
      guard forward(.inference) else { return nil }
      let batch = outputBatch
      for column in 0..<count {
        let verdict = self.loss.judge(
          batch.outputs + column, count: batch.width, step: batch.step,
          label: batch.labels[column])
        loss += verdict.loss
        right += verdict.isRight ? 1 : 0
      }
    }
    let count = Double(examples.count)
    return Evaluation(loss: loss / count, accuracy: Double(right) / count)
  }
}
