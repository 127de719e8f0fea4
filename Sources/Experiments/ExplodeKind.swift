// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// Trains a deep network that may explode, and says where it did.
  static let explode = ExperimentKind(
    name: "explode",
    help: "trains a deep network that may explode, and names the operation that did",
    defaults: explodeDefaults,
    uses: deepNetworkNames.union([
      "training_size", "loss", "optimizer", "learning_rate", "momentum", "batch_size", "epochs",
      "l2_penalty", "gradient_clip_value", "gradient_clip_norm",
    ]),
    without: ["data": ["sequences"]],
    figures: ["loss", "gradients", "layers", "weights"], usually: ["loss", "gradients"],
    compares: "training",
    ending: [
      .loss,
      Ending(
        "final_gradients", "Longest gradient", PlotAxis("gradient norm", scale: .logarithmic),
        ["gradient norm": "largest_gradient"]),
    ],
    measures: [
      Measure("diverged", decimals: 0, help: "1 where a number stopped being finite, else 0"),
      Measure("diverged_epoch", decimals: 0, help: "the epoch in which it did"),
      Measure("diverged_step", decimals: 0, help: "the step of that epoch in which it did"),
      .trainingLoss, .validationLoss, .trainingAccuracy, .validationAccuracy, .epochsRun,
      .clippedShare,
      Measure("largest_gradient", decimals: 2, help: "the longest gradient that was a number"),
      Measure(
        "largest_weight", decimals: 2, help: "the longest layer of weights that was a number"),
    ],
    cost: { $0.asDeepNetwork.trainingCost }, memory: { $0.asDeepNetwork.trainingMemory },
    kept: { $0.keptMemory + 65_536 },
    start: { ExplodeExperiment($0, figures: $1) })

  /// A deep ReLU network whose weights begin three times as large as they should.
  private static var explodeDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.activation = .relu
    defaults.initializationScale = 3
    defaults.learningRate = 0.1
    defaults.batchSize = 4
    defaults.epochs = 50
    return defaults
  }
}

/// A run that may explode, on its way.
struct ExplodeExperiment: RunningExperiment {
  let hyperparameters: Hyperparameters
  private let figures: [String]
  private var iterator: TrainingRun.Iterator
  private(set) var history: TrainingHistory
  /// The network before its first step.
  private(set) var beginning: GradientFlow?
  /// The length of the gradient, step by step, as far as it is drawn.
  private(set) var stepNorms: [Double] = []
  private var largestGradient = 0.0
  private var largestWeight = 0.0

  /// The most steps that are drawn.
  private static let mostSteps = 2000

  /// Describes the run; nothing is computed.
  init(_ hyperparameters: Hyperparameters, figures: [String]) {
    self.hyperparameters = hyperparameters
    self.figures = figures
    let deep = hyperparameters.asDeepNetwork
    iterator = TrainingRun(deep, measuring: [.steps, .weightNorms]).makeIterator()
    history = TrainingHistory(deep)
  }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    if beginning == nil {
      beginning = GradientFlow(hyperparameters, while: { !isCancelled() })
      guard let beginning else {
        history.outcome = .cancelled
        return false
      }
      note(gradients: [beginning.gradientNorm], weights: beginning.layers.map(\.weightNorm))
      return true
    }
    guard var epoch = iterator.advance(while: { !isCancelled() }) else {
      history.outcome = iterator.outcome
      return false
    }
    note(gradients: epoch.stepGradientNorms, weights: epoch.weightNorms)
    stepNorms += epoch.stepGradientNorms.prefix(Self.mostSteps - stepNorms.count)
    epoch.stepGradientNorms = []
    history.append(epoch)
    history.outcome = iterator.outcome
    return history.outcome == nil
  }

  private mutating func note(gradients: [Double], weights: [Double]) {
    largestGradient = gradients.reduce(largestGradient) { $1.isFinite ? max($0, $1) : $0 }
    largestWeight = weights.reduce(largestWeight) { $1.isFinite ? max($0, $1) : $0 }
  }

  var progress: Double { Double(history.count) / Double(max(1, hyperparameters.epochs)) }

  func result() -> ExperimentResult {
    ExperimentResult(
      hyperparameters: hyperparameters, outcome: history.outcome ?? .cancelled,
      measures: measures, history: history, figures: figures.compactMap(figure),
      notes: history.notes, diagnosis: history.outcome == nil ? nil : Diagnosis(of: history))
  }

  private var measures: [(name: String, value: Double)] {
    var measures: [(name: String, value: Double)] = []
    if case .diverged(let divergence) = history.outcome {
      measures = [
        ("diverged", 1), ("diverged_epoch", Double(divergence.epoch)),
        ("diverged_step", Double(divergence.step)),
      ]
    } else {
      measures = [("diverged", 0)]
    }
    let kept = ExperimentKind.explode.measures.map(\.name)
    measures += history.measures().filter { kept.contains($0.name) }
    return measures + [("largest_gradient", largestGradient), ("largest_weight", largestWeight)]
  }
}

extension GradientFlow {
  /// The length of the whole gradient.
  fileprivate var gradientNorm: Double {
    var length = ScaledLength()
    for layer in layers { length.add(layer.gradientNorm) }
    return length.value
  }
}
