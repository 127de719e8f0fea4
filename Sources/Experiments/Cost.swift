// SPDX-License-Identifier: MIT
import Training

/// What a run costs, estimated before anything is allocated.
extension Hyperparameters {
  /// The widths from the input to the output.
  private var widths: [Double] {
    [Double(imageSize * imageSize)] + hidden.map(Double.init) + [1]
  }

  /// The weights and biases of the network.
  var parameterCount: Double {
    zip(widths, widths.dropFirst()).reduce(0) { $0 + ($1.0 + 1) * $1.1 }
  }

  /// Multiply-adds: forward, backward and update for each training example, forward again for
  /// both evaluations, and about ten for each activation's exponential.
  var trainingCost: Double {
    let forward = parameterCount + 10 * widths.dropFirst().reduce(0, +)
    let perEpoch = Double(trainingSize) * 4 * forward + Double(validationSize) * forward
    return Double(epochs) * perEpoch
  }

  /// Bytes: parameters with gradient and optimizer state, the data, a minibatch's activations, and the
  /// measurements of each epoch.
  var trainingMemory: Double {
    let examples = Double(trainingSize + validationSize) * (widths[0] + 1)
    let activations = Double(min(batchSize, trainingSize)) * 3 * widths.reduce(0, +)
    return 8 * (6 * parameterCount + 3 * examples + activations + 8 * Double(epochs))
  }
}

extension ExperimentRequest {
  /// The most bytes that a request's runs may need at once.
  public static let memoryLimit = 1_073_741_824.0

  /// Why the request is not run, or `nil` where it is.
  public var refusal: String? {
    let largest = variants.map { kind.memory($0.hyperparameters) }.max() ?? 0
    guard largest > Self.memoryLimit else { return nil }
    let needed = (largest / 1_048_576).rounded()
    return
      "\(experiment) would need \(needed.plain) MiB; at most 1024 MiB are allowed: make hidden or the data smaller"
  }
}
