// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

@Suite struct `A replication` {
  private let short = hyperparameters {
    $0.epochs = 15
    $0.noise = 0.3
  }

  @Test(arguments: [1, 2, 5])
  func `gives the same to the bit on any number of threads`(_ threads: Int) {
    let histories = Replication(short, seeds: 9, threads: threads).histories()
    let alone = (0..<9).map { index in
      var own = short
      own.seed += index
      own.validationSeed += index
      return TrainingRun(own).history()
    }
    #expect(histories == alone)
  }

  @Test func `shifts every seed`() {
    let fixed = Replication(hyperparameters { $0.weightSeed = .seed(5) }, seeds: 4)
    let third = fixed.hyperparameters(3)
    #expect(third.seed == 45 && third.validationSeed == 1002 && third.weightSeed == .seed(8))
  }

  @Test func `summarizes each epoch`() throws {
    let histories = Replication(short, seeds: 5).histories()
    let spread = histories.spread(of: \.validationLoss)
    #expect(spread.count == 15)
    let last = try #require(spread.last)
    let values = histories.compactMap { $0.validationLoss.last }.sorted()
    #expect(last.count == 5 && last.median == values[2])
    #expect(last.minimum == values[0] && last.maximum == values[4])
    #expect(histories.finalSpread(of: \.validationLoss) == last)
  }

  @Test func `marks what was not run as cancelled`() {
    let histories = Replication(short, seeds: 3, threads: 2).histories { false }
    #expect(histories.count == 3 && histories.allSatisfy { $0.outcome == .cancelled })
  }
}

@Suite struct `A spread` {
  @Test func `has numpy's quantiles and the sample deviation`() {
    let spread = Spread([4, 1, 3, 2])
    #expect(spread.mean == 2.5 && spread.median == 2.5)
    #expect(spread.quantile(0.25) == 1.75 && spread.quantile(1) == 4)
    #expect(abs(spread.standardDeviation - (5.0 / 3).squareRoot()) < 1e-15)
  }

  @Test func `leaves out what is not finite`() {
    #expect(Spread([1, .nan, .infinity]).count == 1)
    #expect(Spread([.nan]).mean.isNaN && Spread([]).median.isNaN)
  }
}
