// SPDX-License-Identifier: MIT
import Experiments
import Synchronization
import Testing
import Training

/// What a sweep draws of what its runs end with.
@Suite struct SweepTests {
  /// A sweep of the small training run: every combination of values.
  private func sweep(
    _ axes: [(name: String, values: [String])], seeds: Int = 1
  ) throws -> ExperimentReport {
    let train = try kind("train")
    var base = train.defaults
    (base.epochs, base.trainingSize, base.validationSize) = (10, 10, 10)
    var variants = [Experiment.Variant(name: "", hyperparameters: base)]
    for axis in axes {
      variants = try variants.flatMap { variant in
        try axis.values.map { value in
          let setting = Setting(name: axis.name, value: Setting.Value(text: value))
          return Experiment.Variant(
            name: "\(variant.name) \(axis.name) \(value)",
            hyperparameters: try train.applying([setting], to: variant.hyperparameters))
        }
      }
    }
    let request = ExperimentRequest(
      experiment: "small", kind: train, variants: variants, seeds: seeds, base: base, isSweep: true)
    return try #require(request.run())
  }

  private func mean(_ report: ExperimentReport, _ measure: String, _ variant: Int) -> Double {
    Summary(report.values(of: measure, variant: variant)).mean
  }

  @Test func `over numbers is a curve of what the runs end with, in ascending order`() throws {
    let report = try sweep([("noise", ["0.5", "0.1", "0.3"])])
    let figure = try #require(report.endingFigures.first)
    guard case .lines(let plot) = figure.content else { throw NoSuchContent() }
    #expect(figure.id == "final_loss" && plot.xAxis.label == "noise")
    #expect(plot.series.map(\.name) == ["training", "validation"])
    #expect(plot.series[1].x == [0.1, 0.3, 0.5])
    #expect(plot.series[1].y == [1, 2, 0].map { mean(report, "validation_loss", $0) })
    #expect(plot.series[1].lower.isEmpty)
    #expect(report.endingFigures.map(\.id) == ["final_loss", "final_accuracy"])
  }

  @Test func `over seeds has the spread beside the mean`() throws {
    let report = try sweep([("learning_rate", ["0.01", "0.1", "1"])], seeds: 3)
    guard case .lines(let plot)? = report.endingFigures.first?.content else {
      throw NoSuchContent()
    }
    #expect(plot.xAxis.scale == .logarithmic)
    let spread = Summary(report.values(of: "training_loss", variant: 2))
    #expect(plot.series[0].lower[2] == spread.mean - spread.standardDeviation)
    #expect(plot.series[0].upper[2] == spread.mean + spread.standardDeviation)
    #expect(report.endingFigures[0].title.contains("mean of 3 seeds"))
  }

  @Test func `from zero over decades has the zero a decade before them`() throws {
    for (values, scale) in [
      (["0", "0.001", "0.1"], PlotAxis.Scale.logarithmicWithZero), (["0", "0.01", "0.1"], .linear),
      (["0.001", "0.1"], .logarithmic),
    ] {
      let report = try sweep([("l2_penalty", values)])
      guard case .lines(let plot)? = report.endingFigures.first?.content else {
        throw NoSuchContent()
      }
      #expect(plot.xAxis.scale == scale, "\(values)")
      #expect(plot.series[0].x == values.compactMap(Double.init))
    }
  }

  @Test func `over widths counts them, over names is bars`() throws {
    let widths = try sweep([("hidden", ["[4]", "[2]"])])
    guard case .lines(let plot)? = widths.endingFigures.first?.content else {
      throw NoSuchContent()
    }
    #expect(plot.series[0].x == [2, 4])
    let names = try sweep([("activation", ["tanh", "relu"])])
    guard case .bars(let bars)? = names.endingFigures.first?.content else {
      throw NoSuchContent()
    }
    #expect(bars.categories == ["tanh", "relu"])
    #expect(bars.series[1].y == [0, 1].map { mean(names, "validation_loss", $0) })
  }

  @Test func `over two hyperparameters is a heat map with the values`() throws {
    let report = try sweep([("noise", ["0.1", "0.5"]), ("hidden", ["[2]", "[3]", "[4]"])])
    guard case .heatMap(let map)? = report.endingFigures.first?.content else {
      throw NoSuchContent()
    }
    #expect(map.rowLabels == ["noise 0.1", "noise 0.5"])
    #expect(map.columnLabels == ["[2]", "[3]", "[4]"])
    #expect(
      map.values
        == [[0, 1, 2], [3, 4, 5]].map { row in
          row.map { mean(report, "validation_loss", $0) }
        })
    #expect(report.figures() == report.endingFigures)
  }

  @Test func `over three, or without all combinations, has no such figure`() throws {
    let three = try sweep([
      ("noise", ["0.1", "0.5"]), ("hidden", ["[2]", "[3]"]), ("epochs", ["5", "10"]),
    ])
    #expect(three.endingFigures.isEmpty)
    #expect(three.figures().count == 8)
    var request = three.request
    request.variants.removeLast(4)
    request.variants.removeFirst()
    #expect(try #require(request.run()).endingFigures.isEmpty)
  }

  @Test func `shows every run by itself with the same axes`() throws {
    let report = try sweep([("noise", ["0.1", "0.3", "0.5"])])
    let figures = report.figures(["loss"], arrangement: .each)
    let plots = try figures.map { figure -> LinePlot in
      guard case .lines(let plot) = figure.content else { throw NoSuchContent() }
      return plot
    }
    #expect(figures.map(\.title) == ["0.1", "0.3", "0.5"].map { "Loss:  noise \($0)" })
    let values = plots.flatMap { $0.series.flatMap(\.y) }
    let ends = [try #require(values.min()), try #require(values.max())]
    for plot in plots {
      #expect(plot.yAxis.limits == nil && plot.yAxis.alsoShown.prefix(2) == ends[...])
      #expect(plot.xAxis.alsoShown.prefix(2) == [1, Double(plot.series[0].x.count)])
    }
    #expect(plots.allSatisfy { $0.series.map(\.name) == ["training", "validation"] })
    #expect(
      report.figures(["loss"]).map(\.id) == ["final_loss", "final_accuracy"] + figures.map(\.id))
    #expect(report.figures(["loss"], arrangement: .together).count == 1)
  }

  @Test func `a sweep that goes on shows the runs that have ended`() throws {
    let request = try sweep([("noise", ["0.1", "0.3", "0.5"])]).request
    let seen = Mutex([(share: Double, report: ExperimentReport)]())
    let watch: ExperimentRequest.Watch = { share, snapshot in
      guard let report = snapshot() else { return }
      seen.withLock { $0.append((share, report)) }
    }
    let whole = request.run(threads: 1, watch: watch)
    let snapshots = seen.withLock { $0 }
    #expect(snapshots.map { ($0.share * 3).rounded() } == [1, 2, 3])
    #expect(snapshots.map { $0.report.results.count { $0.isPending } } == [2, 1, 0])
    let first = snapshots[0].report
    #expect(first.values(of: "validation_loss", variant: 0).count == 1)
    #expect(first.values(of: "validation_loss", variant: 2).isEmpty)
    #expect(first.figures(["loss"], arrangement: .each).count == 1)
    guard case .lines(let plot) = try #require(first.endingFigures.first).content else {
      throw NoSuchContent()
    }
    #expect(plot.series[0].y.map(\.isFinite) == [true, false, false])
    #expect(whole?.results.contains { $0.isPending } == false)
  }

  @Test func `every kind has endings of measures that it has`() {
    for kind in ExperimentKind.all {
      #expect(!kind.endings.isEmpty, "\(kind.name)")
      for curve in kind.endings.flatMap(\.curves) {
        #expect(kind.measures.contains { $0.name == curve.measure }, "\(curve.measure)")
      }
      #expect(kind.figuresOfOneEpoch.isSubset(of: kind.figureNames))
    }
  }

  @Test func `a run looked at after an epoch is the run that ends there`() throws {
    let train = try kind("train")
    var whole = train.defaults
    whole.epochs = 40
    var short = whole
    short.epochs = 15
    let names = ["neurons", "confusion", "predictions", "layer_gradients"]
    func report(_ hyperparameters: Hyperparameters) -> ExperimentRequest {
      ExperimentRequest(
        experiment: "small", kind: train,
        variants: [.init(name: "", hyperparameters: hyperparameters)], figures: names)
    }
    let look = try #require(report(whole).looking(at: 15, figures: names).run())
    let ended = try #require(report(short).run())
    #expect(look.figures().count == names.count)
    #expect(look.figures() == ended.figures())
    #expect(look.results[0].outcome == .completed)
    #expect(look.results[0].history?.count == 15)
    let last = try #require(report(whole).looking(at: 40, figures: names).run())
    #expect(try last.figures() == #require(report(whole).run()).figures())
    #expect(look.request.cost < ended.request.cost * 1.01)
  }
}
