// SPDX-License-Identifier: MIT
import Testing

@testable import NeuralNetworks

private let scattered =
  (-400...400).map { Double($0) * 0.037 } + [-1e6, -700, -499, -1e-12, 1e-12, 501, 1e300]

@Suite struct `Activations` {
  @Test(arguments: Activation.allCases)
  func `are the same in lanes as one by one`(_ activation: Activation) {
    for z in scattered {
      let expected = activation.value(z)
      let lanes = activation.value(Lanes(z, 0, 1, -1))
      // Rounding z before it becomes an exponent costs that many units in the last place.
      let tolerance = 4e-16 * (1 + min(abs(z), 500)) * max(abs(expected), 1e-300)
      #expect(abs(lanes.x - expected) <= tolerance, "at \(z)")
      #expect(lanes.y == activation.value(0))
    }
  }

  @Test(arguments: Activation.allCases)
  func `have the slope of their central difference`(_ activation: Activation) {
    for z in stride(from: -6.03, through: 6, by: 0.1) {
      let width = 1e-6
      let slope = (activation.value(z + width) - activation.value(z - width)) / (2 * width)
      let value = activation.value(z)
      #expect(abs(activation.derivative(atValue: value) - slope) < 1e-8, "at \(z)")
      #expect(
        abs(
          activation.derivative(atValue: Lanes(repeating: value)).x
            - activation.derivative(atValue: value)) < 1e-15)
      #expect(activation.derivative(atValue: value) <= activation.derivativeBound)
    }
  }

  @Test(arguments: Activation.allCases)
  func `pass a NaN on`(_ activation: Activation) {
    #expect(activation.value(.nan).isNaN)
    #expect(activation.value(Lanes(repeating: .nan)).x.isNaN)
  }

  @Test func `keep small values of tanh to the last digits`() {
    for z in [1e-300, 1e-17, 3e-9, 2e-4] {
      let value = Activation.tanh.value(Lanes(repeating: z)).x
      #expect(abs(value / Activation.tanh.value(z) - 1) < 4e-16)
    }
  }
}
