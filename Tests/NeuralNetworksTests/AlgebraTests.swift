// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import NeuralNetworks

@Suite struct `A spectral radius` {
  @Test func `is the largest absolute eigenvalue`() {
    #expect(abs(spectralRadius([3, 1, 0, -5], size: 2) - 5) < 1e-9)
    // A turn by 40 degrees and a stretch by 0.8: a complex pair.
    let (c, s) = (0.8 * cos(0.7), 0.8 * sin(0.7))
    #expect(abs(spectralRadius([c, -s, s, c], size: 2) - 0.8) < 1e-9)
    #expect(spectralRadius([0, 1, 0, 0], size: 2) == 0)
    #expect(abs(spectralRadius([1, 1000, 0, 1], size: 2) - 1) < 1e-5)
    #expect(spectralRadius([.infinity, 0, 0, 1], size: 2).isNaN)
  }

  @Test func `is what a recurrent network was scaled to`() {
    var random = NumpyRandom(seed: 8)
    var network = Network(
      .recurrent(width: 16, timeSteps: 5, activation: .tanh, loss: .binaryCrossEntropy),
      initialization: .he, using: &random)
    network.scaleRecurrentWeights(toSpectralRadius: 1.25)
    #expect(abs(spectralRadius(network.recurrentWeights, size: 16) - 1.25) < 1e-9)
  }
}

@Suite struct `A polynomial` {
  private let x = (0..<12).map { -0.95 + 0.17 * Double($0) }

  @Test(arguments: 0...20)
  func `fits a polynomial of its own degree exactly`(_ degree: Int) {
    func truth(_ x: Double) -> Double { (0...degree).reduce(0) { $0 * x + Double($1 % 3) - 1 } }
    let points = (0...2 * degree + 2).map { -1 + 2 * Double($0) / Double(2 * degree + 2) }
    let fit = Polynomial(degree: degree, x: points, y: points.map(truth))
    for place in stride(from: -1.0, through: 1, by: 0.05) {
      #expect(abs(fit.value(place) - truth(place)) < 1e-9)
    }
  }

  @Test func `has the least error: its residual is orthogonal to its basis`() {
    let y = x.map { sin(5 * $0) + 0.3 * cos(40 * $0) }
    let fit = Polynomial(degree: 4, x: x, y: y)
    for order in 0...4 {
      let product = zip(x, y).reduce(0) { sum, point in
        sum + (point.1 - fit.value(point.0)) * Polynomial.basis(point.0, degree: 4)[order]
      }
      #expect(abs(product) < 1e-12)
    }
  }

  @Test(arguments: [11, 15, 20])
  func `of a high degree passes through every point`(_ degree: Int) {
    let y = x.map { sin(9 * $0) }
    let fit = Polynomial(degree: degree, x: x, y: y)
    for (place, value) in zip(x, y) { #expect(abs(fit.value(place) - value) < 1e-9) }
  }

  @Test func `takes doubled and missing points without a word`() {
    #expect(Polynomial(degree: 3, x: [], y: []).value(0.3) == 0)
    let fit = Polynomial(degree: 5, x: [0.5, 0.5, 0.5], y: [1, 2, 3])
    #expect(fit.value(0.5).isFinite)
  }
}

@Suite struct `A number in a sentence` {
  @Test(arguments: [
    (0.25, "0.25"), (-17.0, "-17"), (123456.0, "123000"), (1.2345e200, "1.23e200"),
    (9.999e-8, "1e-7"), (0.0, "0"), (999.9, "1000"), (.leastNonzeroMagnitude, "4.94e-324"),
  ])
  func `has three digits`(_ number: Double, _ text: String) {
    #expect(ShortNumber.text(number) == text)
  }

  @Test func `names the first operation that leaves the finite numbers`() {
    #expect(
      FiniteTrace.explain(sumOf: [(1, 2), (0, .infinity)]) == "0 x inf = NaN")
    #expect(
      FiniteTrace.explain(sumOf: [(1e200, 1e150)]) == "1e200 x 1e150 = inf")
    #expect(
      FiniteTrace.explain(sumOf: [(1e308, 1), (1e308, 1)])
        == "1e308 + 1e308 = inf")
  }
}
