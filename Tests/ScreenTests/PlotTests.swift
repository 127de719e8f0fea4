// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// Figures drawn on the command line.
@Suite struct PlotTests {
  private func run(_ arguments: String...) throws -> ProgramRun {
    try ProgramRun(arguments + ["--ascii"])
  }

  @Test func `A run is drawn as it is after an epoch`() throws {
    let output = try run("run", "overfit", "epochs=20", "--plot", "neurons", "--epoch", "7")
    #expect(output.text.contains("Weights of hidden layer 1"))
    #expect(output.text.contains("neuron 20") && !output.text.contains("more rows"))
    #expect(output.text.contains("Outcome: 7 epochs"))
  }

  @Test func `A sweep over two hyperparameters is a heat map`() throws {
    let output = try run("sweep", "overfit", "epochs=20", "noise=0.1,0.5", "hidden=2,3")
    #expect(output.text.contains("validation loss, hidden across"))
    #expect(output.text.contains("noise 0.5 |"))
  }

  @Test func `A figure that there is not is refused with the nearest name`() throws {
    let output = try run("run", "overfit", "--plot", "nerons")
    #expect(output.status == 1 && output.complaint.contains("did you mean neurons?"))
  }
}
