// SPDX-License-Identifier: MIT
import Experiments
import Synchronization
import Testing
import Training

@Suite struct `A report` {
  private func request(
    _ name: String = "train", seeds: Int = 1, figures: [String] = [],
    _ changes: [(String, @Sendable (inout Hyperparameters) -> Void)] = [("", { _ in })]
  ) throws -> ExperimentRequest {
    let kind = try kind(name)
    let variants = changes.map { name, change in
      var hyperparameters = kind.defaults
      hyperparameters.epochs = 30
      hyperparameters.trainingSets = 5
      change(&hyperparameters)
      return Experiment.Variant(name: name, hyperparameters: hyperparameters)
    }
    return ExperimentRequest(
      experiment: name, kind: kind, variants: variants, seeds: seeds, figures: figures)
  }

  private func lines(_ figure: Figure) throws -> LinePlot {
    guard case .lines(let plot) = figure.content else { throw NoSuchContent() }
    return plot
  }

  @Test(arguments: ExperimentKind.all.map(\.name))
  func `is the same to the bit on one thread and on two`(_ name: String) throws {
    let request = try request(name, seeds: 4, figures: try kind(name).figureNames)
    let one = try #require(request.run(threads: 1))
    let two = try #require(request.run(threads: 2))
    for (first, second) in zip(one.results, two.results) {
      #expect(first.measures.map(\.name) == second.measures.map(\.name))
      #expect(
        first.measures.map(\.value.bitPattern) == second.measures.map(\.value.bitPattern))
      #expect("\(first.figures)" == "\(second.figures)" && first.outcome == second.outcome)
    }
    #expect(one.results.count == 4)
  }

  @Test func `begins each replicate's random numbers one further`() throws {
    let report = try #require(try request(seeds: 3).run(threads: 1))
    #expect(report.results.map(\.hyperparameters.seed) == [42, 43, 44])
    var last = Hyperparameters()
    last.seed = 4_294_967_295
    last.weightSeed = .seed(7)
    #expect(last.replicated(1).seed == 0 && last.replicated(2).weightSeed == .seed(9))
  }

  @Test func `over seeds draws the mean with its spread`() throws {
    let report = try #require(try request(seeds: 5).run())
    let loss = try lines(report.figures()[0])
    let runs = report.results.map { $0.history?.trainingLoss[9] ?? .nan }
    let summary = Summary(runs)
    #expect(loss.series[0].y[9] == summary.mean)
    #expect(loss.series[0].upper[9] == summary.mean + summary.standardDeviation)
    #expect(loss.references.isEmpty)
    #expect(report.figures()[0].title == "Loss, mean ± spread of 5 seeds")
    #expect(report.values(of: "training_loss").count == 5 && !report.isSingle)
  }

  @Test func `over seeds on a logarithmic axis draws the geometric mean`() throws {
    let report = try #require(try request("gradient-flow", seeds: 3).run())
    let mean = try lines(report.figures()[0]).series[0]
    let firsts = report.values(of: "gradient_ratio")
    let product = firsts.reduce(1, *)
    #expect(abs(mean.y[0] * mean.y[0] * mean.y[0] / product - 1) < 1e-9)
    #expect(mean.lower.allSatisfy { $0 > 0 } && mean.lower[0] < mean.y[0])
  }

  @Test func `goes as far as half of the runs do`() throws {
    let report = try #require(
      try request(seeds: 6, figures: ["loss"], [("", { ($0.noise, $0.patience) = (0.5, 2) })]).run()
    )
    let lengths = report.results.map { $0.history?.count ?? 0 }.sorted()
    #expect(lengths.first != lengths.last)
    #expect(try lines(report.figures()[0]).series[0].x.count == lengths[3])
  }

  @Test func `averages confusion matrices, and takes pictures from the first run`() throws {
    let report = try #require(try request(seeds: 3, figures: ["confusion", "neurons"]).run())
    let figures = report.figures()
    guard case .heatMap(let map) = figures[0].content else { throw NoSuchContent() }
    #expect(abs(map.values.joined().reduce(0, +) - 50) < 1e-9 && map.decimals == 1)
    #expect(figures[1] == report.results[0].figures[1])
  }

  @Test func `over variants lays one curve of each over each other`() throws {
    let report = try #require(
      try request("train", [("few", { $0.hidden = [2] }), ("many", { $0.hidden = [20] })]).run())
    let loss = try lines(report.figures()[0])
    #expect(loss.series.map(\.name) == ["few", "many"])
    #expect(loss.series[1].y == report.results(of: 1).first?.history?.validationLoss)
    #expect(report.figures()[0].title == "Loss: validation")
  }

  @Test func `keeps the curves that all variants share`() throws {
    let report = try #require(
      try request("curve-fit", [("line", { $0.degree = 1 }), ("bend", { $0.degree = 3 })]).run())
    let names = try lines(report.figures()[0]).series.map(\.name)
    #expect(names == ["line", "bend", "points", "truth"])
  }

  @Test func `is told how far it is, and given up when asked`() throws {
    let shares = Mutex<[Double]>([])
    _ = try request(seeds: 4).run(
      threads: 1, watch: { share, _ in shares.withLock { $0.append(share) } })
    #expect(shares.withLock { $0 } == [0.25, 0.5, 0.75, 1])
    #expect(try request(seeds: 4).run(isCancelled: { true }) == nil)
    #expect(try request().run(isCancelled: { true }) == nil)
  }

  @Test func `of a single run can be watched while it runs`() throws {
    let seen = Mutex<[Int]>([])
    _ = try request().run(watch: { _, snapshot in
      if let count = snapshot()?.results[0].history?.count { seen.withLock { $0.append(count) } }
    })
    #expect(seen.withLock { $0.prefix(3) } == [1, 2, 3])
  }
}
