// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// Draws an activation function with its derivative.
  static let function = ExperimentKind(
    name: "function", help: "draws an activation function and its derivative",
    uses: ["activation"], figures: ["function"], compares: "derivative",
    ending: [
      Ending(
        "final_slope", "Slopes", PlotAxis("derivative"),
        ["at 0": "derivative_at_zero", "steepest": "largest_derivative"])
    ],
    measures: [
      Measure("largest_derivative", decimals: 4, help: "the steepest slope between -6 and 6"),
      Measure("derivative_at_zero", decimals: 4, help: "the slope at 0"),
      Measure("derivative_at_six", decimals: 4, help: "the slope at 6"),
    ],
    cost: { _ in 20_000 }, memory: { _ in 32_768 },
    start: {
      SinglePassExperiment($0, figures: $1) { hyperparameters, _ in
        curves(of: hyperparameters.activation)
      }
    })

  /// The pre-activations that are drawn, 0 among them.
  private static let preactivations = (-120...120).map { Double($0) / 20 }

  private static func curves(of activation: Activation) -> Findings {
    let slope = { (z: Double) in activation.derivative(atValue: activation.value(z)) }
    let slopes = preactivations.map(slope)
    let largest = slopes.max() ?? 0
    let plot = LinePlot(
      xAxis: PlotAxis("z", limits: -6...6), yAxis: PlotAxis(""),
      series: [
        PlotSeries(activation.rawValue, x: preactivations, y: preactivations.map(activation.value)),
        PlotSeries("derivative", x: preactivations, y: slopes),
      ],
      references: [ReferenceLine(.horizontal, at: largest, label: "largest slope \(largest.plain)")]
    )
    return Findings(
      measures: [
        ("largest_derivative", largest), ("derivative_at_zero", slope(0)),
        ("derivative_at_six", slope(6)),
      ],
      figures: [
        Figure(
          id: "function", title: "\(activation.rawValue) and its derivative", content: .lines(plot))
      ])
  }
}
