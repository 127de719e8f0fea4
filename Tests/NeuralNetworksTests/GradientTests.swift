// SPDX-License-Identifier: MIT
import Testing

@testable import NeuralNetworks

/// A network and a batch that a gradient is checked on.
private struct GradientCase: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var architecture: Architecture

  static let all: [GradientCase] = {
    var cases: [GradientCase] = []
    for loss in LossKind.allCases {
      for activation in Activation.allCases {
        cases.append(GradientCase("\(activation) \(loss)", activation, loss) { _ in })
      }
    }
    let rules: [(String, @Sendable (inout Architecture) -> Void)] = [
      ("skip", { $0.skipConnections = true }),
      ("batch normalization", { $0.batchNormalization = true }),
      ("inverted dropout", { $0.dropoutRate = 0.4 }),
      (
        "classic dropout",
        {
          $0.dropoutRate = 0.4
          $0.dropoutForm = .classic
        }
      ),
      (
        "all of them",
        {
          $0.skipConnections = true
          $0.batchNormalization = true
          $0.dropoutRate = 0.3
        }
      ),
    ]
    for (name, rule) in rules {
      cases.append(GradientCase("tanh with \(name)", .tanh, .binaryCrossEntropy, rule))
      cases.append(GradientCase("sigmoid with \(name)", .sigmoid, .crossEntropy, rule))
    }
    return cases
  }()

  init(
    _ name: String, _ activation: Activation, _ loss: LossKind,
    _ change: (inout Architecture) -> Void
  ) {
    testDescription = name
    architecture = Architecture(
      inputs: 3, hidden: [5, 5, 4], outputs: loss == .crossEntropy ? 3 : 1,
      activation: activation, loss: loss)
    change(&architecture)
  }
}

/// The mean loss of the present batch after a training pass that draws from `random`.
private func trainingLoss(_ model: some BatchModel, _ random: NumpyRandom) -> Double {
  model.random = random
  _ = model.forward(.training)
  let batch = model.outputBatch
  let sum = (0..<batch.count).reduce(0) { sum, column in
    sum
      + model.loss.judge(
        batch.outputs + column, count: batch.width, step: batch.step,
        label: batch.labels[column]
      ).loss
  }
  return sum / Double(batch.count)
}

/// The largest difference between the gradient and central differences, against their size.
private func largestError(_ model: some BatchModel, _ random: NumpyRandom) -> Double {
  _ = trainingLoss(model, random)
  _ = model.backward()
  var largest = 0.0
  for place in model.layout.layers {
    for index in place.range {
      let width = 1e-5
      let kept = model.parameters.pointer[index]
      let isPadding = kept == 0 && model.gradient.pointer[index] == 0
      if isPadding { continue }
      model.parameters.pointer[index] = kept + width
      let above = trainingLoss(model, random)
      model.parameters.pointer[index] = kept - width
      let below = trainingLoss(model, random)
      model.parameters.pointer[index] = kept
      let slope = (above - below) / (2 * width)
      let error = abs(slope - model.gradient.pointer[index])
      largest = max(largest, error.isNaN ? .infinity : error / max(abs(slope), 1e-2))
    }
  }
  return largest
}

@Suite struct `The gradient` {
  @Test(arguments: GradientCase.all)
  fileprivate func `of a dense network equals central differences`(_ example: GradientCase) {
    var random = NumpyRandom(seed: 11)
    var network = Network(example.architecture, initialization: .he, using: &random)
    for layer in network.layers.indices {
      for index in network.layers[layer].biases.indices {
        network.layers[layer].biases[index] = 0.3 * random.gaussian()
      }
    }
    let inputs = (0..<21).map { _ in random.gaussian() }
    let classes = example.architecture.outputs == 3 ? 3 : 2
    let labels = (0..<7).map { Double($0 % classes) }
    let model = Propagation(network, batchSize: 7, random: random)
    withExamples(inputs, labels) { model.load($0, order: nil, start: 0, count: 7) }
    #expect(largestError(model, random) < 2e-6)
    let isMoving = model.gradient.pointer[model.layout.layers[0].weights] != 0
    #expect(isMoving || example.architecture.activation == .relu)
  }

  @Test(arguments: LossKind.allCases, [Activation.tanh, .sigmoid, .identity])
  func `through time equals central differences`(_ loss: LossKind, _ activation: Activation) {
    var random = NumpyRandom(seed: 12)
    let architecture = Architecture.recurrent(
      width: 4, timeSteps: 6, outputs: loss == .crossEntropy ? 2 : 1, activation: activation,
      loss: loss)
    let network = Network(architecture, initialization: .xavier, using: &random)
    let inputs = (0..<30).map { _ in random.gaussian() }
    let model = RecurrentPropagation(network, batchSize: 5, random: random)
    withExamples(inputs, [0, 1, 1, 0, 1]) { model.load($0, order: nil, start: 0, count: 5) }
    #expect(largestError(model, random) < 2e-6)
  }

  @Test func `of a batch is the mean of its examples' gradients`() {
    var random = NumpyRandom(seed: 13)
    let network = Network(
      Architecture(inputs: 4, hidden: [9, 7], activation: .tanh), initialization: .xavier,
      using: &random)
    let inputs = (0..<40).map { _ in random.gaussian() }
    let labels = (0..<10).map { Double($0 % 2) }
    let model = Propagation(network, batchSize: 10, random: random)
    var mean = [Double](repeating: 0, count: model.layout.count)
    withExamples(inputs, labels) { examples in
      for index in 0..<10 {
        model.load(examples, order: nil, start: index, count: 1)
        model.forward(.training)
        model.backward()
        for place in mean.indices { mean[place] += model.gradient.pointer[place] / 10 }
      }
      model.load(examples, order: nil, start: 0, count: 10)
      model.forward(.training)
      model.backward()
    }
    for place in mean.indices { #expect(abs(mean[place] - model.gradient.pointer[place]) < 1e-15) }
  }
}
