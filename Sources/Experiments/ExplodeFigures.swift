// SPDX-License-Identifier: MIT
import Training

extension ExplodeExperiment {
  /// A figure by name; `nil` where there is nothing to draw yet.
  func figure(_ name: String) -> Figure? {
    switch name {
    case "loss": lossFigure
    case "gradients": gradientFigure
    case "layers": layerFigure
    case "weights": weightFigure
    default: nil
    }
  }

  /// The loss, epoch by epoch, from before the first step.
  private var lossFigure: Figure? {
    guard let beginning else { return nil }
    let epochs = (0...history.count).map(Double.init)
    let plot = LinePlot(
      xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("loss", scale: .logarithmic),
      series: [
        PlotSeries("training", x: epochs, y: [beginning.loss] + history.trainingLoss),
        PlotSeries("validation", x: Array(epochs.dropFirst()), y: history.validationLoss),
      ], references: divergenceLine { Double($0.epoch) })
    return Figure(id: "loss", title: "Loss", content: .lines(plot))
  }

  /// The length of the gradient, step by step.
  private var gradientFigure: Figure? {
    guard !stepNorms.isEmpty else { return nil }
    let perEpoch = stepsPerEpoch
    let plot = LinePlot(
      xAxis: PlotAxis("step", isInteger: true),
      yAxis: PlotAxis("length of the gradient", scale: .logarithmic),
      series: [
        PlotSeries("gradient", x: stepNorms.indices.map { Double($0 + 1) }, y: stepNorms)
      ], references: divergenceLine { Double(($0.epoch - 1) * perEpoch + $0.step) })
    return Figure(id: "gradients", title: "Gradient, step by step", content: .lines(plot))
  }

  private var stepsPerEpoch: Int {
    let size = max(hyperparameters.batchSize, 1)
    return max((hyperparameters.trainingSize + size - 1) / size, 1)
  }

  /// Gradients by layer before the first step.
  private var layerFigure: Figure? {
    guard let beginning else { return nil }
    let plot = LinePlot(
      xAxis: PlotAxis("layer, the output last", isInteger: true),
      yAxis: PlotAxis("gradient norm", scale: .logarithmic),
      series: [
        PlotSeries(
          "gradient", x: beginning.layers.indices.map { Double($0 + 1) },
          y: beginning.layers.map(\.gradientNorm))
      ],
      references: [ReferenceLine(.horizontal, at: 1, label: "1")],
      bands: [PlotBand(0.1...10, label: "good range")])
    return Figure(
      id: "layers", title: "Gradient by layer, before the first step", content: .lines(plot))
  }

  /// The length of the weights of some layers, epoch by epoch, from before the first step.
  private var weightFigure: Figure? {
    guard let beginning else { return nil }
    let norms = [beginning.layers.map(\.weightNorm)] + history.weightNorms
    let epochs = (0...history.count).map(Double.init)
    let series = LayerChoice.indices(of: beginning.layers.count).map { layer in
      PlotSeries(beginning.layers[layer].name, x: epochs, y: norms.map { $0[layer] })
    }
    let plot = LinePlot(
      xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("norm", scale: .logarithmic),
      series: series)
    return Figure(id: "weights", title: "Weight norm by layer", content: .lines(plot))
  }

  private func divergenceLine(at place: (Divergence) -> Double) -> [ReferenceLine] {
    guard case .diverged(let divergence) = history.outcome else { return [] }
    return [ReferenceLine(.vertical, at: place(divergence), label: "NaN", marksCurves: true)]
  }
}
