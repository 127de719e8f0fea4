// SPDX-License-Identifier: MIT

/// Where a run left the finite numbers.
public struct Divergence: Hashable, Sendable {
  /// The epoch, from 1.
  public var epoch: Int
  /// The step within the epoch, from 1.
  public var step: Int
  /// The layer: `hidden layer 2`, `output`.
  public var layer: String
  /// The operation with its numbers: `pre-activation: 1.2e200 x 3.4e150 = inf`.
  public var operation: String

  /// Makes a finding.
  public init(epoch: Int, step: Int, layer: String, operation: String) {
    self.epoch = epoch
    self.step = step
    self.layer = layer
    self.operation = operation
  }
}

/// How a run ended.
public enum TrainingOutcome: Hashable, Sendable {
  /// All epochs were run.
  case completed
  /// The validation loss had not improved for `patience` epochs; the weights of the best are restored.
  case stoppedEarly(bestEpoch: Int)
  /// A number was no longer finite.
  case diverged(Divergence)
  /// It was asked to stop.
  case cancelled
}

/// A run's epochs as columns.
public struct TrainingHistory: Hashable, Sendable {
  /// What was run.
  public var hyperparameters: Hyperparameters
  /// How it ended; `nil` while it runs.
  public var outcome: TrainingOutcome?
  /// `Epoch.trainingLoss`, epoch by epoch.
  public private(set) var trainingLoss: [Double] = []
  /// `Epoch.validationLoss`, epoch by epoch.
  public private(set) var validationLoss: [Double] = []
  /// `Epoch.trainingAccuracy`, epoch by epoch.
  public private(set) var trainingAccuracy: [Double] = []
  /// `Epoch.validationAccuracy`, epoch by epoch.
  public private(set) var validationAccuracy: [Double] = []
  /// `Epoch.learningRate`, epoch by epoch.
  public private(set) var learningRate: [Double] = []
  /// `Epoch.clippedFraction`, epoch by epoch.
  public private(set) var clippedFraction: [Double] = []
  /// `Epoch.gradientNorms`, epoch by epoch.
  public private(set) var gradientNorms: [[Double]] = []
  /// `Epoch.weightNorms`, epoch by epoch.
  public private(set) var weightNorms: [[Double]] = []
  /// `Epoch.updateRatios`, epoch by epoch.
  public private(set) var updateRatios: [[Double]] = []
  /// `Epoch.stepGradientNorms`, epoch by epoch.
  public private(set) var stepGradientNorms: [[Double]] = []
  /// `Epoch.activations`, epoch by epoch.
  public private(set) var activations: [[ActivationStatistics]] = []
  /// The epoch of the lowest validation loss, from 1, the first of equal ones; `nil` before any epoch
  /// and where no validation loss is a number.
  public private(set) var bestEpoch: Int?

  /// An empty history.
  public init(_ hyperparameters: Hyperparameters) {
    self.hyperparameters = hyperparameters
  }

  /// The number of epochs run.
  public var count: Int { trainingLoss.count }

  /// Adds the next epoch.
  public mutating func append(_ epoch: Epoch) {
    trainingLoss.append(epoch.trainingLoss)
    validationLoss.append(epoch.validationLoss)
    trainingAccuracy.append(epoch.trainingAccuracy)
    validationAccuracy.append(epoch.validationAccuracy)
    learningRate.append(epoch.learningRate)
    clippedFraction.append(epoch.clippedFraction)
    gradientNorms.append(epoch.gradientNorms)
    weightNorms.append(epoch.weightNorms)
    updateRatios.append(epoch.updateRatios)
    stepGradientNorms.append(epoch.stepGradientNorms)
    activations.append(epoch.activations)
    guard !epoch.validationLoss.isNaN else { return }
    if bestEpoch.map({ epoch.validationLoss < validationLoss[$0 - 1] }) ?? true {
      bestEpoch = count
    }
  }

  /// Epoch `number` (from 1), or `nil` where there is none.
  public func epoch(_ number: Int) -> Epoch? {
    guard number >= 1, number <= count else { return nil }
    let index = number - 1
    return Epoch(
      number: number, trainingLoss: trainingLoss[index], validationLoss: validationLoss[index],
      trainingAccuracy: trainingAccuracy[index], validationAccuracy: validationAccuracy[index],
      learningRate: learningRate[index], clippedFraction: clippedFraction[index],
      gradientNorms: gradientNorms[index], weightNorms: weightNorms[index],
      updateRatios: updateRatios[index],
      stepGradientNorms: stepGradientNorms[index], activations: activations[index])
  }
}
