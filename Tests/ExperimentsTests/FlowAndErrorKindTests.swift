// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `The gradient of a recurrent network` {
  @Test(arguments: [0.9, 1, 1.1])
  func `changes by the spectral radius at each step back`(_ radius: Double) throws {
    let run = try result(of: "rnn-flow") { $0.spectralRadius = radius }
    #expect(abs(try run.value("factor_per_step") / radius - 1) < 0.02)
    #expect(abs(try run.value("measured_radius") - radius) < 1e-9)
    let plot = try run.lines("gradients")
    #expect(plot.series.map(\.name) == ["measured", "\(radius == 1 ? "1" : "\(radius)")^n"])
    #expect(plot.series[0].x == (0..<50).map(Double.init) && plot.series[0].y[0] == 1)
    #expect(plot.yAxis.scale == .logarithmic)
  }
}

@Suite struct `Bias and variance` {
  private func measured() throws -> ExperimentResult {
    try result(of: "bias-variance") {
      ($0.trainingSets, $0.noise, $0.degree) = (100, 0.3, 3)
    }
  }

  @Test func `and noise add up to the error measured by itself`() throws {
    let run = try measured()
    let sum = try run.value("bias") + run.value("variance") + run.value("noise_floor")
    #expect(abs(sum - (try run.value("total_error"))) < 1e-12)
    #expect(abs(sum / (try run.value("measured_error")) - 1) < 0.05)
    #expect(abs(try run.value("noise_floor") - 0.09) < 0.01)
  }

  @Test func `make a valley over the degrees`() throws {
    let run = try measured()
    #expect(try run.value("best_degree") == 3)
    let parts = try run.lines("parts")
    #expect(parts.series.map(\.name) == ["bias²", "variance", "noise", "total"])
    let total = parts.series[3].y
    #expect(total[0] > total[3] && total[9] > total[3])
    #expect(parts.series[0].y[0] > 0.4 && parts.series[1].y[9] > 100 * parts.series[1].y[3])
  }

  @Test func `reach as far as the degree that is asked for`() throws {
    let run = try result(of: "bias-variance") { ($0.trainingSets, $0.degree) = (3, 12) }
    #expect(try run.lines("parts").series[0].x.last == 12)
    #expect(try run.value("training_error") >= 0)
  }

  @Test func `are given up in the middle of a degree`() throws {
    let kind = try kind("bias-variance")
    var run = kind.start(kind.defaults, ["parts"])
    let goesOn = run.advance(unless: { true })
    #expect(!goesOn)
    #expect(run.result().outcome == .cancelled)
  }
}

@Suite struct `Bias and variance of networks` {
  @Test func `are measured at several widths, the one asked for among them`() throws {
    let run = try result(of: "network-bias-variance") {
      ($0.trainingSets, $0.width, $0.epochs) = (6, 3, 40)
    }
    let parts = try run.lines("parts")
    #expect(parts.series[0].x == [1, 2, 3, 4, 8, 16, 32] && parts.xAxis.label == "width")
    let sum = try run.value("bias") + run.value("variance") + run.value("noise_floor")
    #expect(sum == (try run.value("total_error")))
    #expect(abs(sum / (try run.value("measured_error")) - 1) < 0.3)
    #expect(parts.series[0].x.contains(try run.value("best_width")))
  }
}
