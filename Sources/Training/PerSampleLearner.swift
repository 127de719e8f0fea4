// SPDX-License-Identifier: MIT
import NeuralNetworks

/// Takes the course's own network through an epoch on its fast path.
///
/// Whatever needs to look inside a step is left to the general learner beside it.
final class PerSampleLearner: EpochRunner {
  var order: [Int]
  var learningRate = 0.0
  var random: NumpyRandom
  var meter = WorkMeter()

  private let trainer: PerSampleTrainer
  private let general: Learner<Propagation>
  private let layout: ParameterLayout
  private let sets: ExampleSets
  private let isShuffled: Bool
  private var isNewOrder = true
  /// Whether the fast path has gone further than the numbers of the general one.
  private var isAhead = false

  /// Lays out the run's network, or `nil` where it needs the general path.
  init?(
    _ hyperparameters: Hyperparameters, start: RunStart, sets: ExampleSets,
    measurements: Measurements
  ) {
    let architecture = start.network.architecture
    let isPlain =
      hyperparameters.optimizer == .sgd && hyperparameters.batchSize == 1
      && !hyperparameters.stepRule.changesGradient && measurements.isDisjoint(with: .ofSteps)
    guard isPlain, PerSampleTrainer.canTrain(architecture) else { return nil }
    trainer = PerSampleTrainer(
      architecture, training: sets.training, validation: sets.validation)
    let model = Propagation(start.network, batchSize: 1, random: start.random)
    general = Learner(model, hyperparameters, sets: sets, measurements: measurements)
    layout = model.layout
    self.sets = sets
    order = general.order
    random = start.random
    isShuffled = hyperparameters.shuffle
    trainer.read(general.parameters, layout: layout)
  }

  var parameters: AlignedBuffer { trainer.buffer }

  var optimizer: Optimizer { general.optimizer }

  var step: Int { trace == nil ? order.count : general.step }

  var trace: FiniteTrace? {
    get { general.trace }
    set {
      catchUp()
      general.trace = newValue
    }
  }

  func trainEpoch() -> Bool {
    if trace != nil {
      (general.order, general.random) = (order, random)
      (general.learningRate, general.meter) = (learningRate, meter)
      defer { (order, random) = (general.order, general.random) }
      return general.trainEpoch()
    }
    if isShuffled { random.shuffle(&order) }
    isAhead = true
    return order.withUnsafeBufferPointer { order in
      guard let order = order.baseAddress else { return true }
      defer { isNewOrder = false }
      return trainer.trainEpoch(
        order, isNewOrder: isNewOrder || isShuffled, learningRate: learningRate, meter: meter)
    }
  }

  func evaluate(training: Bool) -> (training: Evaluation, validation: Evaluation)? {
    // Both sets share a pass here, so leaving one out would save nothing.
    trace == nil ? trainer.evaluate(meter: meter) : general.evaluate(training: training)
  }

  func report(into epoch: inout Epoch) {
    guard !general.measurements.isEmpty else { return }
    catchUp()
    general.report(into: &epoch)
  }

  func network() -> Network {
    catchUp()
    return general.network()
  }

  /// Gives the fast path's numbers to the general one.
  private func catchUp() {
    if isAhead, trace == nil { trainer.write(general.parameters, layout: layout) }
    isAhead = false
  }

  func layerName(_ layer: Int) -> String { general.layerName(layer) }
}
