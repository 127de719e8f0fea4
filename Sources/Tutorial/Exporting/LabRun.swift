// SPDX-License-Identifier: MIT
import Charts
import Experiments
import LearnerRecords
import TerminalText
import Training
import Typesetting

/// A run of the record, and the same run computed again for its curves.
public struct LabRun: Sendable {
  /// What the record keeps of it.
  public var entry: RunEntry
  /// The experiment, where the lesson still has it.
  public var experiment: Experiment?
  /// The run computed again, where it could be.
  public var report: ExperimentReport?
  /// Whether nothing was changed against the lesson.
  var isAsGiven = false

  /// Computes a run of the record again.
  ///
  /// - Parameters:
  ///   - entry: what the record keeps.
  ///   - cell: the lesson's experiment of its name, or `nil` where there is none any more.
  ///   - run: computes it.
  public init(
    _ entry: RunEntry, of cell: Cell?, running run: (ExperimentRequest) -> ExperimentReport?
  ) {
    self.entry = entry
    experiment = cell?.experiment
    guard var fresh = cell?.asGiven else { return }
    // A run of several variants is kept under the hyperparameters of its first one.
    let given = fresh.request(seeds: max(1, entry.seeds.count))
    isAsGiven =
      given.variants.first.map { entry.describes($0.hyperparameters, of: given.kind) } ?? false
    guard let request = isAsGiven ? given : fresh.resume(entry), request.refusal == nil else {
      return
    }
    report = run(request)
  }

  /// The number in `In [n]` and `Out [n]`.
  var number: Int { entry.number }

  /// What was changed against the lesson, as commands have it: `hidden=[4] noise=0.3`.
  var changes: String {
    isAsGiven ? "" : entry.overrides.map { "\($0.name)=\($0.value)" }.joined(separator: " ")
  }

  /// Over how many seeds it was run, in words; empty for one.
  var seedsText: String { entry.seeds.count > 1 ? "over \(entry.seeds.count) seeds" : "" }

  /// The final figures as the record keeps them, in their own digits and units.
  var measures: [(name: String, text: String)] {
    entry.measures.map { ($0.name.readable, Self.text($0.name, $0.value, of: experiment?.kind)) }
  }

  /// Whether the run computed again ends with the recorded figures, in the digits shown.
  var isAlike: Bool {
    guard let report else { return true }
    return entry.measures.allSatisfy { measure in
      let values = report.values(of: measure.name)
      let kind = report.request.kind
      return Self.text(measure.name, Summary(values).mean, of: kind)
        == Self.text(measure.name, measure.value, of: kind)
    }
  }

  /// How it ended, in words.
  var outcomeText: String {
    guard let report, report.isSingle, isAlike, let result = report.results.first else {
      return entry.outcome.readable
    }
    return result.outcomeText
  }

  /// The figures of the run computed again.
  var figures: [Figure] { report?.figures(experiment?.plot ?? []) ?? [] }

  /// Why there is no curve, or why it is another than on its day; empty where all is well.
  var remark: String {
    if experiment == nil { return "The lesson has no such experiment any more." }
    if report == nil { return "This run could not be computed again." }
    return isAlike
      ? ""
      : "Computed again, this run ends with other figures than were recorded; the chart shows the new ones."
  }

  private static func text(_ name: String, _ value: Double, of kind: ExperimentKind?) -> String {
    let rows = kind?.measures ?? ExperimentKind.all.flatMap(\.measures)
    return rows.first { $0.name == name }?.text(value)
      ?? NumberFormat.significant(value, digits: 4)
  }
}

extension RunEntry {
  /// Whether these are the hyperparameters that it was run with.
  fileprivate func describes(_ hyperparameters: Hyperparameters, of kind: ExperimentKind) -> Bool {
    kind.hyperparameters.allSatisfy { row in
      self.hyperparameters.first { $0.name == row.name }?.value == row.text(in: hyperparameters)
    }
  }
}
