// SPDX-License-Identifier: MIT
import Experiments
import Training

/// What the cells of some runs need before them: the functions that compute them, the
/// hyperparameters' defaults, the digits of the final figures.
struct NumpyDefinitions {
  private let kinds: [(python: NumpyKind, measures: [ExperimentKind.Measure])]
  private let sources: [String]

  /// Gathers what some requests need, each source once.
  init(for requests: [ExperimentRequest]) {
    let used = Set(requests.map(\.kind))
    kinds = NumpyKind.all.compactMap { row in
      used.first { $0.name == row.name }.map { (row, $0.measures) }
    }
    let hasSequences = requests.contains { request in
      request.variants.contains { $0.hyperparameters.data == .sequences }
    }
    var sources: [String] = []
    for source in kinds.flatMap(\.python.sources) + (hasSequences ? [NumpyRecurrence.source] : [])
    where !sources.contains(source) {
      sources.append(source)
    }
    self.sources = sources
  }

  /// The source of the cell.
  var source: String {
    ([(["import numpy as np", ""] + defaults + figures).joined(separator: "\n")] + sources)
      .joined(separator: "\n\n\n")
  }

  /// The defaults of the hyperparameters that the code names.
  private var defaults: [String] {
    let named = HyperparameterTable.all.filter { row in
      sources.contains { $0.contains("\"\(row.name)\"") }
    }
    return ["# What holds where a run does not say otherwise.", "DEFAULTS = {"]
      + named.map { row in
        "    \"\(row.name)\": \(JSONValue.hyperparameter(row, in: Hyperparameters()).pythonSource),"
      } + ["}"]
  }

  /// The final figures of each kind, in the order that they are printed in.
  private var figures: [String] {
    ["# The final figures of each kind: digits after the point, and the unit.", "FIGURES = {"]
      + kinds.flatMap { kind in
        ["    \"\(kind.python.function)\": {"]
          + kind.measures.map { measure in
            "        \"\(measure.name)\": (\(measure.decimals), \"\(NumpyProgram.unit(of: measure))\"),"
          } + ["    },"]
      } + ["}"]
  }
}
