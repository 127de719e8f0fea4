// SPDX-License-Identifier: MIT
import Glibc
import NeuralNetworks
import Training

/// Random runs one after the other: each must end, repeat itself to the bit, and leave no memory behind.
struct Soak {
  /// How long to go on.
  var seconds: Double

  /// Runs until the time is over; `false` where a run did not repeat itself or memory grew.
  func run() -> Bool {
    var random = NumpyRandom(seed: 1)
    let end = now() + seconds
    var (runs, diverged, early) = (0, 0, 0)
    var memory = 0
    while now() < end {
      let run = TrainingRun(Self.hyperparameters(&random), measuring: runs % 3 == 0 ? .all : [])
      let (first, second) = (run.history(), run.history())
      // Descriptions, since a NaN is not equal to itself.
      guard "\(first)" == "\(second)" else {
        print("a run did not repeat itself: \(run.hyperparameters)")
        return false
      }
      switch first.outcome {
      case .diverged: diverged += 1
      case .stoppedEarly: early += 1
      case .completed: break
      case .cancelled, nil:
        print("a run ended without cause: \(run.hyperparameters)")
        return false
      }
      runs += 1
      if runs == 200 { memory = Self.peakMemory() }
    }
    let growth = runs > 200 ? Self.peakMemory() - memory : 0
    print(
      "\(runs) random runs twice each, alike to the bit: \(diverged) diverged, \(early) stopped"
        + " early; peak memory grew by \(growth) KiB after the first 200")
    return growth < 65_536
  }

  private func now() -> Double { TrainingBenchmarks.seconds(on: CLOCK_MONOTONIC) }

  /// The most memory that this process has had, in KiB.
  private static func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }

  /// A run of any kind, small enough to take some milliseconds.
  private static func hyperparameters(_ random: inout NumpyRandom) -> Hyperparameters {
    func one<Choice>(_ choices: [Choice]) -> Choice {
      choices[random.integer(below: choices.count)]
    }
    var result = Hyperparameters()
    result.data = one(DataSource.allCases)
    result.imageSize = one([1, 2, 3, 5])
    result.trainingSize = one([1, 7, 20, 65])
    result.validationSize = one([0, 1, 50])
    result.noise = one([0, 0.1, 1])
    result.labelNoise = one([0, 0.2])
    result.hidden = one([[], [1], [4], [20], [6, 6], [17, 5, 5]])
    result.activation = one(Activation.allCases)
    result.initialization = one(InitializationKind.allCases)
    result.initializationScale = one([1, 1, 5, 1e100])
    result.skipConnections = one([false, true])
    result.batchNormalization = one([false, true])
    result.dropoutRate = one([0, 0, 0.5])
    result.dropoutForm = one(DropoutForm.allCases)
    result.loss = one(LossKind.allCases)
    result.optimizer = one(OptimizerKind.allCases)
    result.learningRate = one([0.01, 0.5, 100])
    result.learningRateSchedule = one(LearningRateScheduleKind.allCases)
    result.batchSize = one([1, 1, 4, 32])
    result.shuffle = one([false, true])
    result.epochs = one([1, 10, 40])
    result.l2Penalty = one([0, 0.01])
    result.weightDecay = one([0, 0.01])
    result.patience = one([0, 5])
    result.gradientClipNorm = one([0, 1])
    result.gradientClipValue = one([0, 0.5])
    result.seed = random.integer(below: 1000)
    result.timeSteps = one([1, 5, 30])
    return result
  }
}
