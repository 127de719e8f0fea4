// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

/// The defaults with something changed.
func hyperparameters(_ change: (inout Hyperparameters) -> Void) -> Hyperparameters {
  var hyperparameters = Hyperparameters()
  change(&hyperparameters)
  return hyperparameters
}

/// A named change of hyperparameters, as an argument of a test.
struct Change: Sendable, CustomTestStringConvertible {
  var testDescription: String
  var apply: @Sendable (inout Hyperparameters) -> Void

  init(_ name: String, _ apply: @escaping @Sendable (inout Hyperparameters) -> Void) {
    testDescription = name
    self.apply = apply
  }
}

/// Counts how often it was asked, and says no from the `limit`th time on.
final class Patience {
  private(set) var questions = 0
  private let limit: Int
  init(_ limit: Int) { self.limit = limit }
  func isLeft() -> Bool {
    questions += 1
    return questions < limit
  }
}

@Suite struct `A training run` {
  @Test func `stops where one stops asking, and can be asked for its network`() {
    var iterator = TrainingRun(Hyperparameters()).makeIterator()
    let start = iterator.start()
    #expect(iterator.network() == start.network)
    #expect(iterator.next()?.number == 1)
    #expect(iterator.next()?.number == 2)
    #expect(iterator.network() != start.network)
    #expect(iterator.outcome == nil)
  }

  @Test func `ends after its epochs`() {
    let history = TrainingRun(hyperparameters { $0.epochs = 7 }).history()
    #expect(history.count == 7)
    #expect(history.outcome == .completed)
  }

  @Test func `is cancelled in the middle of an epoch`() {
    let large = hyperparameters {
      $0.hidden = [256, 256]
      $0.trainingSize = 400
      $0.batchSize = 32
    }
    let patience = Patience(20)
    let history = TrainingRun(large).history { patience.isLeft() }
    #expect(history.outcome == .cancelled)
    #expect(history.count == 0)
    #expect(patience.questions == 20)
  }

  @Test func `stops early and puts the best weights back`() throws {
    let noisy = hyperparameters {
      $0.noise = 0.5
      $0.patience = 10
    }
    var iterator = TrainingRun(noisy).makeIterator()
    var history = TrainingHistory(noisy)
    while let epoch = iterator.next() { history.append(epoch) }
    let best = try #require(history.bestEpoch)
    #expect(iterator.outcome == .stoppedEarly(bestEpoch: best))
    #expect(history.count == best + 10)
    var short = TrainingRun(noisy).makeIterator()
    for _ in 0..<best { _ = short.next() }
    #expect(iterator.network() == short.network())
  }

  @Test func `counts only improvements of the stated size`() {
    let demanding = hyperparameters {
      $0.patience = 3
      $0.minimumImprovement = 10
    }
    let history = TrainingRun(demanding).history()
    #expect(history.outcome == .stoppedEarly(bestEpoch: 1))
    #expect(history.count == 4)
  }

  @Test func `measures layers when asked, and only then`() throws {
    let deep = hyperparameters {
      $0.hidden = [6, 5]
      $0.activation = .relu
      $0.epochs = 2
      $0.gradientClipNorm = 0.5
    }
    let plain = try #require(TrainingRun(deep).history().epoch(2))
    let measured = try #require(TrainingRun(deep, measuring: .all).history().epoch(2))
    #expect(plain.gradientNorms.isEmpty && plain.activations.isEmpty)
    #expect(measured.trainingLoss == plain.trainingLoss)
    #expect(measured.clippedFraction == plain.clippedFraction)
    #expect(measured.gradientNorms.count == 3 && measured.gradientNorms.allSatisfy { $0 > 0 })
    #expect(measured.weightNorms.count == 3 && measured.updateRatios.allSatisfy { $0 > 0 })
    #expect(measured.activations.count == 2)
  }

  @Test func `tells how often it clipped`() {
    let always = hyperparameters {
      $0.gradientClipNorm = 1e-12
      $0.epochs = 1
    }
    let never = hyperparameters {
      $0.gradientClipNorm = 1e12
      $0.epochs = 1
    }
    #expect(TrainingRun(always).history().clippedFraction == [1])
    #expect(TrainingRun(never).history().clippedFraction == [0])
  }

  @Test(arguments: OptimizerKind.allCases)
  func `learns with every optimizer`(_ optimizer: OptimizerKind) {
    let run = hyperparameters {
      $0.optimizer = optimizer
      $0.learningRate = optimizer == .adam ? 0.02 : optimizer == .momentum ? 0.1 : 0.5
      $0.batchSize = 4
      $0.shuffle = true
      $0.epochs = 200
    }
    #expect(TrainingRun(run).history().trainingLoss.last.map { $0 < 0.1 } == true)
  }

  @Test(arguments: DataSource.allCases)
  func `learns every kind of data`(_ data: DataSource) throws {
    let run = hyperparameters {
      $0.data = data
      $0.trainingSize = 100
      $0.hidden = [16]
      $0.activation = .tanh
      $0.initialization = .xavier
      $0.optimizer = .adam
      $0.learningRate = 0.02
      $0.batchSize = 10
      $0.timeSteps = 6
      $0.epochs = 100
      $0.noise = 0.05
      if data == .sine { $0.loss = .meanSquaredError }
    }
    let history = TrainingRun(run).history()
    let (first, last) = (
      try #require(history.trainingLoss.first), try #require(history.trainingLoss.last)
    )
    #expect(last < 0.6 * first)
    #expect(history.trainingAccuracy.last?.isNaN == (data == .sine))
  }

  @Test(arguments: [
    Change("no data") { $0.trainingSize = 0 },
    Change("no validation data") { $0.validationSize = 0 },
    Change("negative sizes") { ($0.trainingSize, $0.hidden, $0.batchSize) = (-3, [-1], -5) },
    Change("no hidden layer") { $0.hidden = [] },
    Change("a learning rate of NaN") { $0.learningRate = .nan },
    Change("noise of infinity") { $0.noise = .infinity },
    Change("a dropout rate of 1") { $0.dropoutRate = 1 },
    Change("a batch larger than the set") { $0.batchSize = 1000 },
  ])
  func `takes any numbers without a trap`(_ change: Change) {
    var odd = hyperparameters { $0.epochs = 3 }
    change.apply(&odd)
    let history = TrainingRun(odd, measuring: .all).history()
    #expect(history.outcome != nil)
    #expect(history.count <= 3)
  }
}
