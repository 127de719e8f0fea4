// SPDX-License-Identifier: MIT
import NeuralNetworks

/// What a computation will take, known before anything is allocated.
public struct ResourceEstimate: Hashable, Sendable {
  /// The memory in bytes; `Int.max` where it overflows.
  public var bytes: Int
  /// The multiply-adds, with a fair price for each exponential; infinite where it overflows.
  public var multiplyAdds: Double

  /// Makes an estimate.
  public init(bytes: Int, multiplyAdds: Double) {
    self.bytes = bytes
    self.multiplyAdds = multiplyAdds
  }

  /// What an activation costs beside its sum, in multiply-adds.
  static let activationCost = 12.0

  /// The most memory that a run may take: one gibibyte.
  public static let memoryLimit = 1 << 30

  /// Whether the memory stays within a limit.
  public func fits(_ limit: Int = memoryLimit) -> Bool { bytes <= limit }
}

extension Hyperparameters {
  /// What a training run with these hyperparameters will take; a pure function of them.
  public var trainingEstimate: ResourceEstimate {
    estimate(hidden: hidden.map(Double.init), batch: Double(max(batchSize, 1)))
  }

  /// The inputs of one example.
  public var inputCount: Double {
    switch data {
    case .lines: Double(imageSize) * Double(imageSize)
    case .moons, .spirals: 2
    case .sine: 1
    case .sequences: Double(timeSteps)
    }
  }

  /// The estimate for given hidden widths and batches; computed in doubles, which cannot trap.
  func estimate(hidden: [Double], batch: Double) -> ResourceEstimate {
    let examples = Double(max(trainingSize, 0)) + Double(max(validationSize, 0))
    let isRecurrent = data == .sequences
    let steps = isRecurrent ? max(Double(timeSteps), 1) : 1
    let outputs: Double = loss == .crossEntropy ? 2 : 1
    let inputs = isRecurrent ? (hidden.first ?? 1) + 1 : inputCount
    let widths = [inputs] + (isRecurrent ? Array(hidden.prefix(1)) : hidden) + [outputs]
    let pairs = Array(zip(widths, widths.dropFirst()))
    // Rows and columns are padded, and normalization has four numbers a neuron beside the bias.
    let weights = pairs.reduce(0) { $0 + ($1.0 + 16) * $1.1 + 5 * ($1.1 + 8) }
    let neurons = widths.reduce(0, +)
    let columns = max(batch + 8, 64)
    let perExample = steps * (weights + Self.activationShare * neurons)
    let trained = Double(max(trainingSize, 0)) * 3 + examples
    // Parameters, gradient, checkpoint and best epoch; then the optimizer's moments, twice.
    let copies = 5 + (optimizer == .sgd ? 0 : optimizer == .momentum ? 2.0 : 4)
    let perColumn = steps * neurons * (dropoutRate > 0 ? 3 : 2) + 4 * (widths.max() ?? 1)
    let numbers =
      weights * copies + columns * perColumn + 3 * examples * (inputCount + 1)
      + 4 * Double(max(epochs, 0))
    let bytes = numbers * 8
    return ResourceEstimate(
      bytes: bytes < 9e18 ? Int(bytes) : .max,
      multiplyAdds: trained * perExample * Double(max(epochs, 0)))
  }

  private static var activationShare: Double { ResourceEstimate.activationCost }
}
