// SPDX-License-Identifier: MIT
import Testing

@testable import NeuralNetworks

@Suite struct `Rules of layers` {
  private let inputs = (0..<20).map { 0.1 * Double($0) - 0.9 }
  private let labels = [0.0, 1, 0, 1, 1]

  private func outputs(_ network: Network, _ mode: PassMode) -> [Double] {
    let model = Propagation(network, batchSize: 5, random: NumpyRandom(seed: 77))
    withExamples(inputs, labels) { model.load($0, order: nil, start: 0, count: 5) }
    model.forward(mode)
    return (0..<5).map { model.outputBatch.outputs[$0] }
  }

  @Test func `make classic and inverted dropout agree in training and at inference`() {
    let rate = 0.4
    var random = NumpyRandom(seed: 3)
    var inverted = Network(
      Architecture(inputs: 4, hidden: [8, 6], activation: .tanh), initialization: .xavier,
      using: &random)
    inverted.architecture.dropoutRate = rate
    // What inverted dropout divides out of the activations, classic dropout has in the weights.
    var classic = inverted
    classic.architecture.dropoutForm = .classic
    for layer in [1, 2] {
      classic.layers[layer].weights = inverted.layers[layer].weights.map { $0 / (1 - rate) }
    }
    for mode in [PassMode.training, .inference] {
      for (left, right) in zip(outputs(inverted, mode), outputs(classic, mode)) {
        #expect(abs(left - right) < 1e-14)
      }
    }
    #expect(outputs(inverted, .training) != outputs(inverted, .inference))
  }

  @Test func `switch off the stated share of neurons`() {
    var random = NumpyRandom(seed: 4)
    var network = Network(
      Architecture(inputs: 4, hidden: [200], activation: .sigmoid), initialization: .he,
      using: &random)
    network.architecture.dropoutRate = 0.25
    let model = Propagation(network, batchSize: 5, random: random)
    withExamples(inputs, labels) { model.load($0, order: nil, start: 0, count: 5) }
    model.forward(.training)
    var off = 0
    for neuron in 0..<200 {
      for column in 0..<5 where model.activations[1].pointer[neuron * model.capacity + column] == 0
      {
        off += 1
      }
    }
    #expect((200...300).contains(off))
  }

  @Test func `let a skip connection pass a layer of zeros unchanged`() {
    var random = NumpyRandom(seed: 5)
    var network = Network(
      Architecture(inputs: 4, hidden: [6, 6], activation: .relu), initialization: .he,
      using: &random)
    network.architecture.skipConnections = true
    network.layers[1].weights = [Double](repeating: 0, count: 36)
    let model = Propagation(network, batchSize: 5, random: random)
    withExamples(inputs, labels) { model.load($0, order: nil, start: 0, count: 5) }
    model.forward(.inference)
    for index in 0..<6 * model.capacity where index % model.capacity < 5 {
      #expect(model.activations[2].pointer[index] == model.activations[1].pointer[index])
    }
  }

  @Test func `bring batch-normalized neurons to mean 0 and variance 1`() {
    var random = NumpyRandom(seed: 6)
    var architecture = Architecture(inputs: 4, hidden: [6], activation: .identity)
    architecture.batchNormalization = true
    let network = Network(architecture, initialization: .he, scale: 30, using: &random)
    let model = Propagation(network, batchSize: 5, random: random)
    withExamples(inputs, labels) { model.load($0, order: nil, start: 0, count: 5) }
    model.forward(.training)
    for neuron in 0..<6 {
      let row = (0..<5).map { model.activations[1].pointer[neuron * model.capacity + $0] }
      let mean = row.reduce(0, +) / 5
      #expect(abs(mean) < 1e-12)
      #expect(abs(row.reduce(0) { $0 + $1 * $1 } / 5 - 1) < 1e-4)
    }
  }
}
