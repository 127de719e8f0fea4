// SPDX-License-Identifier: MIT
import Experiments
import Testing
import Training

@Suite struct `A run that may explode` {
  @Test func `goes to NaN, and says in which step, layer and operation it did`() throws {
    let run = try result(of: "explode")
    guard case .diverged(let place) = run.outcome else {
      Issue.record("it did not diverge")
      return
    }
    #expect(try run.value("diverged") == 1)
    #expect(try run.value("diverged_epoch") == Double(place.epoch))
    #expect(try run.value("diverged_step") == Double(place.step))
    #expect(try run.value("training_loss").isNaN)
    #expect(run.notes.count == 1 && run.notes[0].contains(place.operation))
    #expect(run.diagnosis?.finding == .exploding)
    #expect(try run.value("largest_gradient") > 1e6)
    #expect(try run.value("largest_gradient").isFinite && run.value("largest_weight") > 10)
  }

  @Test func `draws the steps on the way there, from before the first`() throws {
    let run = try result(of: "explode")
    let gradients = try run.lines("gradients")
    #expect(gradients.series[0].x.count == 5)
    #expect(gradients.series[0].y[1] > 1000 * gradients.series[0].y[0])
    #expect(gradients.yAxis.scale == .logarithmic && gradients.references.first?.label == "NaN")
    let loss = try run.lines("loss")
    #expect(loss.series[0].x == [0, 1] && loss.series[0].y[0].isFinite)
    #expect(try run.lines("layers").series[0].y.count == 11)
    #expect(try run.lines("weights").series.map(\.name).last == "output")
  }

  @Test(arguments: ["clip norm", "clip value", "scale", "rate", "batch normalization"])
  func `is held by each of its remedies`(_ remedy: String) throws {
    let run = try result(of: "explode") { hyperparameters in
      switch remedy {
      case "clip norm": hyperparameters.gradientClipNorm = 1
      case "clip value": hyperparameters.gradientClipValue = 1
      case "scale": hyperparameters.initializationScale = 1
      case "rate": hyperparameters.learningRate = 0.000001
      default: hyperparameters.batchNormalization = true
      }
    }
    #expect(run.outcome == .completed)
    #expect(try run.value("diverged") == 0 && run.value("training_loss").isFinite)
    #expect(run.measure("diverged_epoch") == nil && run.notes.isEmpty)
    if remedy.hasPrefix("clip") { #expect(try run.value("clipped_share") > 0) }
  }
}
