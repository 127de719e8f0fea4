// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// Follows the gradient of a recurrent network back through time.
  static let recurrentFlow = ExperimentKind(
    name: "rnn-flow",
    help: "measures the gradient of a recurrent network at every time step in one backward pass",
    defaults: recurrentDefaults,
    uses: [
      "training_size", "validation_size", "noise", "label_noise", "activation", "initialization",
      "loss", "seed", "validation_seed", "weight_seed", "width", "time_steps", "spectral_radius",
    ],
    narrowing: ["width": 1...256], figures: ["gradients", "states"], usually: ["gradients"],
    compares: "measured",
    ending: [
      Ending(
        "final_gradients", "Gradients of the first and the last step",
        PlotAxis("gradient norm", scale: .logarithmic),
        ["last step": "last_step_gradient", "first step": "first_step_gradient"])
    ],
    measures: [
      Measure(
        "first_step_gradient", decimals: 8,
        help: "length of the gradient at the first time step, farthest from the loss"),
      Measure(
        "last_step_gradient", decimals: 4, help: "length of the gradient at the last time step"),
      .gradientRatio,
      Measure(
        "factor_per_step", decimals: 3,
        help: "what a gradient is multiplied by from one time step back to the one before"),
      Measure(
        "measured_radius", decimals: 3,
        help: "the largest absolute eigenvalue that the recurrent weights have"),
    ],
    cost: { $0.recurrentFlowCost },
    memory: { Double($0.recurrentFlowEstimate.bytes) },
    start: { SinglePassExperiment($0, figures: $1, compute: recurrentFlow) })

  /// A linear network, `h_t = W h_(t-1)`, unless an activation is asked for.
  private static var recurrentDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.activation = .identity
    return defaults
  }

  private static func recurrentFlow(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool
  ) -> Findings? {
    guard let flow = RecurrentFlow(hyperparameters, while: shouldContinue) else { return nil }
    let first = flow.gradientNorms.first ?? .nan
    let last = flow.gradientNorms.last ?? .nan
    let steps = Double(flow.gradientNorms.count - 1)
    return Findings(
      measures: [
        ("first_step_gradient", first), ("last_step_gradient", last),
        ("gradient_ratio", first / last),
        ("factor_per_step", steps > 0 ? (first / last).root(steps) : .nan),
        ("measured_radius", flow.spectralRadius),
      ],
      figures: [flow.gradientFigure(of: hyperparameters), flow.stateFigure],
      notes: last > 0
        ? [] : ["No gradient reaches the last time step, so there is nothing to compare with."])
  }
}

extension RecurrentFlow {
  /// Gradients as shares of the last time step's, beside the powers of the spectral radius.
  fileprivate func gradientFigure(of hyperparameters: Hyperparameters) -> Figure {
    let back = gradientNorms.indices.map(Double.init)
    let last = gradientNorms.last ?? .nan
    let radius = hyperparameters.spectralRadius
    let plot = LinePlot(
      xAxis: PlotAxis("time steps back from the loss", isInteger: true),
      yAxis: PlotAxis("gradient, last step = 1", scale: .logarithmic),
      series: [
        PlotSeries("measured", x: back, y: gradientNorms.reversed().map { $0 / last }),
        PlotSeries("\(radius.plain)^n", x: back, y: back.map { radius.power($0) }),
      ],
      references: [ReferenceLine(.horizontal, at: 1, label: "1")],
      bands: [PlotBand(0.1...10, label: "good range")])
    return Figure(id: "gradients", title: "Gradient back through time", content: .lines(plot))
  }

  /// The length of the hidden values as time goes on.
  fileprivate var stateFigure: Figure {
    let plot = LinePlot(
      xAxis: PlotAxis("time step", isInteger: true),
      yAxis: PlotAxis("length of the state", scale: .logarithmic),
      series: [
        PlotSeries("state", x: hiddenNorms.indices.map { Double($0 + 1) }, y: hiddenNorms)
      ])
    return Figure(id: "states", title: "Hidden state through time", content: .lines(plot))
  }
}
