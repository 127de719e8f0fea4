// SPDX-License-Identifier: MIT
import NeuralNetworks

extension Propagation {
  /// The statistics of each hidden layer's activations over `examples`; none where the meter stopped.
  func activationStatistics(over examples: Examples) -> [ActivationStatistics] {
    var tallies = architecture.hidden.map { ActivationTally(width: $0) }
    for start in stride(from: 0, to: examples.count, by: Self.evaluationBatch) {
      let count = min(Self.evaluationBatch, examples.count - start)
      load(examples, order: nil, start: start, count: count)
      guard forward(.inference) else { return [] }
      addActivations(to: &tallies)
    }
    return tallies.map(\.statistics)
  }

  /// The statistics of each hidden layer's activations in the present batch.
  var presentActivationStatistics: [ActivationStatistics] {
    var tallies = architecture.hidden.map { ActivationTally(width: $0) }
    addActivations(to: &tallies)
    return tallies.map(\.statistics)
  }

  private func addActivations(to tallies: inout [ActivationTally]) {
    for layer in tallies.indices {
      for neuron in 0..<architecture.hidden[layer] {
        for column in 0..<batchCount {
          tallies[layer].add(
            values[layer].pointer[neuron * capacity + column], of: neuron,
            activation: architecture.activation)
        }
      }
    }
  }
}

/// Adds up a layer's activations.
struct ActivationTally {
  private var count = 0.0
  private var mean = 0.0
  private var squares = 0.0
  private var saturated = 0.0
  private var isAlive: [Bool]

  /// Begins with nothing seen.
  init(width: Int) { isAlive = [Bool](repeating: false, count: width) }

  /// Adds one activation of one neuron (Welford's running mean and variance).
  mutating func add(_ value: Double, of neuron: Int, activation: Activation) {
    count += 1
    let difference = value - mean
    mean += difference / count
    squares += difference * (value - mean)
    let share = activation.derivative(atValue: value) / activation.derivativeBound
    if share < 0.1 { saturated += 1 }
    if share >= 0.01 { isAlive[neuron] = true }
  }

  /// What was seen.
  var statistics: ActivationStatistics {
    ActivationStatistics(
      mean: mean, standardDeviation: (squares / max(count, 1)).squareRoot(),
      saturatedFraction: saturated / max(count, 1),
      deadFraction: Double(isAlive.filter { !$0 }.count) / Double(max(isAlive.count, 1)))
  }
}
