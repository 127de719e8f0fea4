// SPDX-License-Identifier: MIT
import Experiments
import LearnerRecords

/// A run of the learner's own, and what its curves say.
struct DiagnosedRun: Sendable {
  /// The experiment.
  let experiment: String
  /// The number that the record gave it.
  var number: Int?
  /// Which of several runs is looked at, or empty.
  private let choice: String
  private let diagnosis: Diagnosis?

  /// A run that was just made; of several the first.
  init(_ report: ExperimentReport) {
    experiment = report.request.experiment
    diagnosis = report.results.first?.diagnosis
    let variant = report.request.variants.first?.name ?? ""
    let names = [
      report.request.variants.count > 1 ? variant : "",
      report.request.seeds > 1 ? "the first of \(report.request.seeds) seeds" : "",
    ]
    choice = names.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The last run of the record, computed again.
  ///
  /// - Throws: `CommandError` where there is none, or where it takes more than a frame.
  init(
    lastOf runs: [RunEntry], experiment: (String) -> Experiment?
  ) throws(CommandError) {
    guard let entry = runs.last else {
      throw CommandError("there is no run to look at yet; run an experiment first")
    }
    guard let request = entry.request(of: experiment(entry.experiment)), request.isCheap,
      let report = request.run()
    else {
      throw CommandError(
        "your last run, run \(entry.number) of \(entry.experiment), takes too long to be looked at "
          + "again unasked; run it once more")
    }
    self.init(report)
    number = entry.number
  }

  /// The run as it is named: `run 12, noisy`.
  var name: String {
    let words = [number.map { "run \($0), \(experiment)" } ?? experiment, choice]
    return words.filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// What its curves say.
  ///
  /// - Throws: `CommandError` where it has none.
  var finding: Diagnosis {
    get throws(CommandError) {
      guard let diagnosis else {
        throw CommandError("your last run, \(name), has no curves of a training to diagnose")
      }
      return diagnosis
    }
  }
}
