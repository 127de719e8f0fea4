// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Stops a run whose validation loss no longer improves, and keeps the weights of its best epoch.
///
/// An epoch improves where its validation loss lies more than `minimumImprovement` below the best so
/// far. After `patience` epochs without one the run stops. With a patience of 0 nothing is kept.
final class EarlyStopping {
  /// The best epoch so far, from 1; 0 before any.
  private(set) var bestEpoch = 0
  private var bestLoss = Double.infinity
  private let patience: Int
  private let minimumImprovement: Double
  private let best: AlignedBuffer

  /// Begins with no epoch seen.
  init(_ hyperparameters: Hyperparameters, parameterCount: Int) {
    patience = max(hyperparameters.patience, 0)
    minimumImprovement = max(hyperparameters.minimumImprovement, 0)
    best = AlignedBuffer(count: patience > 0 ? parameterCount : 1)
  }

  /// Takes note of an epoch; `true` where the run should stop.
  func observe(_ loss: Double, epoch: Int, parameters: AlignedBuffer) -> Bool {
    guard patience > 0, !loss.isNaN else { return false }
    if bestEpoch == 0 || loss < bestLoss - minimumImprovement {
      bestLoss = loss
      bestEpoch = epoch
      best.copy(from: parameters)
    }
    return epoch - bestEpoch >= patience
  }

  /// Puts the best weights back.
  func restore(_ parameters: AlignedBuffer) {
    if patience > 0, bestEpoch > 0 { parameters.copy(from: best) }
  }
}

/// The state of a run after its last epoch with finite numbers.
final class Checkpoint {
  /// The epoch it was taken after; 0 is the beginning.
  private(set) var epoch = 0
  private let parameters: AlignedBuffer
  private let optimizer: Optimizer
  private var random: NumpyRandom
  private var order: [Int]

  /// The state at the beginning.
  init(_ learner: any EpochRunner) {
    parameters = AlignedBuffer(count: learner.parameters.count)
    parameters.copy(from: learner.parameters)
    optimizer = Optimizer(learner.optimizer.rule, count: learner.parameters.count)
    random = learner.random
    order = learner.order
  }

  /// Takes the present state, unless a number in it is not finite.
  func keep(_ learner: any EpochRunner, epoch: Int) {
    guard learner.parameters.isFinite else { return }
    self.epoch = epoch
    parameters.copy(from: learner.parameters)
    optimizer.copy(from: learner.optimizer)
    random = learner.random
    order = learner.order
  }

  /// Goes back to the kept state.
  func restore(_ learner: any EpochRunner) {
    learner.parameters.copy(from: parameters)
    learner.optimizer.copy(from: optimizer)
    learner.random = random
    learner.order = order
  }
}
