// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords
import Training

/// A run as the record keeps it: the whole request, and what came of it.
extension RunEntry {
  /// A report as the record keeps it: what was set, how it ended, its final figures.
  init(_ report: ExperimentReport, cell: Cell, lesson: String, date: Double) {
    let request = report.request
    let kind = request.kind
    self.init(
      lesson: lesson, experiment: request.experiment,
      overrides: Self.named(
        Cell.differences(from: cell.experiment.hyperparameters, to: request.base, of: kind)),
      hyperparameters: kind.hyperparameters.map { NamedText($0.name, $0.text(in: request.base)) },
      seeds: (0..<request.seeds).map { request.base.replicated($0).seed },
      outcome: Self.outcome(of: report), measures: Self.means(of: report, 0..<report.results.count),
      computeSeconds: report.results.reduce(0) { $0 + $1.computeSeconds }, date: date)
    self.kind = kind.name
    figures = request.figures
    isSweep = request.isSweep
    guard request.isSweep || request.variants.count > 1 else { return }
    variants = request.variants.indices.map { index in
      let range = (index * request.seeds)..<((index + 1) * request.seeds)
      let variant = request.variants[index]
      return RunVariant(
        name: variant.name,
        overrides: Self.named(
          Cell.differences(from: request.base, to: variant.hyperparameters, of: kind)),
        measures: Self.means(of: report, range),
        deviations: request.seeds > 1 ? Self.deviations(of: report, range) : [])
    }
  }

  /// The final figures of a report as this entry keeps them: over all runs, of a record that kept no
  /// variants those of the first one.
  func means(of report: ExperimentReport) -> [Measure] {
    let isFirst = variants.isEmpty && report.request.variants.count > 1
    return Self.means(
      of: report, 0..<(isFirst ? report.request.seeds : report.results.count))
  }

  private static func named(_ pairs: [(name: String, value: String)]) -> [NamedText] {
    pairs.map { NamedText($0.name, $0.value) }
  }

  /// How all of the runs ended, or `mixed`.
  private static func outcome(of report: ExperimentReport) -> String {
    let outcomes = Set(report.results.map(\.outcome.name))
    return outcomes.count == 1 ? outcomes.first ?? "completed" : "mixed"
  }

  private static func means(of report: ExperimentReport, _ range: Range<Int>) -> [Measure] {
    summaries(of: report, range).map { Measure($0.name, $0.summary.mean) }
  }

  private static func deviations(of report: ExperimentReport, _ range: Range<Int>) -> [Measure] {
    summaries(of: report, range).map { Measure($0.name, $0.summary.standardDeviation) }
  }

  private static func summaries(
    of report: ExperimentReport, _ range: Range<Int>
  ) -> [(name: String, summary: Summary)] {
    report.request.kind.measures.compactMap { measure in
      let values = report.results[range].map { $0.measure(measure.name) ?? .nan }
      return values.allSatisfy(\.isNaN) ? nil : (measure.name, Summary(values))
    }
  }
}

extension RunEntry {
  /// The settings that make the run again from the lesson's hyperparameters.
  var settings: [Setting] { Self.settings(overrides) }

  /// What a sweep varied, as its command has it: `noise=0.1,0.3`.
  var sweptValues: [NamedText] {
    guard isSweep else { return [] }
    var values: [(name: String, list: [String])] = []
    for change in variants.flatMap(\.overrides) {
      if let index = values.firstIndex(where: { $0.name == change.name }) {
        if !values[index].list.contains(change.value) { values[index].list.append(change.value) }
      } else {
        // The place that changes nothing has the value that the others start from.
        let own = hyperparameters.first { $0.name == change.name }?.value ?? ""
        let hasOwn = variants.contains { !$0.overrides.contains { $0.name == change.name } }
        values.append((change.name, (hasOwn ? [own] : []) + [change.value]))
      }
    }
    return values.map { NamedText($0.name, $0.list.joined(separator: ",")) }
  }

  private static func settings(_ pairs: [NamedText]) -> [Setting] {
    pairs.map { Setting(name: $0.name, value: Setting.Value(text: $0.value)) }
  }

  /// What was run, to be run again to the same numbers.
  ///
  /// - Parameter experiment: the lesson's experiment of its name, for runs of records that did not keep
  ///   the kind yet.
  /// - Returns: The request, or `nil` where this program does not know its kind or allow its values.
  public func request(of experiment: Experiment?) -> ExperimentRequest? {
    guard let kind = ExperimentKind.all.first(where: { $0.name == kind }) else {
      return experiment.flatMap(earlierRequest)
    }
    guard let base = try? kind.applying(Self.settings(hyperparameters), to: kind.defaults) else {
      return nil
    }
    var ways = [Experiment.Variant(name: "", hyperparameters: base)]
    if !variants.isEmpty {
      ways = variants.compactMap { variant in
        (try? kind.applying(Self.settings(variant.overrides), to: base)).map {
          Experiment.Variant(name: variant.name, hyperparameters: $0)
        }
      }
      guard ways.count == variants.count else { return nil }
    }
    return ExperimentRequest(
      experiment: self.experiment, kind: kind, variants: ways, seeds: max(1, seeds.count),
      figures: figures, base: base, isSweep: isSweep)
  }

  /// What draws runs again: one as it was, several single ones of a kind in one chart.
  ///
  /// - Parameters:
  ///   - numbers: the runs.
  ///   - runs: every run that the record knows.
  ///   - experiment: the experiment of a name, for runs of records that did not keep the kind yet.
  /// - Returns: The request, or `nil` where the runs cannot be drawn, or not together.
  public static func request(
    of numbers: [Int], in runs: [RunEntry], experiment: (String) -> Experiment?
  ) -> ExperimentRequest? {
    let requests = numbers.compactMap { number in
      runs.last { $0.number == number }.flatMap { $0.request(of: experiment($0.experiment)) }
    }
    guard requests.count == numbers.count, var all = requests.first else { return nil }
    guard requests.count > 1 else { return all }
    guard
      requests.allSatisfy({
        $0.kind == all.kind && $0.seeds == all.seeds && $0.variants.count == 1
      })
    else { return nil }
    all.variants = zip(numbers, requests).flatMap { number, request in
      request.variants.map { .init(name: "run \(number)", hyperparameters: $0.hyperparameters) }
    }
    all.isSweep = false
    return all
  }

  /// The request of a run whose variants were not kept: the lesson's own, where it is as given.
  private func earlierRequest(of experiment: Experiment) -> ExperimentRequest? {
    var cell = Cell(experiment)
    let given = cell.request(seeds: max(1, seeds.count))
    if given.variants.first.map({ describes($0.hyperparameters, of: given.kind) }) == true {
      return given
    }
    guard let base = try? experiment.hyperparameters(with: Self.settings(hyperparameters)) else {
      return nil
    }
    cell.edit(base)
    var request = cell.request(seeds: max(1, seeds.count))
    request.variants = [.init(name: "", hyperparameters: base)]
    return request
  }

  /// Whether these are the hyperparameters that it was run with.
  private func describes(_ hyperparameters: Hyperparameters, of kind: ExperimentKind) -> Bool {
    kind.hyperparameters.allSatisfy { row in
      self.hyperparameters.first { $0.name == row.name }?.value == row.text(in: hyperparameters)
    }
  }
}

extension Cell {
  /// The hyperparameters of an earlier run taken over; the request that computes it again, or `nil`
  /// where it is not allowed any more.
  mutating func resume(_ entry: RunEntry) -> ExperimentRequest? {
    guard var request = entry.request(of: experiment), request.kind == experiment.kind else {
      return nil
    }
    edit(request.base)
    request.figures = neededFigures
    return request
  }
}
