// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

/// A run that numpy made with other numbers than the notebook's (`make_more_runs.py`).
private struct NumpyRun: Decodable {
  var n_train: Int
  var n_val: Int
  var noise: Double
  var seed: Int
  var val_seed: Int
  var hidden: Int
  var rate: Double
  var epochs: Int
  var train_loss: [Double]
  var val_loss: [Double]
  var train_acc: [Double]
  var val_acc: [Double]

  var hyperparameters: Hyperparameters {
    var result = Hyperparameters()
    result.trainingSize = n_train
    result.validationSize = n_val
    result.noise = noise
    result.seed = seed
    result.validationSeed = val_seed
    result.hidden = [hidden]
    result.learningRate = rate
    result.epochs = epochs
    return result
  }
}

@Suite struct `Runs with other seeds, noises and sizes` {
  @Test(arguments: [Measurements(), .gradientNorms])
  func `are numpy's within 1e-9, on the fast path and on the general one`(
    _ measurements: Measurements
  ) throws {
    let runs: [NumpyRun] = try fixture("more_runs")
    #expect(runs.count == 5)
    for run in runs {
      let history = TrainingRun(run.hyperparameters, measuring: measurements).history()
      #expect(largestDifference(history.trainingLoss, run.train_loss) < 1e-9)
      #expect(largestDifference(history.validationLoss, run.val_loss) < 1e-9)
      #expect(largestDifference(history.trainingAccuracy, run.train_acc) < 1e-9)
      #expect(largestDifference(history.validationAccuracy, run.val_acc) < 1e-9)
    }
  }
}

@Suite struct `The fast path` {
  @Test(arguments: [1, 2, 3, 4, 5, 8, 11, 17, 20, 24, 25, 33, 70])
  func `gives what the general path gives, whatever the shape`(_ hidden: Int) {
    for imageSize in [1, 2, 3, 5] {
      let run = hyperparameters {
        $0.hidden = [hidden]
        $0.imageSize = imageSize
        $0.trainingSize = 13 + imageSize
        $0.validationSize = hidden
        $0.noise = 0.3
        $0.epochs = 8
        $0.shuffle = hidden % 2 == 0
        $0.learningRateSchedule = .cosine
        $0.seed = hidden * 10 + imageSize
      }
      var fast = TrainingRun(run).makeIterator()
      var general = TrainingRun(run, measuring: .gradientNorms).makeIterator()
      while let left = fast.next(), let right = general.next() {
        #expect(abs(left.trainingLoss - right.trainingLoss) < 1e-11)
        #expect(abs(left.validationLoss - right.validationLoss) < 1e-11)
        #expect(left.trainingAccuracy == right.trainingAccuracy)
        #expect(left.validationAccuracy == right.validationAccuracy)
        #expect(!right.gradientNorms.isEmpty)
      }
      for (left, right) in zip(fast.network().layers, general.network().layers) {
        #expect(largestDifference(left.weights, right.weights) < 1e-11)
        #expect(largestDifference(left.biases, right.biases) < 1e-11)
      }
    }
  }

  @Test func `goes on where it was measured in between`() {
    let run = hyperparameters { $0.epochs = 10 }
    #expect(
      TrainingRun(run, measuring: [.weightNorms, .activations]).history().validationLoss
        == TrainingRun(run).history().validationLoss)
  }
}
