// SPDX-License-Identifier: MIT
import Foundation
import Testing

@testable import NeuralNetworks

@Suite struct `Losses` {
  @Test func `are their formulas`() {
    let z = 0.7
    let p = 1 / (1 + exp(-z))
    #expect(
      abs(LossKind.binaryCrossEntropy.judge([z], count: 1, step: 1, label: 1).loss + log(p)) < 1e-15
    )
    #expect(
      abs(LossKind.binaryCrossEntropy.judge([z], count: 1, step: 1, label: 0).loss + log(1 - p))
        < 1e-15)
    #expect(LossKind.meanSquaredError.judge([3], count: 1, step: 1, label: 1).loss == 4)
    let logits = [1.0, -2, 0.5]
    let sum = logits.reduce(0) { $0 + exp($1) }
    let loss = LossKind.crossEntropy.judge(logits, count: 3, step: 1, label: 2)
    #expect(abs(loss.loss + log(exp(0.5) / sum)) < 1e-15)
    #expect(
      !loss.isRight && LossKind.crossEntropy.judge(logits, count: 3, step: 1, label: 0).isRight)
  }

  @Test func `of a certain mistake stay finite, as the notebook's do`() {
    let loss = LossKind.binaryCrossEntropy.judge([-1e6], count: 1, step: 1, label: 1).loss
    #expect(abs(loss + log(1e-15)) < 1e-12)
    #expect(LossKind.crossEntropy.judge([-1e4, 1e4], count: 2, step: 1, label: 0).loss == 2e4)
  }

  @Test(arguments: LossKind.allCases)
  func `of a NaN are NaN`(_ loss: LossKind) {
    #expect(loss.judge([.nan, 1], count: 2, step: 1, label: 1).loss.isNaN)
  }
}
