// SPDX-License-Identifier: MIT
import Testing

@testable import NeuralNetworks

/// One number's way under a rule, step by step with the gradients given.
private func way(
  _ gradients: [Double], rate: Double, isWeight: Bool = true, _ change: (inout StepRule) -> Void
) -> [Double] {
  var rule = StepRule()
  change(&rule)
  let layout = ParameterLayout(Architecture(inputs: 1, hidden: []))
  let place = isWeight ? layout.layers[0].weights : layout.layers[0].biases
  let optimizer = Optimizer(rule, count: layout.count)
  let parameters = AlignedBuffer(count: layout.count)
  let gradient = AlignedBuffer(count: layout.count)
  parameters.pointer[place] = 2
  return gradients.map { slope in
    gradient.pointer[place] = slope
    _ = optimizer.clip(gradient)
    optimizer.step(parameters, gradient: gradient, layout: layout, learningRate: rate)
    return parameters.pointer[place]
  }
}

private func isNear(_ left: [Double], _ right: [Double]) -> Bool {
  left.count == right.count && zip(left, right).allSatisfy { abs($0 - $1) < 1e-14 }
}

@Suite struct `A step` {
  @Test func `goes down the gradient`() {
    #expect(isNear(way([1, -3], rate: 0.5) { _ in }, [1.5, 3]))
  }

  @Test func `with an L2 penalty is w - a (g + 2 lambda w), for weights alone`() {
    let first = 2 - 0.1 * (1 + 2 * 0.3 * 2)
    let second = first - 0.1 * (4 + 2 * 0.3 * first)
    #expect(isNear(way([1, 4], rate: 0.1) { $0.l2Penalty = 0.3 }, [first, second]))
    #expect(isNear(way([1], rate: 0.1, isWeight: false) { $0.l2Penalty = 0.3 }, [1.9]))
  }

  @Test func `decays weights apart from the gradient`() {
    #expect(isNear(way([1], rate: 0.1) { $0.weightDecay = 0.2 }, [1.9 * (1 - 0.1 * 0.2)]))
    #expect(isNear(way([1], rate: 0.1, isWeight: false) { $0.weightDecay = 0.2 }, [1.9]))
  }

  @Test func `with momentum keeps a share of the last`() {
    let steps = way([1, 1, 0], rate: 0.1) {
      $0.optimizer = .momentum
      $0.momentum = 0.5
    }
    #expect(isNear(steps, [1.9, 1.75, 1.675]))
  }

  @Test func `of Adam follows its paper`() {
    let gradients = [0.5, -2, 0.1, 7]
    var (mean, square, value) = (0.0, 0.0, 2.0)
    var powers = (1.0, 1.0)
    let expected = gradients.map { slope in
      mean = 0.9 * mean + 0.1 * slope
      square = 0.999 * square + 0.001 * slope * slope
      powers = (powers.0 * 0.9, powers.1 * 0.999)
      value -= 0.01 * (mean / (1 - powers.0)) / ((square / (1 - powers.1)).squareRoot() + 1e-8)
      return value
    }
    #expect(isNear(way(gradients, rate: 0.01) { $0.optimizer = .adam }, expected))
  }

  @Test func `holds each component within the clip value and tells so`() {
    let optimizer = Optimizer(clipping { $0.clipValue = 1.5 }, count: 3)
    let gradient = buffer([3, -4, 0.5])
    #expect(optimizer.clip(gradient))
    #expect((0..<3).map { gradient.pointer[$0] } == [1.5, -1.5, 0.5])
    #expect(!optimizer.clip(gradient))
  }

  @Test func `is scaled to the clip norm in its own direction`() {
    let optimizer = Optimizer(clipping { $0.clipNorm = 1 }, count: 3)
    let gradient = buffer([3, -4, 0])
    #expect(optimizer.clip(gradient))
    #expect(isNear((0..<3).map { gradient.pointer[$0] }, [0.6, -0.8, 0]))
    #expect(!optimizer.clip(buffer([0.6, 0.7, 0])))
  }

  private func clipping(_ change: (inout StepRule) -> Void) -> StepRule {
    var rule = StepRule()
    change(&rule)
    return rule
  }

  private func buffer(_ numbers: [Double]) -> AlignedBuffer {
    let buffer = AlignedBuffer(count: numbers.count)
    for (index, number) in numbers.enumerated() { buffer.pointer[index] = number }
    return buffer
  }
}
