// SPDX-License-Identifier: MIT
import Training

extension ExperimentKind {
  /// Takes the error of polynomials apart, over many training sets.
  static let biasVariance = ExperimentKind(
    name: "bias-variance",
    help: "splits the error of polynomials into bias, variance and noise over many training sets",
    uses: [
      "training_size", "noise", "degree", "training_sets", "seed", "validation_seed",
    ],
    narrowing: ["training_size": 1...5000], figures: ["parts", "errors"], usually: ["parts"],
    compares: "total", ending: errorEndings, measures: errorMeasures + [.bestDegree],
    cost: { hyperparameters in
      Double(hyperparameters.trainingSets)
        * hyperparameters.fitCost(degrees: 0...degrees(hyperparameters), asked: 100)
    },
    memory: { Double($0.trainingSets * 100 + $0.trainingSize * 100) * 16 },
    start: { hyperparameters, figures in
      BiasVarianceExperiment(
        hyperparameters, figures: figures, model: .polynomial,
        sizes: Array(0...degrees(hyperparameters)), own: hyperparameters.degree)
    })

  /// The highest degree that is compared: enough for the U shape, and as many as the learner's own.
  private static func degrees(_ hyperparameters: Hyperparameters) -> Int {
    max(hyperparameters.degree, 9)
  }

  /// Takes the error of networks apart, over many training sets.
  static let networkBiasVariance = ExperimentKind(
    name: "network-bias-variance",
    help: "splits the error of networks into bias, variance and noise over many training sets",
    defaults: networkDefaults,
    uses: [
      "training_size", "noise", "activation", "initialization", "initialization_scale",
      "batch_normalization", "dropout_rate", "optimizer", "learning_rate",
      "learning_rate_schedule", "momentum", "batch_size", "shuffle", "epochs", "l2_penalty",
      "weight_decay", "width", "training_sets", "seed", "validation_seed", "weight_seed",
    ],
    narrowing: ["training_size": 1...5000], figures: ["parts", "errors"], usually: ["parts"],
    compares: "total", ending: errorEndings,
    measures: errorMeasures + [
      Measure(
        "best_width", decimals: 0, help: "the hidden width with the least error at unseen points")
    ],
    cost: { hyperparameters in
      Double(hyperparameters.trainingSets)
        * widths(hyperparameters).reduce(0) { $0 + hyperparameters.committee($1).trainingCost }
    },
    memory: { hyperparameters in
      let widest = widths(hyperparameters).max() ?? 1
      return 2 * hyperparameters.committee(widest).trainingMemory
        + Double(hyperparameters.trainingSets) * 1600
    },
    start: { hyperparameters, figures in
      BiasVarianceExperiment(
        hyperparameters, figures: figures, model: .network, sizes: widths(hyperparameters),
        own: hyperparameters.width)
    })

  /// Twenty committees for each width, trained long enough to differ.
  private static var networkDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.data = .sine
    defaults.loss = .meanSquaredError
    defaults.activation = .tanh
    defaults.initialization = .xavier
    defaults.noise = 0.3
    defaults.learningRate = 0.05
    defaults.epochs = 300
    defaults.trainingSets = 20
    defaults.width = 4
    return defaults
  }

  /// The widths that are compared, the learner's own among them.
  private static func widths(_ hyperparameters: Hyperparameters) -> [Int] {
    Set([1, 2, 4, 8, 16, 32, hyperparameters.width]).sorted()
  }

  private static let errorEndings = [
    Ending(
      "final_errors", "What the error is made of",
      PlotAxis("squared error", scale: .logarithmic),
      ["bias²": "bias", "variance": "variance", "total": "total_error"])
  ]

  private static let errorMeasures = [
    Measure("bias", decimals: 4, help: "bias^2: how far the mean prediction is off, squared"),
    Measure("variance", decimals: 4, help: "how far predictions scatter about their mean"),
    Measure("noise_floor", decimals: 4, help: "mean square of the noise, which nothing removes"),
    Measure("total_error", decimals: 4, help: "bias^2, variance and noise together"),
    Measure("measured_error", decimals: 4, help: "mean squared error, measured by itself"),
    .trainingError,
  ]
}

extension Hyperparameters {
  /// One of the networks whose error is taken apart.
  fileprivate func committee(_ width: Int) -> Hyperparameters {
    var own = self
    own.hidden = [width]
    own.validationSize = 0
    return own
  }
}
