// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `A training run is drawn` {
  private func images(_ run: ExperimentResult, _ id: String) throws -> ImageGrid {
    let figure = try #require(run.figures.first { $0.id == id }, "\(id)")
    guard case .images(let grid) = figure.content else { throw NoSuchContent() }
    return grid
  }

  private func map(_ run: ExperimentResult, _ id: String) throws -> HeatMap {
    let figure = try #require(run.figures.first { $0.id == id }, "\(id)")
    guard case .heatMap(let map) = figure.content else { throw NoSuchContent() }
    return map
  }

  @Test func `layer by layer where that is asked for`() throws {
    let run = try result(of: "train") { ($0.hidden, $0.epochs) = ([8, 4], 5) }
    for id in ["gradients", "weight_norms", "update_ratios"] {
      let plot = try run.lines(id)
      #expect(plot.series.map(\.name) == ["hidden 1", "hidden 2", "output"])
      #expect(plot.yAxis.scale == .logarithmic && plot.series[0].y.count == 5)
      #expect(plot.series.allSatisfy { $0.y.allSatisfy { $0 > 0 } })
    }
    #expect(try run.lines("activations").series.map(\.name) == ["hidden 1", "hidden 2"])
  }

  @Test func `and measured only as far as it is drawn`() throws {
    let kind = try kind("train")
    var hyperparameters = kind.defaults
    hyperparameters.epochs = 3
    let plain = try #require(kind.run(hyperparameters).history)
    #expect(plain.gradientNorms == [[], [], []] && plain.activations == [[], [], []])
    let drawn = try #require(kind.run(hyperparameters, figures: ["gradients"]).history)
    #expect(drawn.gradientNorms[0].count == 2 && drawn.weightNorms[0].isEmpty)
  }

  @Test func `with few curves however deep it is`() throws {
    let run = try result(of: "train") {
      ($0.hidden, $0.epochs) = ([Int](repeating: 4, count: 20), 2)
    }
    let names = try run.lines("gradients").series.map(\.name)
    #expect(names == ["hidden 1", "hidden 6", "hidden 11", "hidden 16", "output"])
  }

  @Test func `as a confusion matrix that agrees with accuracy, precision and recall`() throws {
    let run = try result(of: "train") { $0.noise = 0.5 }
    let counts = try map(run, "confusion").values
    let all = counts.joined().reduce(0, +)
    #expect(all == 50)
    let right = 100 * (counts[0][0] + counts[1][1]) / all
    #expect(abs(right - (try run.value("validation_accuracy"))) < 1e-9)
    let precision = 100 * counts[0][0] / (counts[0][0] + counts[1][0])
    #expect(abs(precision - (try run.value("precision"))) < 1e-9)
    let recall = 100 * counts[0][0] / (counts[0][0] + counts[0][1])
    #expect(abs(recall - (try run.value("recall"))) < 1e-9)
  }

  @Test func `with its mistakes as pictures, or the news that there are none`() throws {
    let noisy = try result(of: "train") { $0.noise = 0.5 }
    let counts = try map(noisy, "confusion").values
    #expect(try images(noisy, "mistakes").images.count == Int(counts[0][1] + counts[1][0]))
    let clean = try result(of: "train")
    #expect(!clean.figures.contains { $0.id == "mistakes" })
    #expect(clean.notes == ["No validation image is misclassified."])
  }

  @Test func `with its neurons' weights as pictures`() throws {
    let run = try result(of: "train") { $0.epochs = 2 }
    let grid = try images(run, "neurons")
    #expect(grid.isSigned && grid.images.count == 20)
    #expect(
      grid.images[7].caption == "neuron 8" && grid.images[7].pixels.map(\.count) == [3, 3, 3])
  }

  @Test func `with every answer in ascending order`() throws {
    let plot = try result(of: "train").lines("predictions")
    #expect(plot.series.map(\.name) == ["vertical", "horizontal"])
    #expect(plot.series.map(\.x.count) == [25, 25])
    let answers = plot.series.flatMap { zip($0.x, $0.y) }.sorted { $0.0 < $1.0 }.map(\.1)
    #expect(answers == answers.sorted() && plot.references[0].value == 0.5)
  }

  @Test func `over the plane where it has two inputs`() throws {
    let moons = try result(of: "train") { ($0.data, $0.epochs) = (.moons, 20) }
    let plot = try moons.lines("boundary")
    let field = try #require(plot.field)
    #expect(field.values.joined().allSatisfy { (0...1).contains($0) })
    #expect(plot.xAxis.limits == field.x && plot.yAxis.limits == field.y)
    #expect(plot.series.map(\.name) == ["class 1", "class 0"])
    #expect(plot.series.map(\.x.count).reduce(0, +) == 20, "every training point")
    // Where the points of class 1 stand, the network that learned from them mostly says so.
    let said = zip(plot.series[0].x, plot.series[0].y).map { field.value(x: $0, y: $1) }
    #expect(2 * said.count { $0 > 0.5 } > said.count)
    #expect(!moons.figures.contains { ["neurons", "mistakes", "fit"].contains($0.id) })
  }

  @Test func `as a curve with its points where it is a regression`() throws {
    let sine = try result(of: "train") {
      ($0.data, $0.activation, $0.learningRate) = (.sine, .tanh, 0.05)
    }
    let fit = try sine.lines("fit")
    #expect(fit.series.map(\.name) == ["points", "truth", "network"] && fit.series[0].isScatter)
    #expect(sine.measure("validation_accuracy") == nil && sine.measure("precision") == nil)
    #expect(!sine.figures.contains { ["accuracy", "confusion", "predictions"].contains($0.id) })
  }

  @Test func `while it is still running, as far as that can be watched`() throws {
    let kind = try kind("train")
    var hyperparameters = kind.defaults
    hyperparameters.data = .sine
    var run = kind.start(hyperparameters, ["loss", "fit", "confusion"])
    let goesOn = run.advance(unless: { false })
    #expect(goesOn && run.result().figures.map(\.id) == ["loss", "fit"])
  }

  @Test func `of a recurrent network too`() throws {
    let run = try result(of: "train") {
      ($0.data, $0.timeSteps, $0.epochs, $0.activation) = (.sequences, 5, 5, .tanh)
      $0.hidden = [8, 4]
    }
    #expect(run.notes == ["A recurrent network has one hidden layer; it is 8 neurons wide."])
    #expect(try run.value("precision").isFinite && run.outcome == .completed)
    #expect(run.figures.contains { $0.id == "confusion" })
  }
}
