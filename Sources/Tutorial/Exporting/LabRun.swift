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
  /// The variants whose figures hang on the last digits of their weights, as far as that was asked.
  var unsteadyVariants: Set<Int> = []

  /// Computes a run of the record again.
  ///
  /// - Parameters:
  ///   - entry: what the record keeps.
  ///   - cell: the lesson's experiment of its name, or `nil` where there is none any more.
  ///   - triesDigits: whether it is computed once more from weights that are other in their last
  ///     digits, to see which figures hang on these.
  ///   - run: computes it.
  public init(
    _ entry: RunEntry, of cell: Cell?, triesDigits: Bool = false,
    running run: (ExperimentRequest) -> ExperimentReport?
  ) {
    self.entry = entry
    experiment = cell?.experiment
    guard let cell, let request = entry.request(of: cell.experiment), request.refusal == nil else {
      return
    }
    isAsGiven = request.runsTheSame(as: cell.asGiven.request(seeds: request.seeds))
    report = run(request)
    guard triesDigits, let report, let moved = run(request.movedInItsLastDigits) else { return }
    unsteadyVariants = Set(
      request.variants.indices.filter {
        NumpyProgram.printed(report, variant: $0) != NumpyProgram.printed(moved, variant: $0)
      })
  }

  /// The number in `In [n]` and `Out [n]`.
  var number: Int { entry.number }

  /// What was changed against the lesson, as commands have it: `hidden=[4] noise=0.3`.
  var changes: String {
    isAsGiven
      ? ""
      : (entry.overrides + entry.sweptValues).map { "\($0.name)=\($0.value)" }
        .joined(separator: " ")
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
    let kind = report.request.kind
    let means = entry.means(of: report)
    return entry.measures.allSatisfy { measure in
      let mean = means.first { $0.name == measure.name }?.value ?? .nan
      return Self.text(measure.name, mean, of: kind)
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
  var figures: [Figure] {
    report?.figures(entry.figures.isEmpty ? experiment?.plot ?? [] : entry.figures) ?? []
  }

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

extension ExperimentRequest {
  /// The same from initial weights and a noise that are smaller by a part in 10^12: a figure that
  /// changes by that may also change where sums are taken in another order, which changes a part in
  /// 10^16 at each step.
  fileprivate var movedInItsLastDigits: ExperimentRequest {
    var moved = self
    for index in moved.variants.indices {
      moved.variants[index].hyperparameters.initializationScale *= 1 - 1e-12
      moved.variants[index].hyperparameters.noise *= 1 - 1e-12
    }
    return moved
  }
}
