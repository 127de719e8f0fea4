// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Training

/// A run as Python that computes it with numpy, and what that prints.
struct NumpyProgram {
  /// What is run.
  let request: ExperimentRequest
  /// The code of the run's cell; it needs ``NumpyDefinitions`` before it.
  let source: String
  /// What it prints, from nntutor's own measurement.
  let output: String

  /// Writes a run; `nil` for one that the code does not compute.
  init?(of run: LabRun) {
    guard let report = run.report, run.isAlike, let kind = NumpyKind.of(report.request.kind)
    else { return nil }
    request = report.request
    var lines = ["# In [\(run.number)]: run \(request.experiment)"]
    if !run.changes.isEmpty { lines[0] += " \(run.changes)" }
    var printed: [String] = []
    for (index, variant) in request.variants.enumerated() {
      let settings = Self.settings(of: variant.hyperparameters, request.kind)
      let arguments = [kind.function, "seeds=\(request.seeds)"] + settings
      let name = variant.name.isEmpty ? "" : ", \(JSONValue.text(variant.name).source)"
      if run.unsteadyVariants.contains(index) { lines.append("# \(Self.unsteadiness)") }
      lines.append("show(replicate(\(arguments.joined(separator: ", ")))\(name))")
      printed += Self.printed(report, variant: index)
    }
    source = lines.joined(separator: "\n")
    output = printed.joined(separator: "\n") + "\n"
  }

  /// What differs from the defaults, as arguments.
  private static func settings(
    of hyperparameters: Hyperparameters, _ kind: ExperimentKind
  ) -> [String] {
    kind.hyperparameters.compactMap { row in
      let value = JSONValue.hyperparameter(row, in: hyperparameters)
      return value == JSONValue.hyperparameter(row, in: Hyperparameters())
        ? nil : "\(row.name)=\(value.pythonSource)"
    }
  }

  /// What is said of a run whose figures hang on rounding.
  static let unsteadiness =
    "Unsteady: other last digits of weights and noise lead to other figures, and so may numpy."

  /// What a variant of a report prints, line by line.
  static func printed(_ report: ExperimentReport, variant: Int) -> [String] {
    let name = report.request.variants[variant].name
    var lines = name.isEmpty ? [] : ["[\(name)]"]
    if let first = report.results(of: variant).first {
      lines.append(padded("outcome") + first.outcome.name)
    }
    for measure in report.request.kind.measures {
      let values = report.results(of: variant).compactMap { $0.measure(measure.name) }
      if values.isEmpty { continue }
      let summary = Summary(values)
      var text = written(summary.mean, measure.decimals)
      if report.request.seeds > 1 {
        text += " ± \(written(summary.standardDeviation, measure.decimals))"
      }
      lines.append(padded(measure.name) + text + unit(of: measure))
    }
    return lines
  }

  /// A measure's unit as it follows the number.
  static func unit(of measure: ExperimentKind.Measure) -> String {
    measure.unit.isEmpty ? "" : " \(measure.unit)"
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 22 - name.count))
  }

  /// A number as the code prints it: where it exploded, three digits and a power of ten.
  private static func written(_ value: Double, _ decimals: Int) -> String {
    value.magnitude < 1e9
      ? NumberFormat.fixed(value, decimals: decimals) : NumberFormat.significant(value, digits: 3)
  }
}
