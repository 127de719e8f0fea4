// SPDX-License-Identifier: MIT
import Experiments
import NeuralNetworks
import Testing
import Training

@Suite struct `Kinds of one piece of work` {
  @Test func `a function is drawn with its derivative and the line at its steepest slope`() throws {
    let sigmoid = try result(of: "function")
    #expect(try sigmoid.value("largest_derivative") == 0.25)
    #expect(try sigmoid.value("derivative_at_zero") == 0.25)
    #expect(abs(try sigmoid.value("derivative_at_six") - 0.002467) < 1e-6)
    let plot = try sigmoid.lines("function")
    #expect(plot.series.map(\.name) == ["sigmoid", "derivative"])
    #expect(plot.series[0].x.first == -6 && plot.series[0].x.last == 6)
    #expect(plot.references == [ReferenceLine(.horizontal, at: 0.25, label: "largest slope 0.25")])
  }

  @Test func `the slope of ReLU at zero is zero, and one beyond`() throws {
    let relu = try result(of: "function") { $0.activation = .relu }
    #expect(try relu.value("derivative_at_zero") == 0)
    #expect(try relu.value("largest_derivative") == 1)
  }

  @Test func `a weight that doubles is told step by step until it is no number`() throws {
    let doubled = try result(of: "descent")
    // 2^512 squared is the first power of two beyond a double, 2^1024 the first itself.
    #expect(try doubled.value("loss_inf_step") == 512)
    #expect(try doubled.value("weight_inf_step") == 1024)
    #expect(try doubled.value("nan_step") == 1025)
    #expect(doubled.measure("last_weight")?.isNaN == true)
    #expect(doubled.notes.count == 3)
    #expect(doubled.notes[2] == "Step 1025: inf - 1.5 x inf = NaN, the weight.")
    guard case .table(let table) = doubled.figures[1].content else { throw NoSuchContent() }
    #expect(table.rows[1] == ["1", "-2", "-4", "4"])
    #expect(table.rows.contains { $0[0] == "1025" && $0[1] == "NaN" })
    let calm = try result(of: "descent") { $0.learningRate = 0.1 }
    #expect(calm.measure("nan_step") == nil && calm.notes.isEmpty)
    #expect(try calm.value("last_weight") < 1e-50)
    // A step of exactly twice the way to the bottom goes to and fro for ever.
    let swing = try result(of: "descent") { ($0.learningRate, $0.epochs) = (1, 101) }
    #expect(try swing.value("last_weight") == -1)
  }

  @Test func `line images are shown with their captions`() throws {
    let shown = try result(of: "line-images") { ($0.trainingSize, $0.noise) = (6, 0) }
    guard case .images(let grid) = shown.figures[0].content else { throw NoSuchContent() }
    #expect(grid.images.map(\.caption).sorted().first == "horizontal")
    #expect(grid.images.count { $0.caption == "vertical" } == 3)
    for image in grid.images {
      let rows = image.pixels.count { $0 == [1, 1, 1] }
      #expect(rows == (image.caption == "horizontal" ? 1 : 0))
    }
    #expect(try shown.value("template_accuracy") == 100)
    #expect(try shown.value("line_pixel") == 1)
  }

  @Test func `noise hides the lines, and more images than fit are counted`() throws {
    let noisy = try result(of: "line-images") { ($0.trainingSize, $0.noise) = (400, 1) }
    #expect(try noisy.value("template_accuracy") < 95)
    #expect(noisy.notes == ["The first 100 of 400 images are shown."])
  }

  @Test func `a polynomial of degree 9 passes through ten points and errs between them`() throws {
    let fit = try result(of: "curve-fit") { ($0.trainingSize, $0.degree) = (10, 9) }
    #expect(try fit.value("training_error") < 1e-20)
    #expect(try fit.value("test_error") > 0.01)
    let plot = try fit.lines("fit")
    #expect(plot.series.map(\.name) == ["points", "truth", "fit"])
    #expect(plot.series[0].isScatter && plot.series[0].x.count == 10)
  }

  @Test func `training error falls with the degree, and a middle degree is best`() throws {
    let fit = try result(of: "curve-fit") { ($0.trainingSize, $0.noise) = (15, 0.2) }
    let training = try fit.lines("errors").series[0].y
    for (lower, higher) in zip(training, training.dropFirst()) {
      #expect(higher <= lower * (1 + 1e-9) + 1e-12)
    }
    #expect((3...8).contains(try fit.value("best_degree")))
  }

  @Test func `a fit's coefficients are those of the powers of x`() throws {
    // A line through two points of the sine, which has a slope of almost pi at zero.
    let line = try result(of: "curve-fit") {
      ($0.trainingSize, $0.degree, $0.noise) = (2, 1, 0)
    }
    let plot = try line.lines("fit")
    let slope =
      (plot.series[0].y[1] - plot.series[0].y[0]) / (plot.series[0].x[1] - plot.series[0].x[0])
    let offset = plot.series[0].y[0] - slope * plot.series[0].x[0]
    #expect(abs(try line.value("largest_coefficient") - max(abs(slope), abs(offset))) < 1e-9)
  }

  @Test func `gradients of a deep sigmoid network vanish, those of ReLU with He do not`() throws {
    let sigmoid = try result(of: "gradient-flow") { $0.initialization = .xavier }
    let relu = try result(of: "gradient-flow") { $0.activation = .relu }
    #expect(try sigmoid.value("gradient_ratio") < 1e-4)
    #expect(try relu.value("gradient_ratio") > 0.05)
    #expect(try sigmoid.value("mean_factor") < 0.4)
    #expect(try relu.value("mean_factor") > 0.7)
    let plot = try sigmoid.lines("gradients")
    #expect(plot.series.map(\.name) == ["measured", "bound 0.25^n"])
    #expect(plot.series[0].y.count == 11 && plot.series[0].y.last == 1)
    #expect(plot.yAxis.scale == .logarithmic && plot.bands.map(\.range) == [0.1...10])
  }
}
