// SPDX-License-Identifier: MIT
import Experiments
import Training

/// A kind of experiment in Python.
struct NumpyKind {
  /// The kind's name in lessons.
  let name: String
  /// What computes it: the sources that it shares with other kinds, then its own.
  let sources: [String]

  private init(_ name: String, _ sources: String...) {
    self.name = name
    self.sources = [NumpyReplication.source] + sources
  }

  /// A kind that computes a network.
  private init(_ name: String, network sources: String...) {
    self.name = name
    self.sources =
      [
        NumpyReplication.source, NumpyData.source, NumpyActivations.source, NumpyNetwork.source,
        NumpyStart.source,
      ] + sources
  }

  /// The function that computes the kind from its hyperparameters.
  var function: String { name.replacing("-", with: "_") }

  /// Every kind, in the order in which a notebook defines them.
  static let all: [NumpyKind] = [
    NumpyKind("train", network: NumpyTraining.source),
    NumpyKind("gradient-flow", network: NumpyFlow.source),
    NumpyKind("explode", network: NumpyTraining.source, NumpyExplosion.source),
    NumpyKind("rnn-flow", network: NumpyRecurrence.source, NumpyRecurrentFlow.source),
    NumpyKind("descent", NumpyDescent.source),
    NumpyKind("curve-fit", NumpyData.source, NumpyPolynomial.source, NumpyCurveFit.source),
    NumpyKind(
      "bias-variance", NumpyData.source, NumpyPolynomial.source, NumpyErrorParts.source,
      NumpyBiasVariance.source),
    NumpyKind(
      "network-bias-variance", network: NumpyTraining.source, NumpyErrorParts.source,
      NumpyNetworkBiasVariance.source),
    NumpyKind("function", NumpyActivations.source, NumpyFunction.source),
    NumpyKind("line-images", NumpyData.source, NumpyLineImages.source),
  ]

  /// The Python of a kind.
  static func of(_ kind: ExperimentKind) -> NumpyKind? { all.first { $0.name == kind.name } }
}
