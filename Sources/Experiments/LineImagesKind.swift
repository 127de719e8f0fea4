// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// Shows samples of the line images.
  static let lineImages = ExperimentKind(
    name: "line-images", help: "shows line images as the network gets them",
    uses: ["image_size", "training_size", "noise", "label_noise", "seed"], figures: ["images"],
    compares: "",
    ending: [
      Ending(
        "final_brightness", "Brightness of the line", PlotAxis("brightness"),
        ["brightness": "line_pixel"])
    ],
    measures: [
      Measure("vertical", unit: "%", decimals: 1, help: "images labelled vertical"),
      Measure("line_pixel", decimals: 3, help: "mean brightness of the brightest row or column"),
      Measure(
        "template_accuracy", unit: "%", decimals: 1,
        help: "images whose label is that of their brightest row or column"),
    ],
    cost: { $0.lineImagesCost },
    memory: { Double($0.trainingSize * $0.imageSize * $0.imageSize) * 48 },
    start: { SinglePassExperiment($0, figures: $1, compute: samples) })

  /// The most images that are drawn.
  private static let mostImages = 100

  private static func samples(
    _ hyperparameters: Hyperparameters, while shouldContinue: @escaping () -> Bool
  ) -> Findings? {
    var random = NumpyRandom(seed: UInt32(truncatingIfNeeded: hyperparameters.seed))
    let side = hyperparameters.imageSize
    let dataset = Dataset.lines(
      count: hyperparameters.trainingSize, noise: hyperparameters.noise,
      labelNoise: hyperparameters.labelNoise, imageSize: side, using: &random,
      meter: WorkMeter(while: shouldContinue))
    var lines: [(isVertical: Bool, brightness: Double)] = []
    for index in 0..<dataset.count {
      if index.isMultiple(of: 256), !shouldContinue() { return nil }
      lines.append(dataset.brightestLine(index, side: side))
    }
    guard shouldContinue() else { return nil }
    let shown = min(dataset.count, mostImages)
    let images = (0..<shown).map { index in
      ImageGrid.Image(
        caption: Dataset.lineName(dataset.labels[index]), pixels: dataset.pixels(index, side: side))
    }
    let count = Double(max(dataset.count, 1))
    let right = zip(lines, dataset.labels).count { $0.isVertical == ($1 >= 0.5) }
    return Findings(
      measures: [
        ("vertical", 100 * Double(dataset.labels.count { $0 >= 0.5 }) / count),
        ("line_pixel", lines.reduce(0) { $0 + $1.brightness } / count),
        ("template_accuracy", 100 * Double(right) / count),
      ],
      figures: [
        Figure(id: "images", title: "Samples", content: .images(ImageGrid(images: images)))
      ],
      notes: shown < dataset.count
        ? ["The first \(shown) of \(dataset.count) images are shown."] : [])
  }
}

extension Dataset {
  /// What a label of a line image means.
  static func lineName(_ label: Double) -> String { label >= 0.5 ? "vertical" : "horizontal" }

  /// An example as a square picture, row by row.
  func pixels(_ index: Int, side: Int) -> [[Double]] {
    let input = input(index)
    return (0..<side).map { Array(input[$0 * side..<($0 + 1) * side]) }
  }

  /// The brightest row or column: which way it runs and the mean of its pixels.
  func brightestLine(_ index: Int, side: Int) -> (isVertical: Bool, brightness: Double) {
    let input = input(index)
    let lines = 0..<side
    func brightest(_ pixel: (_ line: Int, _ place: Int) -> Double) -> Double {
      lines.map { line in lines.reduce(0) { $0 + pixel(line, $1) } }.max() ?? 0
    }
    let column = brightest { input[$1 * side + $0] }
    let row = brightest { input[$0 * side + $1] }
    return (column >= row, max(column, row) / Double(side))
  }
}
