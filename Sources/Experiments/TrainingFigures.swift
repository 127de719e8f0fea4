// SPDX-License-Identifier: MIT
import Training

extension TrainingHistory {
  /// A figure of the run by name; `nil` where nothing was measured for it.
  func figure(_ name: String) -> Figure? {
    switch name {
    case "loss": lossFigure
    case "accuracy": accuracyFigure
    case "gradients":
      layerFigure("gradients", "Gradient norm by layer", "gradient norm", gradientNorms)
    case "layer_gradients": gradientsByLayer
    case "weight_norms": layerFigure("weight_norms", "Weight norm by layer", "norm", weightNorms)
    case "update_ratios":
      layerFigure("update_ratios", "Step length by weight length", "update ratio", updateRatios)
    case "activations": activationFigure
    default: nil
    }
  }

  private var epochs: [Double] { (0..<count).map { Double($0 + 1) } }

  private var epochAxis: PlotAxis { PlotAxis("epoch", isInteger: true) }

  private var bestLine: [ReferenceLine] {
    bestEpoch.map {
      [ReferenceLine(.vertical, at: Double($0), label: "best epoch \($0)", marksCurves: true)]
    } ?? []
  }

  private var lossFigure: Figure? {
    guard count > 0 else { return nil }
    var series = [PlotSeries("training", x: epochs, y: trainingLoss)]
    if !validationLoss.allSatisfy(\.isNaN) {
      series.append(PlotSeries("validation", x: epochs, y: validationLoss))
    }
    let plot = LinePlot(
      xAxis: epochAxis, yAxis: PlotAxis("loss"), series: series, references: bestLine,
      annotations: annotations)
    return Figure(id: "loss", title: "Loss", content: .lines(plot))
  }

  /// Notes made from the data: only where validation really rises while training falls.
  private var annotations: [PlotAnnotation] {
    guard let bestEpoch, let diagnosis = Diagnosis(of: self), diagnosis.finding == .overfitting,
      let last = validationLoss.last, let most = validationLoss.max(),
      // The rise is to be seen on the curve.
      last - validationLoss[bestEpoch - 1] > 0.05 * (most - validationLoss[bestEpoch - 1])
    else { return [] }
    let middle = Double((bestEpoch + count) / 2)
    return [
      PlotAnnotation("validation gets worse", series: 1, x: middle),
      PlotAnnotation("training keeps improving", series: 0, x: middle),
    ]
  }

  private var accuracyFigure: Figure? {
    guard count > 0, !trainingAccuracy.allSatisfy(\.isNaN) else { return nil }
    let percent = { (shares: [Double]) in shares.map(\.inPercent) }
    let lowest = percent(trainingAccuracy + validationAccuracy).filter { !$0.isNaN }.min() ?? 0
    let plot = LinePlot(
      xAxis: epochAxis,
      yAxis: PlotAxis("accuracy %", limits: (lowest < 40 ? 0 : 40)...105),
      series: [
        PlotSeries("training", x: epochs, y: percent(trainingAccuracy)),
        PlotSeries("validation", x: epochs, y: percent(validationAccuracy)),
      ], references: bestLine)
    return Figure(id: "accuracy", title: "Accuracy", content: .lines(plot))
  }

  private func layerFigure(
    _ id: String, _ title: String, _ label: String, _ values: [[Double]]
  ) -> Figure? {
    guard let layers = values.first?.count, layers > 0 else { return nil }
    let series = LayerChoice.indices(of: layers).map { layer in
      PlotSeries(
        layer == layers - 1 ? "output" : "hidden \(layer + 1)", x: epochs,
        y: values.map { $0[layer] })
    }
    let plot = LinePlot(
      xAxis: epochAxis, yAxis: PlotAxis(label, scale: .logarithmic), series: series)
    return Figure(id: id, title: title, content: .lines(plot))
  }

  /// How long the gradient of each layer is in the last epoch.
  private var gradientsByLayer: Figure? {
    guard let norms = gradientNorms.last, !norms.isEmpty else { return nil }
    let plot = LinePlot(
      xAxis: PlotAxis("layer", isInteger: true),
      yAxis: PlotAxis("gradient norm", scale: .logarithmic),
      series: [PlotSeries("gradient norm", x: norms.indices.map { Double($0 + 1) }, y: norms)])
    return Figure(
      id: "layer_gradients", title: "Gradient norm from layer to layer", content: .lines(plot))
  }

  /// How many activations of each hidden layer are stuck: dead for ReLU, saturated for the others.
  private var activationFigure: Figure? {
    guard let layers = activations.first?.count, layers > 0 else { return nil }
    let isRectifier = [.relu, .leakyReLU].contains(hyperparameters.activation)
    let series = LayerChoice.indices(of: layers).map { layer in
      PlotSeries(
        "hidden \(layer + 1)", x: epochs,
        y: activations.map {
          100 * (isRectifier ? $0[layer].deadFraction : $0[layer].saturatedFraction)
        })
    }
    let plot = LinePlot(
      xAxis: epochAxis, yAxis: PlotAxis("%", limits: 0...100), series: series)
    return Figure(
      id: "activations",
      title: isRectifier ? "Neurons that are off for every example" : "Saturated activations",
      content: .lines(plot))
  }
}
