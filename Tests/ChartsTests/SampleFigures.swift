// SPDX-License-Identifier: MIT
import Experiments
import Glibc

/// Figures like those of the course, from formulas, so that their pictures never change.
enum SampleFigures {
  /// Two loss curves, the second lowest at epoch 57 and rising after.
  static let loss = Figure(
    id: "loss", title: "OVERFITTING: training vs validation loss",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("loss"),
        series: [
          PlotSeries("training", x: epochs, y: trainingLoss),
          PlotSeries("validation", x: epochs, y: validationLoss),
        ],
        references: [
          ReferenceLine(.vertical, at: 57, label: "best epoch 57", marksCurves: true)
        ],
        annotations: [
          PlotAnnotation("…but validation rises to 0.301", series: 1, x: 400),
          PlotAnnotation("training keeps improving…", series: 0, x: 400),
        ])))

  /// Two accuracy curves in steps of 2 and 5 points, on a fixed axis.
  static let accuracy = Figure(
    id: "accuracy", title: "Accuracy",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("accuracy %", limits: 40...105),
        series: [
          PlotSeries(
            "training", x: epochs, y: epochs.map { min(100, 50 + 5 * (($0 / 6).rounded(.down))) }),
          PlotSeries(
            "validation", x: epochs,
            y: epochs.map {
              $0 < 57 ? 50 + 2 * min(20, ($0 / 2.5).rounded(.down)) : 90 - 2 * ($0 > 300 ? 1 : 0)
            }),
        ],
        references: [
          ReferenceLine(.vertical, at: 57, label: "best epoch 57", marksCurves: true)
        ])))

  /// The sigmoid and its derivative, with the derivative's maximum.
  static let sigmoid = Figure(
    id: "sigmoid", title: "The sigmoid and its derivative",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("z"), yAxis: PlotAxis("value"),
        series: [
          PlotSeries("σ(z)", x: zs, y: zs.map(sigmoid)),
          PlotSeries("σ′(z)", x: zs, y: zs.map { sigmoid($0) * (1 - sigmoid($0)) }),
        ],
        references: [ReferenceLine(.horizontal, at: 0.25, label: "maximum of σ′(z)")],
        annotations: [PlotAnnotation("never above 0.25", series: 1, x: 0)])))

  /// Gradients ten layers down, by decades.
  static let vanishing = Figure(
    id: "vanishing", title: "Gradient vanishing through layers",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("layer", isInteger: true), yAxis: PlotAxis("gradient", scale: .logarithmic),
        series: [
          PlotSeries("sigmoid", x: layers, y: layers.map { pow(0.25, $0) }),
          PlotSeries("ReLU (ideal)", x: layers, y: layers.map { _ in 1 }),
        ])))

  /// Gradients that vanish, stay and explode, with the range that trains well.
  static let flow = Figure(
    id: "flow", title: "Gradient flow through deep networks",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("layer", isInteger: true),
        yAxis: PlotAxis("gradient", scale: .logarithmic, limits: 1e-8...1e4),
        series: [
          PlotSeries("vanishing ×0.25", x: layers, y: layers.map { pow(0.25, $0) }),
          PlotSeries("stable ×1", x: layers, y: layers.map { _ in 1 }),
          PlotSeries("exploding ×1.5", x: layers, y: layers.map { pow(1.5, $0) }),
        ],
        references: [ReferenceLine(.horizontal, at: 1, label: "unchanged")],
        bands: [PlotBand(0.1...10, label: "good range")])))

  /// The mean loss of many runs with the spread around it.
  static let spread = Figure(
    id: "spread", title: "Gap over 100 seeds",
    content: .lines(
      LinePlot(
        xAxis: PlotAxis("epoch", isInteger: true), yAxis: PlotAxis("loss"),
        series: [
          PlotSeries(
            "mean", x: epochs, y: validationLoss, lower: validationLoss.map { $0 * 0.8 },
            upper: validationLoss.map { $0 * 1.2 })
        ])))

  /// Two samples with noise and an even one.
  static let images = Figure(
    id: "samples", title: "Three images of 3 × 3 pixels",
    content: .images(
      ImageGrid(images: [
        .init(caption: "vertical", pixels: [[0.1, 0.95, 0], [0.05, 1, 0.2], [0, 0.85, 0.1]]),
        .init(caption: "horizontal", pixels: [[0, 0.1, 0.05], [0.9, 1, 0.8], [0.2, 0, 0.1]]),
        .init(caption: "diagonal", pixels: [[1, 0.3, 0], [0.2, 0.75, 0.4], [0, 0.1, 0.9]]),
      ])))

  /// The weights of two neurons, with their signs.
  static let weights = Figure(
    id: "weights", title: "Weights of the first layer",
    content: .images(
      ImageGrid(
        images: [
          .init(
            caption: "neuron 1", pixels: [[-0.9, 1.8, -0.7], [-1, 2.1, -0.8], [-0.6, 1.7, -1]]),
          .init(
            caption: "neuron 2", pixels: [[0.4, 0, -0.3], [1.2, 1.6, 1.1], [-0.2, 0.1, 0.5]]),
        ], isSigned: true)))

  /// A confusion of classes.
  static let heatMap = Figure(
    id: "confusion", title: "Answers by class",
    content: .heatMap(
      HeatMap(
        values: [[46, 3, 1], [4, 44, 2], [0, 5, 45]],
        rowLabels: ["vertical", "horizontal", "diagonal"],
        columnLabels: ["vertical", "horizontal", "diagonal"], decimals: 0)))

  /// The gap of three treatments.
  static let bars = Figure(
    id: "gap", title: "Gap between training and validation",
    content: .bars(
      BarPlot(
        categories: ["nothing", "weight decay", "dropout", "early stopping"],
        series: [PlotSeries("gap", x: [], y: [0.31, 0.12, 0.155, 0.08])],
        axis: PlotAxis("gap"))))

  /// Losses of two sets for three sizes of network.
  static let groupedBars = Figure(
    id: "sizes", title: "Loss by size of the network",
    content: .bars(
      BarPlot(
        categories: ["2", "8", "40"],
        series: [
          PlotSeries("training", x: [], y: [0.42, 0.05, 0.001]),
          PlotSeries("validation", x: [], y: [0.45, 0.21, 0.33]),
        ],
        axis: PlotAxis("loss"))))

  /// Points of two classes, and the shares of the first one all over their plane.
  static let plane: Figure = {
    func place(_ index: Int, _ isFirst: Bool) -> (x: Double, y: Double) {
      let angle = Double.pi * (Double(index) + 0.5) / 12
      return isFirst ? (cos(angle), sin(angle)) : (1 - cos(angle), 0.5 - sin(angle))
    }
    func series(_ name: String, _ isFirst: Bool) -> PlotSeries {
      let places = (0..<12).map { place($0, isFirst) }
      return PlotSeries(name, x: places.map(\.x), y: places.map(\.y), isScatter: true)
    }
    var plot = LinePlot(
      xAxis: PlotAxis("input 1", limits: -1.5...2.5), yAxis: PlotAxis("input 2", limits: -1...1.5),
      series: [series("class 1", true), series("class 0", false)])
    plot.hasEqualUnits = true
    plot.field = PlotField(
      "class 1", x: -1.5...2.5, y: -1...1.5,
      values: (0..<24).map { row in
        (0..<48).map { column in
          let (x, y) = (-1.5 + (Double(column) + 0.5) / 12, 1.5 - (Double(row) + 0.5) * 2.5 / 24)
          return sigmoid(4 * (y - 0.25 - 0.5 * sin(2 * x + 1)))
        }
      })
    return Figure(
      id: "plane", title: "Probability of class 1 over the plane", content: .lines(plot))
  }()

  /// What was measured, told in rows.
  static let table = Figure(
    id: "summary", title: "Three challenges",
    content: .table(
      FigureTable(
        head: ["challenge", "cause", "gap", "cure"],
        rows: [
          ["overfitting", "more weights than data", "0.31", "less capacity, more data"],
          ["vanishing gradients", "factors below one", "0.0000009", "ReLU, residual paths"],
          ["exploding gradients", "factors above one", "57.7", "clipping, smaller steps"],
        ])))

  /// The figures with a name for their picture.
  static let all: [(name: String, figure: Figure)] = [
    ("loss", loss), ("accuracy", accuracy), ("sigmoid", sigmoid), ("vanishing", vanishing),
    ("flow", flow), ("spread", spread), ("images", images), ("weights", weights),
    ("heat-map", heatMap), ("bars", bars), ("grouped-bars", groupedBars), ("table", table),
    ("plane", plane),
  ]

  private static let epochs = (1...500).map(Double.init)
  private static let trainingLoss = epochs.map { 0.75 * exp(-$0 / 18) + 0.0008 }
  private static let validationLoss = epochs.map {
    $0 <= 57 ? 0.259 + 0.5 * pow((57 - $0) / 57, 4) : 0.259 + 0.042 * log($0 / 57) / log(500 / 57)
  }
  private static let layers = (1...10).map(Double.init)
  private static let zs = (0...120).map { -6 + Double($0) / 10 }
  private static func sigmoid(_ z: Double) -> Double { 1 / (1 + exp(-z)) }
}
