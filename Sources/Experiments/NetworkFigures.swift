// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

/// What limits the pictures of a network.
enum NetworkFigures {
  /// The most small images of one figure.
  static let mostImages = 60
  /// The cells of a decision map, across and down.
  static let mapCells = (columns: 48, rows: 24)
}

extension TrainedNetwork {
  /// The figures that can be drawn while the network is still being trained.
  static let watchedFigures: Set = ["fit", "boundary", "neurons"]

  /// A figure of the network by name; `nil` where its data has no such picture.
  func figure(_ name: String) -> Figure? {
    switch name {
    case "confusion": confusion.map(confusionFigure)
    case "boundary": boundaryFigure
    case "neurons": neuronFigure
    case "mistakes": mistakeFigure
    case "predictions": hyperparameters.isRegression || predictions.isEmpty ? nil : predictionFigure
    case "fit": hyperparameters.isRegression ? fitFigure : nil
    default: nil
    }
  }

  /// The names of class 1 and class 0.
  private var classes: (one: String, zero: String) {
    hasImages ? ("vertical", "horizontal") : ("class 1", "class 0")
  }

  private func confusionFigure(_ matrix: ConfusionMatrix) -> Figure {
    let counts = [
      [matrix.truePositives, matrix.falseNegatives], [matrix.falsePositives, matrix.trueNegatives],
    ]
    let map = HeatMap(
      values: counts.map { $0.map(Double.init) },
      rowLabels: [classes.one, classes.zero],
      columnLabels: ["said \(classes.one)", "said \(classes.zero)"], decimals: 0)
    return Figure(id: "confusion", title: "Confusion matrix, validation", content: .heatMap(map))
  }

  /// The probability of class 1 all over the plane of two inputs, and the training points.
  private var boundaryFigure: Figure? {
    let training = start.training
    guard training.inputSize == 2 else { return nil }
    let places = training.labels.indices.map {
      (x: training.inputs[2 * $0], y: training.inputs[2 * $0 + 1], label: training.labels[$0])
    }.sorted { $0.x < $1.x }
    func range(_ values: [Double]) -> ClosedRange<Double> {
      (values.min() ?? 0) - 0.2...(values.max() ?? 0) + 0.2
    }
    func points(_ name: String, isOne: Bool) -> PlotSeries {
      let own = places.filter { ($0.label >= 0.5) == isOne }
      return PlotSeries(name, x: own.map(\.x), y: own.map(\.y), isScatter: true)
    }
    let cells = NetworkFigures.mapCells
    return DecisionMap(
      network, x: range(places.map(\.x)), y: range(places.map(\.y)), columns: cells.columns,
      rows: cells.rows
    ).map { map in
      var plot = LinePlot(
        xAxis: PlotAxis("input 1", limits: map.x), yAxis: PlotAxis("input 2", limits: map.y),
        series: [points(classes.one, isOne: true), points(classes.zero, isOne: false)])
      plot.field = PlotField(classes.one, x: map.x, y: map.y, values: map.values)
      plot.hasEqualUnits = true
      return Figure(
        id: "boundary", title: "Probability of class 1 over the plane", content: .lines(plot))
    }
  }

  /// The weights into each neuron of the first hidden layer, as pictures.
  private var neuronFigure: Figure? {
    guard hasImages, !network.architecture.hidden.isEmpty else { return nil }
    let images = network.weightImages.prefix(NetworkFigures.mostImages).enumerated().map {
      ImageGrid.Image(caption: "neuron \($0 + 1)", pixels: $1)
    }
    return Figure(
      id: "neurons", title: "Weights of hidden layer 1",
      content: .images(ImageGrid(images: images, isSigned: true)))
  }

  /// The validation images that are misclassified, each with the probability that it was given.
  private var mistakeFigure: Figure? {
    let wrong = mistakes.prefix(NetworkFigures.mostImages)
    guard hasImages, !wrong.isEmpty else { return nil }
    let side = Int(Double(start.validation.inputSize).squareRoot().rounded())
    let images = wrong.map { index in
      let answer = Self.probability(predictions[index])
      return ImageGrid.Image(
        caption: "\(Dataset.lineName(start.validation.labels[index])) \(answer)",
        pixels: start.validation.pixels(index, side: side))
    }
    return Figure(
      id: "mistakes",
      title: "Misclassified: what each is, and how likely vertical it was found",
      content: .images(ImageGrid(images: images)))
  }

  /// A probability to two decimals, all of them shown: `0.50`.
  private static func probability(_ value: Double) -> String {
    guard value.isFinite else { return "NaN" }
    let hundredths = Int((100 * min(1, max(0, value))).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }

  /// The answers to the validation examples in ascending order, one series a class.
  private var predictionFigure: Figure {
    let ranked = zip(predictions, start.validation.labels).sorted { $0 < $1 }
    func series(_ name: String, isOne: Bool) -> PlotSeries {
      let own = ranked.indices.filter { (ranked[$0].1 >= 0.5) == isOne }
      return PlotSeries(
        name, x: own.map { Double($0 + 1) }, y: own.map { ranked[$0].0 }, isScatter: true)
    }
    let plot = LinePlot(
      xAxis: PlotAxis("example, sorted", isInteger: true),
      yAxis: PlotAxis("answer"),
      series: [series(classes.one, isOne: true), series(classes.zero, isOne: false)],
      references: [ReferenceLine(.horizontal, at: 0.5, label: "threshold 0.5")])
    return Figure(id: "predictions", title: "Answers", content: .lines(plot))
  }

  /// The curve that a regression has learned, with its points.
  private var fitFigure: Figure {
    let x = (-120...120).map { Double($0) / 120 }
    let points = zip(start.training.inputs, start.training.labels).sorted { $0.0 < $1.0 }
    let plot = LinePlot(
      xAxis: PlotAxis("x", limits: -1...1), yAxis: PlotAxis("y"),
      series: [
        PlotSeries("points", x: points.map(\.0), y: points.map(\.1), isScatter: true),
        PlotSeries("truth", x: x, y: x.map(Dataset.sineValue)),
        PlotSeries("network", x: x, y: network.predictions(x)),
      ])
    return Figure(id: "fit", title: "What the network has learned", content: .lines(plot))
  }
}
