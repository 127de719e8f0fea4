// SPDX-License-Identifier: MIT
import Training

extension Diagnosis {
  /// Judges a training run by its curves and, where they are known, by its layers.
  ///
  /// A run that is still going on is judged as far as it has come; one that was stopped early by the
  /// curve up to its best epoch, whose weights were kept. In this order: an explosion; overfitting;
  /// whatever has learned the training set; one that is worse on its training set than on what it has
  /// not seen; a loss that still falls; and, where it does not, the reason why not. `nil` before the first epoch.
  ///
  /// - Parameters:
  ///   - history: the run's epochs.
  ///   - layers: what its layers do at the end of the run.
  public init?(of history: TrainingHistory, layers: LayerState? = nil) {
    guard history.count > 0 else { return nil }
    let curves = JudgedCurves(history)
    self =
      Self.explosion(in: history, curves) ?? Self.stoppedInTime(history, curves)
      ?? Self.tooShort(history, curves) ?? Self.overfitting(curves) ?? Self.learned(curves)
      ?? Self.harderTraining(curves) ?? Self.stillLearning(curves)
      ?? Self.blocked(history, layers ?? history.lastLayerState, curves)
      ?? Self.underfitting(curves)
  }

  private static func explosion(
    in history: TrainingHistory, _ curves: JudgedCurves
  ) -> Diagnosis? {
    let advice = "Lower the learning rate, clip the gradient, or start from smaller weights."
    if case .diverged(let divergence) = history.outcome {
      let place = "epoch \(divergence.epoch), step \(divergence.step)"
      return Diagnosis(
        .exploding, evidence: "the loss stopped being a number in \(place).", advice: advice)
    }
    guard history.count >= Threshold.leastEpochs, !curves.trainingIsFalling,
      curves.training > Threshold.explodedLoss * max(curves.chance, curves.lowestTraining)
    else { return nil }
    let (loss, chance) = (three(curves.lastTraining), three(curves.chance))
    return Diagnosis(
      .exploding,
      evidence: "training loss ends at \(loss), far above the \(chance) that a guess gets.",
      advice: advice)
  }

  /// A run that early stopping took back to its best epoch.
  private static func stoppedInTime(
    _ history: TrainingHistory, _ curves: JudgedCurves
  ) -> Diagnosis? {
    guard case .stoppedEarly(let best) = history.outcome else { return nil }
    if let learned = learned(curves), learned.finding == .goodFit { return learned }
    let whole = JudgedCurves(history, upTo: history.count)
    guard whole.validationHasRisen else { return nil }
    let (lowest, risen) = (three(whole.lowest), three(whole.lastValidation))
    return Diagnosis(
      .overfitting,
      evidence: "validation loss is lowest (\(lowest)) at epoch \(best) and rises to \(risen) by"
        + " epoch \(history.count), where the run stopped and went back.",
      advice: "The damage is undone; more data, L2 or dropout may lower the loss itself.")
  }

  private static func tooShort(
    _ history: TrainingHistory, _ curves: JudgedCurves
  ) -> Diagnosis? {
    guard curves.count < Threshold.leastEpochs, !curves.isLow else { return nil }
    let finding: Finding = history.outcome == nil ? .stillLearning : .unclear
    let epochs = curves.count == 1 ? "1 epoch says" : "\(curves.count) epochs say"
    return Diagnosis(
      finding, evidence: "\(epochs) little; training loss is \(three(curves.lastTraining)).",
      advice: "Train for more epochs.")
  }

  private static func overfitting(_ curves: JudgedCurves) -> Diagnosis? {
    let advice = "More data, early stopping, L2 or dropout are the remedies to try."
    let (training, validation) = (three(curves.lastTraining), three(curves.lastValidation))
    if curves.validationHasRisen {
      return Diagnosis(
        .overfitting,
        evidence: "validation loss is lowest (\(three(curves.lowest))) at epoch \(curves.best)"
          + " and rises to \(validation), while training loss falls to \(training).",
        advice: advice)
    }
    guard curves.isLow else { return nil }
    if curves.gap >= Threshold.wideGap {
      return Diagnosis(
        .overfitting,
        evidence: "training accuracy is \(percent(curves.trainingAccuracy)) %,"
          + " validation accuracy \(percent(curves.validationAccuracy)) %.", advice: advice)
    }
    guard curves.validation > Threshold.lowLossShare * curves.chance,
      !curves.validationIsFalling
    else { return nil }
    return Diagnosis(
      .overfitting,
      evidence: "training loss is \(training), but validation loss stays at \(validation).",
      advice: advice)
  }

  /// A run that has learned its training set, and generalizes as far as is known.
  private static func learned(_ curves: JudgedCurves) -> Diagnosis? {
    let training = three(curves.lastTraining)
    guard curves.isLow else { return nil }
    guard curves.hasValidation else {
      return Diagnosis(.goodFit, evidence: "training loss is \(training), which is low.")
    }
    let validation = three(curves.lastValidation)
    if curves.validation <= Threshold.lowLossShare * curves.chance {
      return Diagnosis(
        .goodFit,
        evidence:
          "training loss \(training) and validation loss \(validation) are both low and close.")
    }
    return Diagnosis(
      .stillLearning,
      evidence: "training loss is \(training); validation loss is \(validation) and still falling.",
      advice: "Train for more epochs.")
  }

  /// A run whose training set is the harder one: its loss stays high for another reason than the
  /// network, and none of the usual advice is any good.
  private static func harderTraining(_ curves: JudgedCurves) -> Diagnosis? {
    guard curves.hasValidation, curves.gap <= -Threshold.wideGap,
      curves.validation < curves.training
    else { return nil }
    return Diagnosis(
      .unclear,
      evidence: "validation accuracy is \(percent(curves.validationAccuracy)) %, training accuracy"
        + " only \(percent(curves.trainingAccuracy)) %.",
      advice:
        "The training set is the harder of the two, as it is where some of its labels are wrong.")
  }

  private static func stillLearning(_ curves: JudgedCurves) -> Diagnosis? {
    guard curves.trainingIsFalling else { return nil }
    return Diagnosis(
      .stillLearning,
      evidence: "training loss is \(three(curves.lastTraining)) and still falling.",
      advice: "Train for more epochs.")
  }

  private static func underfitting(_ curves: JudgedCurves) -> Diagnosis {
    Diagnosis(
      .underfitting,
      evidence:
        "training loss stays at \(three(curves.lastTraining)); a guess gets \(three(curves.chance)).",
      advice: "A larger network, a higher learning rate or ReLU may help.")
  }

  static func three(_ value: Double) -> String {
    value > 0 && value < 0.0005 ? "under 0.001" : value.rounded(decimals: 3)
  }

  static func percent(_ share: Double) -> String { (100 * share).rounded(decimals: 1) }
}

extension Double {
  /// The number rounded to some decimals, trailing zeros dropped.
  func rounded(decimals: Int) -> String {
    let scale = Double("1e\(decimals)") ?? 1
    guard isFinite, abs(self) < 1e12 else { return "\(self)" }
    return ((self * scale).rounded() / scale).plain
  }
}
