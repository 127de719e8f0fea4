// SPDX-License-Identifier: MIT
import Experiments

/// Runs that claims are measured by, each done once, however many experiments of however many
/// lessons claim something of it.
///
/// Of a run only its final figures are kept: its curves would take megabytes.
public struct SharedRuns {
  private var known: [ExperimentRequest: ExperimentReport] = [:]

  /// Nothing has been run yet.
  public init() {}

  /// The report of a request; what is drawn is run anew.
  ///
  /// - Parameters:
  ///   - request: what is to be run.
  ///   - run: runs it.
  /// - Returns: what it showed; `nil` where it was cancelled.
  public mutating func report(
    _ request: ExperimentRequest, running run: (ExperimentRequest) -> ExperimentReport?
  ) -> ExperimentReport? {
    guard request.figures == ClaimCheck.noFigures else { return run(request) }
    var key = request
    key.experiment = ""
    if var report = known[key] {
      report.request = request
      return report
    }
    guard var report = run(request) else { return nil }
    for index in report.results.indices {
      report.results[index].history = nil
      report.results[index].figures = []
    }
    known[key] = report
    return report
  }
}
