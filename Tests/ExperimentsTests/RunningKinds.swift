// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

/// The kind of a name.
func kind(_ name: String) throws -> ExperimentKind {
  try #require(ExperimentKind.all.first { $0.name == name })
}

/// What a kind shows with some of its defaults changed, all its figures drawn.
func result(
  of name: String, _ change: (inout Hyperparameters) -> Void = { _ in }
) throws -> ExperimentResult {
  let kind = try kind(name)
  var hyperparameters = kind.defaults
  change(&hyperparameters)
  return kind.run(hyperparameters, figures: kind.figureNames)
}

extension ExperimentResult {
  /// A final figure that must be there.
  func value(_ name: String) throws -> Double { try #require(measure(name), "\(name)") }

  /// The curves of a figure that must be there.
  func lines(_ id: String) throws -> LinePlot {
    let figure = try #require(figures.first { $0.id == id }, "\(id)")
    guard case .lines(let plot) = figure.content else { throw NoSuchContent() }
    return plot
  }
}

/// A figure holds something else than a test asks for.
struct NoSuchContent: Error {}
