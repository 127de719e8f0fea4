// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// A computation to be timed, prepared beforehand.
struct Workload: Sendable {
  /// The name it is asked for by.
  var name: String
  /// Prepares one repetition: data and weights are drawn here, outside the time.
  var prepare: @Sendable () -> () -> Void

  static let all = [
    training("W1") { _ in },
    training("W2") {
      $0.trainingSize = 200
      $0.epochs = 200
      $0.weightSeed = .afterTraining
    },
    training("simple") {
      $0.hidden = [4]
      $0.epochs = 200
      $0.weightSeed = .seed(42)
    },
    training("W3", evaluatesTraining: false) {
      $0.trainingSize = 2000
      $0.validationSize = 500
      $0.hidden = [256, 256]
      $0.activation = .relu
      $0.batchSize = 32
      $0.learningRate = 0.05
      $0.epochs = 20
    },
    training("l2") { $0.l2Penalty = 0.001 },
    training("dropout") { $0.dropoutRate = 0.5 },
    deepPasses,
    replications,
  ]

  /// A training run, epoch by epoch to its end.
  private static func training(
    _ name: String, evaluatesTraining: Bool = true,
    _ change: (inout Hyperparameters) -> Void
  ) -> Workload {
    var hyperparameters = Hyperparameters()
    change(&hyperparameters)
    let run = TrainingRun(hyperparameters, evaluatesTraining: evaluatesTraining)
    return Workload(name: name) {
      var iterator = run.makeIterator()
      _ = iterator.start()
      return {
        var last = 0.0
        while let epoch = iterator.next() { last = epoch.validationLoss }
        precondition(last.isFinite)
      }
    }
  }

  /// 200 batches of 32 forward and backward through 30 hidden layers of 64, sigmoid and ReLU.
  private static let deepPasses = Workload(name: "W4") {
    var hyperparameters = Hyperparameters()
    hyperparameters.hidden = [Int](repeating: 64, count: 30)
    hyperparameters.trainingSize = 6400
    let start = RunStart(hyperparameters)
    var (sigmoid, relu) = (start.network, start.network)
    sigmoid.architecture.activation = .sigmoid
    relu.architecture.activation = .relu
    return {
      for network in [sigmoid, relu] {
        let norms = GradientFlow.weightGradientNorms(
          of: network, over: start.training, batchSize: 32)
        precondition(norms.count == 200 && norms[0].count == 31)
      }
    }
  }

  /// W1 over 100 seeds on all processors, drawing of data and weights included.
  private static let replications = Workload(name: "replicate100") {
    {
      let histories = Replication(Hyperparameters(), seeds: 100).histories()
      precondition(histories.count == 100)
    }
  }
}
