// SPDX-License-Identifier: MIT
import Experiments
import Foundation
import TerminalText
import Training
import Tutorial

/// A report as JSON: one object, or `runs` of such objects with their `summary`.
enum ReportJSON {
  static func text(_ report: ExperimentReport) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let data =
      try report.isSingle
      ? encoder.encode(RunObject(report, 0)) : encoder.encode(ReportObject(report))
    return jsonText(String(decoding: data, as: UTF8.self)) + "\n"
  }

  /// Several runs and what they have in common.
  private struct ReportObject: Encodable {
    var experiment: String
    var runs: [RunObject]
    var summary: [VariantObject]

    init(_ report: ExperimentReport) {
      experiment = report.request.experiment
      runs = report.results.indices.map { RunObject(report, $0) }
      summary = report.request.variants.indices.map { VariantObject(report, $0) }
    }
  }

  /// A variant's final figures over its seeds.
  private struct VariantObject: Encodable {
    struct Figures: Encodable {
      var mean, standard_deviation, minimum, maximum: Double?
    }
    var variant: String
    var seeds: Int
    var measures: [String: Figures]

    init(_ report: ExperimentReport, _ index: Int) {
      variant = report.request.variants[index].name
      seeds = report.request.seeds
      measures = [:]
      for measure in report.request.kind.measures {
        let values = report.values(of: measure.name, variant: index)
        if values.allSatisfy(\.isNaN) { continue }
        let summary = Summary(values)
        measures[measure.name] = Figures(
          mean: summary.mean.ifFinite, standard_deviation: summary.standardDeviation.ifFinite,
          minimum: summary.minimum.ifFinite, maximum: summary.maximum.ifFinite)
      }
    }
  }
}

/// One run.
struct RunObject: Encodable {
  var experiment: String
  var variant: String?
  var hyperparameters: [String: HyperparameterValue]
  var outcome: Outcome
  var best_epoch, epochs_run: Int?
  var training_loss, validation_loss, training_accuracy, validation_accuracy: [Double?]?
  var gradient_norms: [[Double?]]?
  var measures: [String: Double?]
  var compute_seconds: Double

  /// How a run ended; where it diverged, with the place.
  struct Outcome: Encodable {
    var outcome: TrainingOutcome

    private struct Diverged: Encodable {
      var diverged: Place
      struct Place: Encodable {
        var epoch, step: Int
        var layer, operation: String
      }
    }

    func encode(to encoder: any Encoder) throws {
      guard case .diverged(let place) = outcome else {
        var container = encoder.singleValueContainer()
        return try container.encode(outcome.name)
      }
      try Diverged(
        diverged: .init(
          epoch: place.epoch, step: place.step, layer: place.layer, operation: place.operation)
      ).encode(to: encoder)
    }
  }

  init(_ report: ExperimentReport, _ index: Int) {
    let result = report.results[index]
    let name = report.request.variants[index / report.request.seeds].name
    experiment = report.request.experiment
    variant = name.isEmpty ? nil : name
    hyperparameters = [:]
    for row in report.request.kind.hyperparameters {
      hyperparameters[row.name] = HyperparameterValue(row, in: result.hyperparameters)
    }
    outcome = Outcome(outcome: result.outcome)
    measures = Dictionary(
      result.measures.map { ($0.name, $0.value.ifFinite) }, uniquingKeysWith: { first, _ in first })
    compute_seconds = result.computeSeconds
    guard let history = result.history else { return }
    best_epoch = history.bestEpoch
    epochs_run = history.count
    training_loss = history.trainingLoss.map(\.ifFinite)
    validation_loss = history.validationLoss.map(\.ifFinite)
    training_accuracy = history.trainingAccuracy.map(\.ifFinite)
    validation_accuracy = history.validationAccuracy.map(\.ifFinite)
    if history.gradientNorms.first?.isEmpty == false {
      gradient_norms = history.gradientNorms.map { $0.map(\.ifFinite) }
    }
  }
}

/// A hyperparameter's value in its own type.
enum HyperparameterValue: Encodable {
  case number(Double), whole(Int), truth(Bool), word(String), list([Int])

  init(_ row: Hyperparameter, in hyperparameters: Hyperparameters) {
    self =
      switch row.domain {
      case .real(let path, _, _): .number(hyperparameters[keyPath: path])
      case .integer(let path, _, _): .whole(hyperparameters[keyPath: path])
      case .toggle(let path): .truth(hyperparameters[keyPath: path])
      case .widths(let path, _, _): .list(hyperparameters[keyPath: path])
      case .choice: .word(row.text(in: hyperparameters))
      case .weightSeed:
        if case .seed(let seed) = hyperparameters.weightSeed {
          .whole(seed)
        } else {
          .word(row.text(in: hyperparameters))
        }
      }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let value): try container.encode(value)
    case .whole(let value): try container.encode(value)
    case .truth(let value): try container.encode(value)
    case .word(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    }
  }
}

extension Double {
  /// The number, or `nil` (JSON's null) where it is infinite or no number.
  var ifFinite: Double? { isFinite ? self : nil }
}
