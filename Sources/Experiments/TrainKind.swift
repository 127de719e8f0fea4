// SPDX-License-Identifier: MIT
import Training

extension ExperimentKind {
  /// Trains a network and watches both losses: the course's main experiment.
  public static let train = ExperimentKind(
    name: "train", help: "trains a network and measures both losses and accuracies every epoch",
    uses: [
      "data", "image_size", "training_size", "validation_size", "noise", "label_noise", "hidden",
      "activation", "initialization", "initialization_scale", "skip_connections",
      "batch_normalization", "dropout_rate", "dropout_form", "loss", "optimizer", "learning_rate",
      "learning_rate_schedule", "momentum", "batch_size", "shuffle", "epochs", "l2_penalty",
      "weight_decay", "patience", "minimum_improvement", "gradient_clip_value",
      "gradient_clip_norm", "seed", "validation_seed", "weight_seed",
    ],
    figures: ["loss", "accuracy", "gradients", "weight_norms"], usually: ["loss", "accuracy"],
    compares: "validation",
    measures: [
      .trainingLoss, .validationLoss, .trainingAccuracy, .validationAccuracy,
      .gap,
      Measure("best_epoch", decimals: 0, help: "the epoch of the lowest validation loss"),
      Measure("best_validation_loss", decimals: 4, help: "the lowest validation loss"),
      Measure(
        "accuracy_at_best", unit: "%", decimals: 1, help: "validation accuracy at the best epoch"),
      .epochsRun, .clippedShare,
    ],
    cost: { $0.trainingCost }, memory: { $0.trainingMemory },
    start: { TrainingExperiment($0, figures: $1) })
}

/// A training run on its way.
struct TrainingExperiment: RunningExperiment {
  private var iterator: TrainingRun.Iterator
  private var history: TrainingHistory
  private let figures: [String]

  init(_ hyperparameters: Hyperparameters, figures: [String]) {
    var measurements: Measurements = []
    if figures.contains("gradients") { measurements.insert(.gradientNorms) }
    if figures.contains("weight_norms") { measurements.insert(.weightNorms) }
    iterator = TrainingRun(hyperparameters, measuring: measurements).makeIterator()
    history = TrainingHistory(hyperparameters)
    self.figures = figures
  }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    guard let epoch = iterator.advance(while: { !isCancelled() }) else {
      history.outcome = iterator.outcome
      return false
    }
    history.append(epoch)
    history.outcome = iterator.outcome
    return history.outcome == nil
  }

  var progress: Double { Double(history.count) / Double(max(1, history.hyperparameters.epochs)) }

  func result() -> ExperimentResult {
    ExperimentResult(
      hyperparameters: history.hyperparameters, outcome: history.outcome ?? .cancelled,
      measures: history.measures, history: history,
      figures: figures.compactMap { history.figure($0) }, notes: history.notes,
      diagnosis: history.outcome == nil ? nil : Diagnosis(of: history))
  }
}

extension TrainingHistory {
  /// The final figures, in the kind's order; accuracies in percent.
  var measures: [(name: String, value: Double)] {
    guard count > 0 else { return [] }
    var measures = [("training_loss", trainingLoss[count - 1])]
    measures.append(("validation_loss", validationLoss[count - 1]))
    let hasAccuracy = !trainingAccuracy[count - 1].isNaN
    if hasAccuracy {
      let training = 100 * trainingAccuracy[count - 1]
      let validation = 100 * validationAccuracy[count - 1]
      measures.append(("training_accuracy", training))
      measures.append(("validation_accuracy", validation))
      measures.append(("gap", training - validation))
    }
    if let bestEpoch {
      measures.append(("best_epoch", Double(bestEpoch)))
      measures.append(("best_validation_loss", validationLoss[bestEpoch - 1]))
      if hasAccuracy {
        measures.append(("accuracy_at_best", 100 * validationAccuracy[bestEpoch - 1]))
      }
    }
    measures.append(("epochs_run", Double(count)))
    if hyperparameters.gradientClipNorm > 0 || hyperparameters.gradientClipValue > 0 {
      let share = clippedFraction.reduce(0, +) / Double(count)
      measures.append(("clipped_share", 100 * share))
    }
    return measures
  }

  /// What is told in words about how the run ended.
  var notes: [String] {
    guard case .diverged(let divergence) = outcome else { return [] }
    return [
      "The first number that was not finite: epoch \(divergence.epoch), step \(divergence.step), \(divergence.layer), \(divergence.operation)."
    ]
  }
}
