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
      "gradient_clip_norm", "seed", "validation_seed", "weight_seed", "time_steps",
      "spectral_radius",
    ],
    figures: [
      "loss", "accuracy", "fit", "gradients", "layer_gradients", "weight_norms", "update_ratios",
      "activations",
      "confusion", "boundary", "neurons", "mistakes", "predictions",
    ], usually: ["loss", "accuracy", "fit"],
    ofOneEpoch: [
      "fit", "layer_gradients", "confusion", "boundary", "neurons", "mistakes", "predictions",
    ], suiting: { $1.isPictured(as: $0) },
    compares: "validation", ending: [.loss, .accuracy],
    measures: [
      .trainingLoss, .validationLoss, .trainingAccuracy, .validationAccuracy,
      .gap,
      Measure("best_epoch", decimals: 0, help: "the epoch of the lowest validation loss"),
      Measure("best_validation_loss", decimals: 4, help: "the lowest validation loss"),
      Measure(
        "accuracy_at_best", unit: "%", decimals: 1, help: "validation accuracy at the best epoch"),
      Measure(
        "precision", unit: "%", decimals: 1,
        help: "validation examples taken for class 1 (vertical) that are; undefined without any"),
      Measure(
        "recall", unit: "%", decimals: 1,
        help: "validation examples of class 1 (vertical) that were found"),
      .epochsRun, .clippedShare,
      Measure("parameters", decimals: 0, help: "weights and biases that are learned"),
    ],
    cost: { $0.trainingCost }, memory: { $0.trainingMemory }, kept: { $0.keptMemory },
    start: { TrainingExperiment($0, figures: $1) })
}

extension Hyperparameters {
  /// Whether a training run with these has a figure of a name.
  fileprivate func isPictured(as figure: String) -> Bool {
    switch figure {
    case "accuracy", "confusion", "predictions": !isRegression
    case "fit": isRegression
    case "boundary": [.moons, .spirals].contains(data)
    case "neurons": data == .lines && !hidden.isEmpty
    case "mistakes": data == .lines
    case "activations": !hidden.isEmpty
    default: true
    }
  }
}
