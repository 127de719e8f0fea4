// SPDX-License-Identifier: MIT
import Training

extension Diagnosis {
  /// The thresholds of the judgement, each with its reason.
  public enum Threshold {
    /// Validation loss has risen when it ends a tenth above its best: less is the noise of a small
    /// validation set.
    public static let riseShare = 0.1
    /// And by at least this much, so that a rise from 0.001 to 0.002 alarms nobody.
    public static let leastRise = 0.02
    /// Training accuracy from which the training set counts as learned.
    public static let learnedAccuracy = 0.95
    /// A share of chance level below which a loss counts as low.
    public static let lowLossShare = 0.35
    /// A gap between the accuracies, as a fraction, from which it speaks of overfitting.
    public static let wideGap = 0.1
    /// The share of a loss that it must fall by over the last tenth of the run to be still falling.
    public static let fallingShare = 0.02
  }

  /// Judges a training run by its curves; `nil` before the first epoch.
  public init?(of history: TrainingHistory) {
    guard history.count > 0 else { return nil }
    self = Self.explosion(in: history) ?? Self.fit(of: history)
  }

  private static func explosion(in history: TrainingHistory) -> Diagnosis? {
    guard case .diverged(let divergence) = history.outcome else { return nil }
    return Diagnosis(
      .exploding,
      evidence:
        "the loss stopped being a number in epoch \(divergence.epoch), step \(divergence.step).",
      advice: "Lower the learning rate, clip the gradient, or start from smaller weights.")
  }

  private static func fit(of history: TrainingHistory) -> Diagnosis {
    let last = history.count - 1
    let training = history.trainingLoss[last]
    let validation = history.validationLoss[last]
    let best = history.bestEpoch ?? history.count
    let lowest = history.validationLoss[best - 1]
    let isLow = training <= Threshold.lowLossShare * chanceLoss(of: history)
    let gap = history.trainingAccuracy[last] - history.validationAccuracy[last]
    let rise = validation - lowest
    if isLow, best < history.count, rise >= max(Threshold.leastRise, Threshold.riseShare * lowest) {
      return Diagnosis(
        .overfitting,
        evidence:
          "validation loss is lowest (\(three(lowest))) at epoch \(best) and rises to \(three(validation)), while training loss falls to \(three(training)).",
        advice: "More data, early stopping, L2 or dropout are the remedies to try.")
    }
    if isLow, gap >= Threshold.wideGap - 1e-9 {
      return Diagnosis(
        .overfitting,
        evidence:
          "training accuracy is \(percent(history.trainingAccuracy[last])) %, validation accuracy \(percent(history.validationAccuracy[last])) %.",
        advice: "More data, early stopping, L2 or dropout are the remedies to try.")
    }
    if isLow, validation <= Threshold.lowLossShare * chanceLoss(of: history) || validation.isNaN {
      return Diagnosis(
        .goodFit,
        evidence:
          "training loss \(three(training)) and validation loss \(three(validation)) are both low and close."
      )
    }
    if isFalling(history.trainingLoss), !isLow || isFalling(history.validationLoss) {
      return Diagnosis(
        .stillLearning,
        evidence: "training loss is \(three(training)) and still falling.",
        advice: "Train for more epochs.")
    }
    if !isLow {
      return Diagnosis(
        .underfitting,
        evidence:
          "training loss stays at \(three(training)), with chance at \(three(chanceLoss(of: history))).",
        advice: "A larger network, a higher learning rate or ReLU may help.")
    }
    return Diagnosis(
      .unclear,
      evidence: "training loss is \(three(training)), validation loss \(three(validation)).")
  }

  /// The loss of a guess: ln 2 for two classes, the first epoch's loss for a regression.
  private static func chanceLoss(of history: TrainingHistory) -> Double {
    switch history.hyperparameters.loss {
    case .binaryCrossEntropy, .crossEntropy: 0.6931471805599453
    case .meanSquaredError: history.trainingLoss[0]
    }
  }

  private static func isFalling(_ loss: [Double]) -> Bool {
    let tenth = max(1, loss.count / 10)
    guard loss.count > tenth else { return false }
    let earlier = loss[loss.count - 1 - tenth]
    return earlier - loss[loss.count - 1] > Threshold.fallingShare * abs(earlier)
  }

  private static func three(_ value: Double) -> String { value.rounded(decimals: 3) }

  private static func percent(_ share: Double) -> String { (100 * share).rounded(decimals: 1) }
}

extension Double {
  /// The number rounded to some decimals, trailing zeros dropped.
  func rounded(decimals: Int) -> String {
    let scale = Double("1e\(decimals)") ?? 1
    guard isFinite, abs(self) < 1e12 else { return "\(self)" }
    return ((self * scale).rounded() / scale).plain
  }
}
