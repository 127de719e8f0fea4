// SPDX-License-Identifier: MIT
import NeuralNetworks
import Training

extension ExperimentKind {
  /// One weight that walks down a parabola, number by number, until a number stops being one.
  static let descent = ExperimentKind(
    name: "descent",
    help: "moves one weight down the loss w^2 by gradient descent, step by step until it overflows",
    defaults: descentDefaults, uses: ["learning_rate", "initialization_scale", "epochs"],
    narrowing: ["epochs": 1...100_000], figures: ["trace", "steps"], compares: "size of the weight",
    ending: [
      Ending(
        "final_steps", "Steps until a number ends", PlotAxis("step", isInteger: true),
        ["loss is inf": "loss_inf_step", "weight is NaN": "nan_step"])
    ],
    measures: [
      Measure("loss_inf_step", decimals: 0, help: "the first step with an infinite loss"),
      Measure("weight_inf_step", decimals: 0, help: "the first step with an infinite weight"),
      Measure("nan_step", decimals: 0, help: "the first step with a weight that is NaN"),
      Measure("last_weight", decimals: 4, help: "the weight after the last step"),
    ],
    cost: { Double($0.epochs) * 20 }, memory: { Double($0.epochs) * 64 + 32_768 },
    start: {
      SinglePassExperiment($0, figures: $1) { hyperparameters, shouldContinue in
        descent(hyperparameters, while: shouldContinue)
      }
    })

  /// A learning rate at which every step makes the weight twice as large.
  private static var descentDefaults: Hyperparameters {
    var defaults = Hyperparameters()
    defaults.learningRate = 1.5
    defaults.epochs = 1100
    return defaults
  }

  /// One step: `w - learningRate * 2w`, each part computed on its own, as a program does.
  private struct Step {
    var weight: Double
    var gradient: Double { 2 * weight }
    var loss: Double { weight * weight }
  }

  private static func descent(
    _ hyperparameters: Hyperparameters, while shouldContinue: () -> Bool
  ) -> Findings? {
    let rate = hyperparameters.learningRate
    var steps = [Step(weight: hyperparameters.initializationScale)]
    for number in 1...hyperparameters.epochs {
      if number.isMultiple(of: 4096), !shouldContinue() { return nil }
      let last = steps[number - 1]
      steps.append(Step(weight: last.weight - rate * last.gradient))
    }
    let events: [(name: String, step: Int)] = [
      ("loss_inf_step", steps.firstIndex { $0.loss.isInfinite }),
      ("weight_inf_step", steps.firstIndex { $0.weight.isInfinite }),
      ("nan_step", steps.firstIndex { $0.weight.isNaN }),
    ].compactMap { name, step in step.map { (name, $0) } }
    return Findings(
      measures: events.map { ($0.name, Double($0.step)) }
        + [("last_weight", steps[steps.count - 1].weight)],
      figures: [trace(of: steps), table(of: steps, around: events.map(\.step))],
      notes: events.map { sentence($0.name, at: $0.step, in: steps, rate: rate) })
  }

  /// The operation that an event comes from, with the numbers that went into it.
  private static func sentence(
    _ name: String, at number: Int, in steps: [Step], rate: Double
  ) -> String {
    let step = steps[number]
    if name == "loss_inf_step" {
      return "Step \(number): \(short(step.weight)) x \(short(step.weight)) = \(short(step.loss)), "
        + "the loss."
    }
    guard number > 0 else { return "Step 0: the weight begins as \(short(step.weight))." }
    let before = steps[number - 1]
    return "Step \(number): \(short(before.weight)) - \(rate.plain) x \(short(before.gradient)) = "
      + "\(short(step.weight)), the weight."
  }

  private static func trace(of steps: [Step]) -> Figure {
    let numbers = steps.indices.map(Double.init)
    let plot = LinePlot(
      xAxis: PlotAxis("step", isInteger: true), yAxis: PlotAxis("size", scale: .logarithmic),
      series: [
        PlotSeries("size of the weight", x: numbers, y: steps.map(\.weight.magnitude)),
        PlotSeries("loss", x: numbers, y: steps.map(\.loss)),
      ])
    return Figure(id: "trace", title: "A weight and its loss", content: .lines(plot))
  }

  /// The first steps, those around what happened, and the last.
  private static func table(of steps: [Step], around events: [Int]) -> Figure {
    let wanted = Set([0, 1, 2, 3, steps.count - 1] + events.flatMap { [$0 - 1, $0, $0 + 1] })
    let rows = wanted.filter(steps.indices.contains).sorted().map { number in
      [String(number)]
        + [steps[number].weight, steps[number].gradient, steps[number].loss].map(short)
    }
    return Figure(
      id: "steps", title: "Step by step",
      content: .table(
        FigureTable(head: ["step", "weight w", "gradient 2w", "loss w^2"], rows: rows)))
  }

  private static func short(_ value: Double) -> String {
    value.isNaN ? "NaN" : ShortNumber.text(value)
  }
}
