// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

/// A run, what it is to be judged as, and a number that its evidence must name.
struct JudgedRun: CustomTestStringConvertible, Sendable {
  var testDescription: String
  var finding: Diagnosis.Finding
  var change: @Sendable (inout Hyperparameters) -> Void

  init(
    _ name: String, _ finding: Diagnosis.Finding,
    _ change: @escaping @Sendable (inout Hyperparameters) -> Void = { _ in }
  ) {
    testDescription = name
    self.finding = finding
    self.change = change
  }

  static let all = [
    JudgedRun("the reference run", .goodFit),
    JudgedRun("a deep ReLU network with He's weights", .goodFit) {
      ($0.hidden, $0.activation) = ([16, 16, 16, 16], .relu)
      ($0.learningRate, $0.epochs) = (0.05, 100)
    },
    JudgedRun("two moons", .goodFit) {
      ($0.data, $0.activation, $0.trainingSize) = (.moons, .tanh, 100)
      ($0.learningRate, $0.epochs) = (0.1, 200)
    },
    JudgedRun("the reference run under noise", .overfitting) { $0.noise = 0.5 },
    JudgedRun("a fit of noisy points for too long", .overfitting) {
      ($0.data, $0.activation, $0.hidden) = (.sine, .tanh, [16])
      ($0.learningRate, $0.epochs) = (0.05, 1000)
    },
    JudgedRun("a run stopped early", .overfitting) { ($0.noise, $0.patience) = (0.5, 10) },
    JudgedRun("a fifth of the training labels wrong", .unclear) {
      ($0.trainingSize, $0.validationSize, $0.labelNoise) = (1000, 200, 0.2)
      ($0.learningRate, $0.epochs) = (0.05, 40)
    },
    JudgedRun("a run that is not done", .stillLearning) { $0.epochs = 12 },
    JudgedRun("two neurons for two spirals", .underfitting) {
      ($0.data, $0.activation, $0.hidden) = (.spirals, .relu, [4])
      ($0.trainingSize, $0.learningRate, $0.epochs) = (200, 0.01, 150)
    },
    JudgedRun("a penalty that is too strong", .underfitting) { $0.l2Penalty = 0.01 },
    JudgedRun("eight layers of sigmoids", .vanishing) {
      ($0.hidden, $0.initialization) = ([Int](repeating: 16, count: 8), .xavier)
      ($0.learningRate, $0.epochs) = (0.1, 60)
    },
    JudgedRun("a step that kills the neurons", .deadNeurons) {
      ($0.hidden, $0.activation) = ([16, 16], .relu)
      ($0.learningRate, $0.epochs) = (5, 30)
    },
    JudgedRun("weights that begin far too large", .saturated) {
      ($0.hidden, $0.initializationScale) = ([16, 16, 16], 60)
      ($0.learningRate, $0.epochs) = (0.001, 60)
    },
    JudgedRun("a run that goes to NaN", .exploding) {
      ($0.hidden, $0.activation) = ([16, 16], .relu)
      ($0.loss, $0.initializationScale) = (.meanSquaredError, 3)
    },
  ]
}

@Suite struct `A run is judged` {
  private func judged(_ change: (inout Hyperparameters) -> Void) throws -> ExperimentResult {
    let kind = try kind("train")
    var hyperparameters = kind.defaults
    change(&hyperparameters)
    return kind.run(hyperparameters)
  }

  @Test(arguments: JudgedRun.all) func `by its curves and layers`(_ run: JudgedRun) throws {
    let diagnosis = try #require(try judged(run.change).diagnosis)
    #expect(diagnosis.finding == run.finding, "\(diagnosis.evidence)")
    #expect(diagnosis.evidence.contains { $0.isNumber } && diagnosis.evidence.hasSuffix("."))
    #expect(diagnosis.advice.isEmpty == (run.finding == .goodFit))
  }

  @Test func `a network too small to learn underfits, though its neuron is saturated`() throws {
    var hyperparameters = Hyperparameters()
    (hyperparameters.hidden, hyperparameters.noise) = ([1], 0.1)
    let kind = try #require(ExperimentKind.all.first { $0.name == "train" })
    let report = ExperimentRequest(
      experiment: "small", kind: kind,
      variants: [.init(name: "", hyperparameters: hyperparameters)], figures: []
    ).run()
    #expect(report?.results.first?.diagnosis?.finding == .underfitting)
  }

  @Test func `with the epoch that overfitting began at`() throws {
    let run = try judged { $0.noise = 0.5 }
    let best = try run.value("best_epoch")
    let evidence = try #require(run.diagnosis).evidence
    #expect(evidence.contains("at epoch \(Int(best)) "))
  }

  @Test func `as far as it has come while it is running`() throws {
    let kind = try kind("train")
    var hyperparameters = kind.defaults
    hyperparameters.noise = 0.5
    var run = kind.start(hyperparameters, ["loss"])
    #expect(run.result().diagnosis == nil)
    var findings: [Diagnosis.Finding] = []
    while run.advance(unless: { false }) {
      if let finding = run.result().diagnosis?.finding { findings.append(finding) }
    }
    #expect(findings.first == .stillLearning && findings.last == .overfitting)
  }

  @Test func `without alarm where nothing is wrong, whatever the seed`() throws {
    for seed in 0..<10 {
      let run = try judged { $0 = $0.replicated(seed) }
      #expect(run.diagnosis?.finding == .goodFit, "seed \(42 + seed)")
    }
  }

  @Test func `without a validation set too`() throws {
    let run = TrainingRun(Hyperparameters()).history()
    var alone = TrainingHistory(Hyperparameters())
    for number in 1...run.count {
      guard var epoch = run.epoch(number) else { continue }
      (epoch.validationLoss, epoch.validationAccuracy) = (.nan, .nan)
      alone.append(epoch)
    }
    #expect(Diagnosis(of: alone)?.finding == .goodFit)
    #expect(Diagnosis(of: TrainingHistory(Hyperparameters())) == nil)
  }
}
