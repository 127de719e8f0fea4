// SPDX-License-Identifier: MIT
import Training

/// What a judgement needs to know of a run's curves.
struct JudgedCurves {
  /// The number of epochs that are judged.
  let count: Int
  /// The training loss at the end, over the last epochs.
  let training: Double
  /// The lowest training loss.
  let lowestTraining: Double
  /// The validation loss at the end, over the last epochs; NaN without a validation set.
  let validation: Double
  /// The training loss of the last epoch, for sentences.
  let lastTraining: Double
  /// The validation loss of the last epoch, for sentences.
  let lastValidation: Double
  /// The last training accuracy, as a fraction; NaN for a regression.
  let trainingAccuracy: Double
  /// The last validation accuracy, as a fraction; NaN for a regression.
  let validationAccuracy: Double
  /// The epoch of the lowest validation loss, from 1.
  let best: Int
  /// The lowest validation loss.
  let lowest: Double
  /// The loss of a guess.
  let chance: Double
  /// Whether the training loss is still falling.
  let trainingIsFalling: Bool
  /// Whether the validation loss is still falling.
  let validationIsFalling: Bool
  private let trainingAtBest: Double

  /// Looks over a history of at least one epoch; after an early stop as far as the epoch kept.
  init(_ history: TrainingHistory) {
    var count = history.count
    if case .stoppedEarly(let kept) = history.outcome, (1...count).contains(kept) { count = kept }
    self.init(history, upTo: count)
  }

  /// Looks over the first epochs of a history, one at least.
  init(_ history: TrainingHistory, upTo count: Int) {
    self.count = count
    best = history.bestEpoch ?? history.count
    lowestTraining = history.trainingLoss.prefix(count).min() ?? .nan
    let trainingLoss = history.trainingLoss.prefix(count)
    let validationLoss = history.validationLoss.prefix(count)
    training = Self.end(of: trainingLoss)
    validation = Self.end(of: validationLoss)
    lastTraining = history.trainingLoss[count - 1]
    lastValidation = history.validationLoss[count - 1]
    trainingAccuracy = history.trainingAccuracy[count - 1]
    validationAccuracy = history.validationAccuracy[count - 1]
    lowest = history.validationLoss[best - 1]
    trainingAtBest = history.trainingLoss[best - 1]
    chance = history.hyperparameters.chanceLoss
    trainingIsFalling = Self.isFalling(trainingLoss)
    validationIsFalling = Self.isFalling(validationLoss)
  }

  /// Whether there are unseen examples.
  var hasValidation: Bool { !validation.isNaN }

  /// Whether the training set has been learned.
  var isLow: Bool { training <= Diagnosis.Threshold.lowLossShare * chance }

  /// Training accuracy less validation accuracy, as a fraction.
  var gap: Double { trainingAccuracy - validationAccuracy }

  /// Whether validation has got worse since its best epoch, while training has got better.
  var validationHasRisen: Bool {
    let rise = max(Diagnosis.Threshold.leastRise, Diagnosis.Threshold.riseShare * lowest)
    return count >= Diagnosis.Threshold.leastEpochs && validation - lowest >= rise
      && training < trainingAtBest
  }

  /// The mean of the last epochs.
  private static func end(of loss: ArraySlice<Double>) -> Double {
    let last = loss.suffix(max(1, Int(Diagnosis.Threshold.endShare * Double(loss.count))))
    return last.reduce(0, +) / Double(last.count)
  }

  /// Whether a loss falls over the last tenth of its epochs, compared with the tenth before.
  private static func isFalling(_ loss: ArraySlice<Double>) -> Bool {
    let tenth = max(1, loss.count / 10)
    guard loss.count > tenth else { return false }
    let earlier = mean(loss.dropLast(tenth).suffix(tenth))
    return earlier - mean(loss.suffix(tenth)) > Diagnosis.Threshold.fallingShare * abs(earlier)
  }

  private static func mean(_ values: ArraySlice<Double>) -> Double {
    values.reduce(0, +) / Double(values.count)
  }
}

extension Hyperparameters {
  /// The loss of a guess: `ln 2` for two classes, 0.25 for their squared error, and for a sine its own
  /// variance with that of the noise.
  var chanceLoss: Double {
    if isRegression { return 0.5 + noise * noise }
    return loss == .meanSquaredError ? 0.25 : 0.6931471805599453
  }
}
