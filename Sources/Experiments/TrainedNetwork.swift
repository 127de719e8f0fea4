// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// A trained network with what it answers to the examples it has not seen.
struct TrainedNetwork {
  /// The network at the end; after an early stop that of the best epoch.
  let network: Network
  /// The data.
  let start: RunStart
  /// What decided the run.
  let hyperparameters: Hyperparameters
  /// The answer to each validation example; empty where it was not asked.
  let predictions: [Double]
  /// How the answers meet the labels; `nil` for a regression.
  let confusion: ConfusionMatrix?
  /// What its layers do on the training set.
  let layers: LayerState?

  /// Asks the network; `nil` where it was stopped.
  init?(
    _ network: Network, _ start: RunStart, _ hyperparameters: Hyperparameters,
    while shouldContinue: @escaping () -> Bool
  ) {
    self.network = network
    self.start = start
    self.hyperparameters = hyperparameters
    let validation = start.validation
    predictions = network.predictions(validation.inputs, while: shouldContinue)
    layers = LayerState(network, on: start.training, while: shouldContinue)
    guard predictions.count == validation.count, shouldContinue() else { return nil }
    confusion =
      hyperparameters.isRegression
      ? nil : ConfusionMatrix(predictions: predictions, labels: validation.labels)
  }

  /// A network that is still being trained, of which nothing is asked yet.
  init(unexamined network: Network, _ start: RunStart, _ hyperparameters: Hyperparameters) {
    self.network = network
    self.start = start
    self.hyperparameters = hyperparameters
    (predictions, confusion, layers) = ([], nil, nil)
  }

  /// Whether the examples are pictures of lines.
  var hasImages: Bool { hyperparameters.data == .lines }

  /// The validation examples that the network gets wrong.
  var mistakes: [Int] {
    zip(predictions, start.validation.labels).enumerated().compactMap { index, pair in
      (pair.0 >= 0.5) == (pair.1 >= 0.5) ? nil : index
    }
  }

  /// What is told in words beside figures.
  func notes(_ figures: [String]) -> [String] {
    guard figures.contains("mistakes"), hasImages else { return [] }
    let count = mistakes.count
    if count == 0 { return ["No validation image is misclassified."] }
    let most = NetworkFigures.mostImages
    return count > most ? ["The first \(most) of \(count) mistakes are shown."] : []
  }
}
