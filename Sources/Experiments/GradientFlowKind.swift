// SPDX-License-Identifier: MIT
import Training

extension ExperimentKind {
  /// Follows the gradient through a deep network, layer by layer.
  static let gradientFlow = ExperimentKind(
    name: "gradient-flow",
    help: "measures the gradient of every layer of a deep network in one backward pass",
    uses: deepNetworkNames.union(["training_size", "loss"]),
    without: ["data": ["sequences"]], figures: ["gradients", "activations"], usually: ["gradients"],
    compares: "measured",
    ending: [
      Ending(
        "final_gradients", "Gradients of the first and the last layer",
        PlotAxis("gradient norm", scale: .logarithmic),
        ["last layer": "last_layer_gradient", "first layer": "first_layer_gradient"])
    ],
    measures: [
      Measure("first_layer_gradient", decimals: 8, help: "length of the first layer's gradient"),
      Measure("last_layer_gradient", decimals: 4, help: "length of the output layer's gradient"),
      .gradientRatio,
      Measure(
        "mean_factor", decimals: 3,
        help: "what a gradient is multiplied by from one layer down to the next, on average"),
      Measure(
        "saturated_share", unit: "%", decimals: 1,
        help: "hidden activations whose slope is under a tenth of the steepest"),
      Measure(
        "dead_share", unit: "%", decimals: 1, help: "hidden neurons that pass on nothing at all"),
    ],
    cost: { $0.gradientFlowCost },
    memory: { Double($0.gradientFlowEstimate.bytes) },
    start: { SinglePassExperiment($0, figures: $1, compute: flow) })

  /// What decides data and initial weights of a network with `depth` equal layers.
  static let deepNetworkNames: Set = [
    "data", "image_size", "validation_size", "noise", "label_noise", "activation",
    "initialization", "initialization_scale", "skip_connections", "batch_normalization", "depth",
    "width", "seed", "validation_seed", "weight_seed",
  ]

  private static func flow(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool
  ) -> Findings? {
    guard let flow = GradientFlow(hyperparameters, while: shouldContinue) else { return nil }
    let first = flow.layers.first?.gradientNorm ?? .nan
    let last = flow.layers.last?.gradientNorm ?? .nan
    let ratio = first / last
    let steps = Double(max(flow.layers.count - 1, 1))
    let statistics = flow.layers.compactMap(\.activations)
    let hidden = Double(max(statistics.count, 1))
    return Findings(
      measures: [
        ("first_layer_gradient", first), ("last_layer_gradient", last), ("gradient_ratio", ratio),
        ("mean_factor", ratio.root(steps)),
        ("saturated_share", 100 * statistics.reduce(0) { $0 + $1.saturatedFraction } / hidden),
        ("dead_share", 100 * statistics.reduce(0) { $0 + $1.deadFraction } / hidden),
      ],
      figures: [flow.gradientFigure(of: hyperparameters), flow.activationFigure],
      notes: last > 0
        ? [] : ["No gradient reaches the output layer, so there is nothing to compare with."])
  }
}

extension GradientFlow {
  private var layerNumbers: [Double] { layers.indices.map { Double($0 + 1) } }

  private var layerAxis: PlotAxis { PlotAxis("layer, the output last", isInteger: true) }

  /// Gradients as shares of the output layer's, beside what the activation alone lets through.
  fileprivate func gradientFigure(of hyperparameters: Hyperparameters) -> Figure {
    let last = layers.last?.gradientNorm ?? .nan
    let bound = hyperparameters.activation.derivativeBound
    let plot = LinePlot(
      xAxis: layerAxis, yAxis: PlotAxis("gradient, output = 1", scale: .logarithmic),
      series: [
        PlotSeries("measured", x: layerNumbers, y: layers.map { $0.gradientNorm / last }),
        PlotSeries("bound \(bound.plain)^n", x: layerNumbers, y: layers.map(\.activationBound)),
      ],
      references: [ReferenceLine(.horizontal, at: 1, label: "1")],
      bands: [PlotBand(0.1...10, label: "good range")])
    return Figure(id: "gradients", title: "Gradient by layer", content: .lines(plot))
  }

  /// How many activations of each hidden layer are stuck, and how many neurons are dead.
  fileprivate var activationFigure: Figure {
    let statistics = layers.compactMap(\.activations)
    let x = statistics.indices.map { Double($0 + 1) }
    let plot = LinePlot(
      xAxis: PlotAxis("hidden layer", isInteger: true), yAxis: PlotAxis("%", limits: 0...100),
      series: [
        PlotSeries("saturated", x: x, y: statistics.map { 100 * $0.saturatedFraction }),
        PlotSeries("dead", x: x, y: statistics.map { 100 * $0.deadFraction }),
      ])
    return Figure(id: "activations", title: "Stuck neurons by layer", content: .lines(plot))
  }
}
