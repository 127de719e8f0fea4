// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

@Suite struct `A run that explodes` {
  /// Large weights, a squared error and a high rate: every step makes the next one larger.
  private let exploding = hyperparameters {
    $0.activation = .relu
    $0.loss = .meanSquaredError
    $0.hidden = [16, 16]
    $0.learningRate = 0.5
    $0.initializationScale = 3
    $0.epochs = 50
  }

  private func divergence(_ hyperparameters: Hyperparameters) -> Divergence? {
    if case .diverged(let divergence)? = TrainingRun(hyperparameters).history().outcome {
      return divergence
    }
    return nil
  }

  @Test func `ends at the first loss that is not finite`() {
    let history = TrainingRun(exploding).history()
    let before = history.trainingLoss.dropLast()
    #expect(before.allSatisfy { $0.isFinite })
    #expect(
      history.trainingLoss.last?.isFinite == false || history.validationLoss.last?.isFinite == false
    )
  }

  @Test func `names the first step, layer and operation that left the finite numbers`() throws {
    let found = try #require(divergence(exploding))
    #expect(found.epoch >= 1 && found.step >= 1 && found.step <= 20)
    #expect(["hidden layer 1", "hidden layer 2", "output"].contains(found.layer))
    #expect(found.operation.contains("inf") || found.operation.contains("NaN"))
    #expect(divergence(exploding) == found)
  }

  @Test func `is found with the one-layer sigmoid network too`() throws {
    let found = try #require(divergence(hyperparameters { $0.learningRate = 1e308 }))
    #expect(found.epoch == 1)
    #expect(found.operation.contains("inf") || found.operation.contains("NaN"))
  }

  @Test(arguments: [
    Change("clipping by norm") { $0.gradientClipNorm = 0.1 },
    Change("clipping by value") { $0.gradientClipValue = 0.01 },
    Change("a lower rate") { ($0.learningRate, $0.initializationScale) = (0.005, 1) },
  ])
  func `is held by its remedies`(_ remedy: Change) {
    var held = exploding
    remedy.apply(&held)
    #expect(TrainingRun(held).history().outcome == .completed)
  }
}
