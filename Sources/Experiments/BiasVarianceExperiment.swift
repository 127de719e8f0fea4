// SPDX-License-Identifier: MIT
import Training

/// Bias and variance on their way, one size of the model after the other.
struct BiasVarianceExperiment: RunningExperiment {
  private let hyperparameters: Hyperparameters
  private let figures: [String]
  private let measurement: BiasVariance
  /// The degrees or widths that are compared, ascending.
  private let sizes: [Int]
  /// The size that the measures are of.
  private let own: Int
  private var rows: [BiasVariance.Row] = []
  private var isCancelled = false

  /// Describes the measurement; nothing is computed.
  init(
    _ hyperparameters: Hyperparameters, figures: [String], model: BiasVariance.Model,
    sizes: [Int], own: Int
  ) {
    self.hyperparameters = hyperparameters
    self.figures = figures
    self.sizes = sizes
    self.own = own
    measurement = BiasVariance(hyperparameters, model: model)
  }

  /// What a size is.
  private var sizeName: String { measurement.model == .network ? "width" : "degree" }

  mutating func advance(unless isCancelled: @escaping @Sendable () -> Bool) -> Bool {
    guard rows.count < sizes.count else { return false }
    guard let row = measurement.row(size: sizes[rows.count], while: { !isCancelled() }) else {
      self.isCancelled = true
      return false
    }
    rows.append(row)
    return rows.count < sizes.count
  }

  var progress: Double { Double(rows.count) / Double(sizes.count) }

  func result() -> ExperimentResult {
    let row = rows.first { $0.size == own }
    var measures: [(name: String, value: Double)] = []
    if let row {
      measures = [
        ("bias", row.biasSquared), ("variance", row.variance), ("noise_floor", row.noise),
        ("total_error", row.sum), ("measured_error", row.measuredError),
        ("training_error", row.trainingError),
      ]
    }
    if let best { measures.append(("best_\(sizeName)", Double(best.size))) }
    let findings = Findings(measures: measures, figures: rows.isEmpty ? [] : [parts, errors])
    var result = ExperimentResult(hyperparameters, findings, figures: figures)
    if isCancelled || rows.count < sizes.count { result.outcome = .cancelled }
    return result
  }

  /// The size with the least total error.
  private var best: BiasVariance.Row? {
    rows.filter { $0.sum.isFinite }.min { $0.sum < $1.sum }
  }

  private func curve(_ name: String, _ value: (BiasVariance.Row) -> Double) -> PlotSeries {
    PlotSeries(name, x: rows.map { Double($0.size) }, y: rows.map(value))
  }

  private func plot(_ series: [PlotSeries]) -> LinePlot {
    LinePlot(
      xAxis: PlotAxis(sizeName, isInteger: true),
      yAxis: PlotAxis("squared error", scale: .logarithmic), series: series,
      references: best.map {
        [
          ReferenceLine(
            .vertical, at: Double($0.size), label: "least total, \(sizeName) \($0.size)")
        ]
      } ?? [])
  }

  private var parts: Figure {
    let curves = [
      curve("bias²") { $0.biasSquared }, curve("variance") { $0.variance },
      curve("noise") { $0.noise }, curve("total") { $0.sum },
    ]
    return Figure(id: "parts", title: "What the error is made of", content: .lines(plot(curves)))
  }

  private var errors: Figure {
    let curves = [
      curve("training") { $0.trainingError }, curve("measured") { $0.measuredError },
      curve("total") { $0.sum },
    ]
    return Figure(id: "errors", title: "Error by \(sizeName)", content: .lines(plot(curves)))
  }
}
