// SPDX-License-Identifier: MIT
import Foundation
import NeuralNetworks
import Testing
import Training

@Suite struct `Gradient flow` {
  private func flow(_ change: (inout Hyperparameters) -> Void) throws -> GradientFlow {
    try #require(GradientFlow(hyperparameters(change)))
  }

  @Test func `measures every layer of the depth asked for`() throws {
    let flow = try flow { $0.depth = 7 }
    #expect(flow.layers.map(\.name).first == "hidden layer 1")
    #expect(flow.layers.count == 8 && flow.layers.last?.name == "output")
    #expect(flow.layers[0].activationBound == 0.25 * 0.25 * 0.25 * 0.25 * 0.25 * 0.25 * 0.25)
    #expect(flow.layers[7].activationBound == 1 && flow.layers[7].activations == nil)
    #expect(flow.layers.allSatisfy { $0.gradientNorm > 0 && $0.weightNorm > 0 })
  }

  @Test func `shrinks through sigmoids and does not through ReLU with He's weights`() throws {
    let sigmoid = try flow { $0.depth = 10 }
    let relu = try flow { ($0.depth, $0.activation) = (10, .relu) }
    func ratio(_ flow: GradientFlow) -> Double {
      flow.layers[0].deltaNorm / flow.layers[9].deltaNorm
    }
    #expect(ratio(sigmoid) < 1e-2)
    #expect(ratio(relu) > 1e-2 && ratio(relu) < 1e2)
  }

  @Test func `is revived by skip connections and batch normalization`() throws {
    func first(_ change: (inout Hyperparameters) -> Void) throws -> Double {
      try flow {
        $0.depth = 12
        change(&$0)
      }.layers[0].gradientNorm
    }
    let plain = try first { _ in }
    let (skipping, normalized) = (
      try first { $0.skipConnections = true }, try first { $0.batchNormalization = true }
    )
    #expect(skipping > 100 * plain)
    #expect(normalized > 10 * plain)
  }

  @Test func `stops when told to`() {
    #expect(GradientFlow(Hyperparameters()) { false } == nil)
  }
}

@Suite struct `Recurrent flow` {
  @Test(arguments: [0.5, 0.9, 1.1, 1.5])
  func `grows or shrinks with the spectral radius`(_ radius: Double) throws {
    let flow = try #require(
      RecurrentFlow(
        hyperparameters {
          $0.activation = .identity
          $0.spectralRadius = radius
          $0.timeSteps = 60
        }))
    #expect(abs(flow.spectralRadius - radius) < 1e-9)
    #expect(flow.gradientNorms.count == 60 && flow.hiddenNorms.count == 60)
    let factor = flow.gradientNorms[0] / flow.gradientNorms[40]
    #expect((factor > 1) == (radius > 1))
    // In a linear network the factor a step tends to the spectral radius.
    #expect(abs(root(factor, 40) / radius - 1) < 0.1)
  }

  private func root(_ number: Double, _ degree: Double) -> Double { pow(number, 1 / degree) }
}
