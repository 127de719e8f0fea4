// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Training

/// A training run as Python that computes it with numpy, and what that prints.
struct NumpyProgram {
  /// The code of the run's cell; it needs ``definitions`` before it.
  let source: String
  /// What it prints, from nntutor's own measurement.
  let output: String

  /// Writes a run; `nil` for one that the code does not compute.
  init?(of run: LabRun) {
    guard Self.reasonForNone(of: run).isEmpty, let report = run.report else { return nil }
    let request = report.request
    var lines = ["# In [\(run.number)]: run \(request.experiment)"]
    if !run.changes.isEmpty { lines[0] += " \(run.changes)" }
    var printed: [String] = []
    for (index, variant) in request.variants.enumerated() {
      let settings = Self.settings(of: variant.hyperparameters, request.kind)
      let arguments = ["seeds=\(request.seeds)"] + settings
      let name = variant.name.isEmpty ? "" : ", \(JSONValue.text(variant.name).source)"
      lines.append("show(replicate(\(arguments.joined(separator: ", ")))\(name))")
      printed += Self.printed(report, variant: index)
    }
    source = lines.joined(separator: "\n")
    output = printed.joined(separator: "\n") + "\n"
  }

  /// Why a run is not computed in Python; empty where it is.
  static func reasonForNone(of run: LabRun) -> String {
    guard let report = run.report, run.isAlike else {
      return "These are the recorded figures; this cell computes nothing."
    }
    let isKnown = report.request.kind == .train
    let hasSequences = report.request.variants.contains { $0.hyperparameters.data == .sequences }
    return isKnown && !hasSequences
      ? ""
      : "These are the figures that nntutor recorded; the Python in this notebook does not compute "
        + (isKnown ? "recurrent networks." : "experiments of the kind \(report.request.kind.name).")
  }

  /// The Python of the networks, with the hyperparameters' defaults and the figures' digits.
  static var definitions: String {
    let kind = ExperimentKind.train
    let defaults = kind.hyperparameters.map { row in
      "    \"\(row.name)\": \(JSONValue.hyperparameter(row, in: Hyperparameters()).pythonSource),"
    }
    let digits = kind.measures.map { measure in
      "    \"\(measure.name)\": (\(measure.decimals), \"\(unit(of: measure))\"),"
    }
    let tables =
      ["# What holds where a run does not say otherwise.", "DEFAULTS = {"] + defaults + ["}"]
      + ["# The final figures: digits after the point, and the unit.", "DIGITS = {"] + digits + [
        "}"
      ]
    return [
      "import numpy as np\n\n" + tables.joined(separator: "\n"), NumpyData.source,
      NumpyNetwork.source,
      NumpyTraining.source,
    ].joined(separator: "\n\n\n")
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

  private static func printed(_ report: ExperimentReport, variant: Int) -> [String] {
    let name = report.request.variants[variant].name
    var lines = name.isEmpty ? [] : ["[\(name)]"]
    if let first = report.results(of: variant).first {
      lines.append(padded("outcome") + first.outcome.name)
    }
    for measure in report.request.kind.measures {
      let values = report.results(of: variant).compactMap { $0.measure(measure.name) }
      if values.isEmpty { continue }
      let summary = Summary(values)
      var text = fixed(summary.mean, measure.decimals)
      if report.request.seeds > 1 {
        text += " ± \(fixed(summary.standardDeviation, measure.decimals))"
      }
      lines.append(padded(measure.name) + text + unit(of: measure))
    }
    return lines
  }

  private static func unit(of measure: ExperimentKind.Measure) -> String {
    measure.unit.isEmpty ? "" : " \(measure.unit)"
  }

  private static func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 22 - name.count))
  }

  /// A number as Python prints it.
  private static func fixed(_ value: Double, _ decimals: Int) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    return NumberFormat.fixed(value, decimals: decimals)
  }
}
