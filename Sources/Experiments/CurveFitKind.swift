// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// Fits a polynomial to a few noisy points.
  static let curveFit = ExperimentKind(
    name: "curve-fit", help: "fits a polynomial to noisy points of a sine",
    uses: [
      "degree", "training_size", "validation_size", "noise", "seed", "validation_seed",
    ],
    narrowing: ["training_size": 1...5000],
    figures: ["fit", "errors"], usually: ["fit"], compares: "fit",
    ending: [
      Ending(
        "final_errors", "Error at fitted and at unseen points",
        PlotAxis("squared error", scale: .logarithmic),
        ["fitted": "training_error", "unseen": "test_error"])
    ],
    measures: [
      .trainingError,
      Measure("test_error", decimals: 4, help: "mean squared error at unseen points"),
      Measure(
        "largest_coefficient", decimals: 2, help: "the largest factor of a power of x, without sign"
      ),
      .bestDegree,
    ],
    cost: { hyperparameters in
      let own = hyperparameters.degree
      let unseen = Double(hyperparameters.validationSize)
      return hyperparameters.fitCost(degrees: comparedDegrees(hyperparameters), asked: unseen)
        + hyperparameters.fitCost(degrees: own...own, asked: unseen)
    },
    memory: { Double($0.trainingSize * 60 + $0.validationSize * 8) * 16 },
    start: { SinglePassExperiment($0, figures: $1, compute: fitted) })

  /// The degrees whose errors are compared: up to one that can pass through every point.
  private static func comparedDegrees(_ hyperparameters: Hyperparameters) -> ClosedRange<Int> {
    0...min(max(hyperparameters.trainingSize - 1, 0), 20)
  }

  private static func fitted(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool
  ) -> Findings? {
    let curve = NoisyCurve(hyperparameters)
    let fit = curve.fit(degree: hyperparameters.degree)
    var fits: [NoisyCurve.Fit] = []
    for degree in comparedDegrees(hyperparameters) {
      guard shouldContinue() else { return nil }
      fits.append(curve.fit(degree: degree))
    }
    let best = fits.indices.min { fits[$0].unseenError < fits[$1].unseenError } ?? 0
    return Findings(
      measures: [
        ("training_error", fit.trainingError.withoutRounding),
        ("test_error", fit.unseenError.withoutRounding),
        ("largest_coefficient", fit.polynomial.powerCoefficients.map(abs).max() ?? 0),
        ("best_degree", Double(best)),
      ],
      figures: [
        figure(of: fit.polynomial, through: curve), errors(fits, degree: hyperparameters.degree),
      ])
  }

  private static func figure(of polynomial: Polynomial, through curve: NoisyCurve) -> Figure {
    let x = (-120...120).map { Double($0) / 120 }
    // A fit leaves the picture where it swings far beyond its points: the points stay readable.
    let height = max(1.5, (curve.y.map(abs).max() ?? 0) * 1.25)
    let plot = LinePlot(
      xAxis: PlotAxis("x", limits: -1...1), yAxis: PlotAxis("y", limits: -height...height),
      series: [
        PlotSeries("points", x: curve.x, y: curve.y, isScatter: true),
        PlotSeries("truth", x: x, y: x.map(Dataset.sineValue)),
        PlotSeries("fit", x: x, y: x.map(polynomial.value)),
      ])
    return Figure(id: "fit", title: "Polynomial fit", content: .lines(plot))
  }

  private static func errors(_ fits: [NoisyCurve.Fit], degree: Int) -> Figure {
    let degrees = fits.indices.map(Double.init)
    let plot = LinePlot(
      xAxis: PlotAxis("degree", isInteger: true),
      yAxis: PlotAxis("mean squared error", scale: .logarithmic),
      series: [
        PlotSeries("training", x: degrees, y: fits.map(\.trainingError.withoutRounding)),
        PlotSeries("unseen", x: degrees, y: fits.map(\.unseenError.withoutRounding)),
      ], references: [ReferenceLine(.vertical, at: Double(degree), label: "degree \(degree)")])
    return Figure(id: "errors", title: "Error by degree", content: .lines(plot))
  }
}

extension Double {
  /// A squared error as it would be without rounding: what is left where a curve goes through every
  /// point, some 1e-30, is nothing, and would stretch a logarithmic axis beyond all use.
  fileprivate var withoutRounding: Double { self < 1e-12 ? 0 : self }
}
