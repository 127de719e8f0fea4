// SPDX-License-Identifier: MIT
import Training

/// A training run on its way.
struct TrainingExperiment: RunningExperiment {
  private let figures: [String]
  private var iterator: TrainingRun.Iterator
  private var history: TrainingHistory
  /// What the network can do, once the run has ended.
  private var trained: TrainedNetwork?

  /// Describes the run; nothing is computed.
  init(_ hyperparameters: Hyperparameters, figures: [String]) {
    let measurements = Measurements(neededFor: figures)
    iterator = TrainingRun(hyperparameters, measuring: measurements).makeIterator()
    history = TrainingHistory(hyperparameters)
    self.figures = figures
  }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    if history.outcome != nil { return examine { !isCancelled() } }
    if let epoch = iterator.advance(while: { !isCancelled() }) { history.append(epoch) }
    history.outcome = iterator.outcome
    return hasNumbers
  }

  /// Whether the run goes on, or has ended with a network that can be looked at.
  private var hasNumbers: Bool {
    switch history.outcome {
    case nil, .completed, .stoppedEarly: true
    case .diverged, .cancelled: false
    }
  }

  /// Looks at the trained network; a piece of work of its own.
  private mutating func examine(while shouldContinue: @escaping () -> Bool) -> Bool {
    guard hasNumbers, history.count > 0 else { return false }
    trained = TrainedNetwork(
      iterator.network(), iterator.start(), history.hyperparameters, while: shouldContinue)
    if trained == nil { history.outcome = .cancelled }
    return false
  }

  mutating func finish(unless isCancelled: @escaping @Sendable () -> Bool) {
    if trained == nil { _ = examine { !isCancelled() } }
  }

  var progress: Double { Double(history.count) / Double(max(1, history.hyperparameters.epochs)) }

  func result() -> ExperimentResult {
    ExperimentResult(
      hyperparameters: history.hyperparameters,
      outcome: history.outcome ?? (trained == nil ? .cancelled : .completed),
      measures: history.measures(with: trained?.confusion) + size, history: history,
      figures: figures.compactMap(figure), notes: history.notes + (trained?.notes(figures) ?? []),
      diagnosis: Diagnosis(of: history, layers: trained?.layers))
  }

  private var size: [(name: String, value: Double)] {
    trained.map { [("parameters", Double($0.network.parameterCount))] } ?? []
  }

  private func figure(_ name: String) -> Figure? {
    if let figure = history.figure(name) { return figure }
    if let trained { return trained.figure(name) }
    // A fit and a boundary can be watched as they form.
    guard history.count > 0, hasNumbers, TrainedNetwork.watchedFigures.contains(name) else {
      return nil
    }
    var copy = iterator
    return TrainedNetwork(unexamined: copy.network(), copy.start(), history.hyperparameters)
      .figure(name)
  }
}

extension Measurements {
  /// What has to be measured for figures.
  fileprivate init(neededFor figures: [String]) {
    let needs: [(String, Measurements)] = [
      ("gradients", .gradientNorms), ("layer_gradients", .gradientNorms),
      ("weight_norms", .weightNorms),
      ("update_ratios", .updateRatios), ("activations", .activations),
    ]
    self = Measurements(needs.filter { figures.contains($0.0) }.map(\.1))
  }
}

extension TrainingHistory {
  /// The final figures, in the kind's order; accuracies, precision and recall in percent.
  func measures(with confusion: ConfusionMatrix? = nil) -> [(name: String, value: Double)] {
    guard count > 0 else { return [] }
    var measures = [("training_loss", trainingLoss[count - 1])]
    measures.append(("validation_loss", validationLoss[count - 1]))
    let hasAccuracy = !trainingAccuracy[count - 1].isNaN
    if hasAccuracy {
      let training = trainingAccuracy[count - 1].inPercent
      let validation = validationAccuracy[count - 1].inPercent
      measures.append(("training_accuracy", training))
      measures.append(("validation_accuracy", validation))
      measures.append(("gap", training - validation))
    }
    if let bestEpoch {
      measures.append(("best_epoch", Double(bestEpoch)))
      measures.append(("best_validation_loss", validationLoss[bestEpoch - 1]))
      if hasAccuracy {
        measures.append(("accuracy_at_best", validationAccuracy[bestEpoch - 1].inPercent))
      }
    }
    if let confusion {
      measures.append(("precision", confusion.precision.inPercent))
      measures.append(("recall", confusion.recall.inPercent))
    }
    measures.append(("epochs_run", Double(count)))
    if hyperparameters.gradientClipNorm > 0 || hyperparameters.gradientClipValue > 0 {
      let share = clippedFraction.reduce(0, +) / Double(count)
      measures.append(("clipped_share", share.inPercent))
    }
    return measures
  }

  /// What is told in words about what was run and how it ended.
  var notes: [String] { shapeNotes + endNotes }

  private var shapeNotes: [String] {
    guard hyperparameters.data == .sequences, hyperparameters.hidden.count != 1 else { return [] }
    let width = hyperparameters.hidden.first ?? 1
    return ["A recurrent network has one hidden layer; it is \(width) neurons wide."]
  }

  private var endNotes: [String] {
    switch outcome {
    case .diverged(let divergence):
      let place = "epoch \(divergence.epoch), step \(divergence.step), \(divergence.layer)"
      return ["The first number that was not finite: \(place), \(divergence.operation)."]
    case .stoppedEarly(let best):
      let stop = "Stopped after epoch \(count); the weights of epoch \(best) are kept."
      if best == count { return [stop] }
      let ending = "The losses and accuracies above are those of epoch \(count)"
      return [
        hyperparameters.isRegression
          ? "\(stop) \(ending)."
          : "\(stop) \(ending), precision and recall those of the weights kept."
      ]
    case nil, .completed, .cancelled: return []
    }
  }
}
