// SPDX-License-Identifier: MIT
import Training

extension ExperimentKind {
  /// Takes the error of polynomials apart, over many training sets.
  static let biasVariance = ExperimentKind(
    name: "bias-variance",
    help: "splits the error of polynomials into bias, variance and noise over many training sets",
    uses: [
      "training_size", "noise", "degree", "training_sets", "seed", "validation_seed",
    ],
    narrowing: ["training_size": 1...5000], figures: ["parts", "errors"], usually: ["parts"],
    compares: "total",
    measures: [
      Measure("bias", decimals: 4, help: "bias^2: how far the mean prediction is off, squared"),
      Measure("variance", decimals: 4, help: "how far predictions scatter about their mean"),
      Measure("noise_floor", decimals: 4, help: "mean square of the noise, which nothing removes"),
      Measure("total_error", decimals: 4, help: "bias^2, variance and noise together"),
      Measure("measured_error", decimals: 4, help: "mean squared error, measured by itself"),
      .trainingError, .bestDegree,
    ],
    cost: { hyperparameters in
      Double(hyperparameters.trainingSets)
        * hyperparameters.fitCost(
          degrees: BiasVarianceExperiment.sizes(hyperparameters), asked: 100)
    },
    memory: { Double($0.trainingSets * 100 + $0.trainingSize * 100) * 16 },
    start: { BiasVarianceExperiment($0, figures: $1) })
}

/// Bias and variance on their way, one degree after the other.
struct BiasVarianceExperiment: RunningExperiment {
  private let hyperparameters: Hyperparameters
  private let figures: [String]
  private let measurement: BiasVariance
  private let sizes: ClosedRange<Int>
  private var rows: [BiasVariance.Row] = []
  private var isCancelled = false

  /// The degrees that are compared: enough for the U shape, and as many as the learner's own.
  static func sizes(_ hyperparameters: Hyperparameters) -> ClosedRange<Int> {
    0...max(hyperparameters.degree, 9)
  }

  /// Describes the measurement; nothing is computed.
  init(_ hyperparameters: Hyperparameters, figures: [String]) {
    self.hyperparameters = hyperparameters
    self.figures = figures
    sizes = Self.sizes(hyperparameters)
    measurement = BiasVariance(hyperparameters, model: .polynomial)
  }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    guard rows.count < sizes.count else { return false }
    guard let row = measurement.row(size: rows.count, while: { !isCancelled() }) else {
      self.isCancelled = true
      return false
    }
    rows.append(row)
    return rows.count < sizes.count
  }

  var progress: Double { Double(rows.count) / Double(sizes.count) }

  func result() -> ExperimentResult {
    let best = rows.min { $0.sum < $1.sum }
    let row = rows.first { $0.size == hyperparameters.degree }
    var measures: [(name: String, value: Double)] = []
    if let row {
      measures = [
        ("bias", row.biasSquared), ("variance", row.variance), ("noise_floor", row.noise),
        ("total_error", row.sum), ("measured_error", row.measuredError),
        ("training_error", row.trainingError),
      ]
    }
    if let best { measures.append(("best_degree", Double(best.size))) }
    let findings = Findings(measures: measures, figures: rows.isEmpty ? [] : [parts, errors])
    var result = ExperimentResult(hyperparameters, findings, figures: figures)
    if isCancelled || rows.count < sizes.count { result.outcome = .cancelled }
    return result
  }

  private func curve(_ name: String, _ value: (BiasVariance.Row) -> Double) -> PlotSeries {
    PlotSeries(name, x: rows.map { Double($0.size) }, y: rows.map(value))
  }

  private func plot(_ series: [PlotSeries]) -> LinePlot {
    LinePlot(
      xAxis: PlotAxis("degree", isInteger: true),
      yAxis: PlotAxis("squared error", scale: .logarithmic), series: series,
      references: rows.min { $0.sum < $1.sum }.map {
        [ReferenceLine(.vertical, at: Double($0.size), label: "least total, degree \($0.size)")]
      } ?? [])
  }

  private var parts: Figure {
    let curves = [
      curve("bias^2") { $0.biasSquared }, curve("variance") { $0.variance },
      curve("noise") { $0.noise }, curve("total") { $0.sum },
    ]
    return Figure(id: "parts", title: "What the error is made of", content: .lines(plot(curves)))
  }

  private var errors: Figure {
    let curves = [
      curve("training") { $0.trainingError }, curve("measured") { $0.measuredError },
      curve("total") { $0.sum },
    ]
    return Figure(id: "errors", title: "Error by degree", content: .lines(plot(curves)))
  }
}
