// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

@Suite struct `The state of a network's layers` {
  private let deep = hyperparameters { ($0.depth, $0.batchSize) = (6, 20) }

  @Test func `is what the gradient flow of the same network measures`() throws {
    let flow = try #require(GradientFlow(deep))
    let start = RunStart(deep.asDeepNetwork)
    let state = try #require(LayerState(start.network, on: start.training))
    #expect(state.gradientNorms == flow.layers.map(\.gradientNorm))
    #expect(state.activations == flow.layers.compactMap(\.activations))
  }

  @Test func `is not known where it was stopped, and of no recurrent network`() {
    let start = RunStart(deep.asDeepNetwork)
    #expect(LayerState(start.network, on: start.training, while: { false }) == nil)
    let recurrent = RunStart(hyperparameters { ($0.data, $0.timeSteps) = (.sequences, 4) })
    #expect(LayerState(recurrent.network, on: recurrent.training) == nil)
    let none = Dataset(inputs: [], inputSize: 9, labels: [])
    #expect(LayerState(start.network, on: none) == nil)
  }

  @Test func `leaves a network's answers alone, and answers stop when told to`() {
    let wide = RunStart(
      hyperparameters { ($0.hidden, $0.validationSize) = ([400, 400], 1000) })
    let inputs = wide.validation.inputs
    #expect(wide.network.predictions(inputs).count == 1000)
    #expect(wide.network.predictions(inputs, while: { false }).count < 1000)
  }
}

@Suite struct `The gradient step by step` {
  @Test func `has one length a step, whose squares are those of the layers`() throws {
    let run = TrainingRun(
      hyperparameters { ($0.epochs, $0.batchSize) = (3, 20) },
      measuring: [.steps, .gradientNorms])
    let history = run.history()
    #expect(history.stepGradientNorms.map(\.count) == [1, 1, 1])
    for (steps, layers) in zip(history.stepGradientNorms, history.gradientNorms) {
      let square = layers.reduce(0) { $0 + $1 * $1 }
      #expect(abs(steps[0] * steps[0] / square - 1) < 1e-12)
    }
  }

  @Test func `is measured only where it is asked for`() {
    let few = hyperparameters { $0.epochs = 2 }
    #expect(TrainingRun(few).history().stepGradientNorms == [[], []])
    #expect(TrainingRun(few, measuring: .steps).history().stepGradientNorms[0].count == 20)
  }
}
