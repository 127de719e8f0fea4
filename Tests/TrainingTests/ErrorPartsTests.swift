// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

@Suite struct `Bias and variance` {
  private let base = hyperparameters {
    $0.data = .sine
    $0.trainingSize = 25
    $0.noise = 0.3
    $0.trainingSets = 200
  }

  @Test func `of polynomials add up to the measured error with the noise`() throws {
    for degree in [0, 1, 3, 6] {
      let row = try #require(BiasVariance(base, model: .polynomial).row(size: degree))
      #expect(abs(row.noise - 0.09) < 0.004)
      #expect(abs(row.sum / row.measuredError - 1) < 0.03, "degree \(degree)")
    }
  }

  @Test func `trade places as the degree grows, with the least error between`() throws {
    let measured = BiasVariance(base, model: .polynomial)
    let rows = try [0, 3, 9].map { try #require(measured.row(size: $0)) }
    #expect(rows[0].biasSquared > 10 * rows[1].biasSquared)
    #expect(rows[2].variance > 3 * rows[1].variance)
    #expect(rows[1].measuredError < rows[0].measuredError)
    #expect(rows[1].measuredError < rows[2].measuredError)
    #expect(rows[2].trainingError < rows[1].trainingError)
  }

  @Test func `are measured for networks too, alike on any number of threads`() throws {
    var small = base
    small.trainingSets = 12
    small.activation = .tanh
    small.learningRate = 0.05
    small.epochs = 60
    let one = BiasVariance(small, model: .network, threads: 1).row(size: 3)
    let two = BiasVariance(small, model: .network, threads: 2).row(size: 3)
    #expect(one == two)
    let row = try #require(one)
    #expect(abs(row.sum / row.measuredError - 1) < 0.1)
  }
}

@Suite struct `A fitted curve` {
  @Test func `of degree 9 passes through 10 points and errs between them`() {
    let fit = CurveFit(hyperparameters { ($0.trainingSize, $0.degree) = (10, 9) })
    #expect(fit.trainingError < 1e-20)
    #expect(fit.validationError > 1e-3)
  }

  @Test func `of more points has a smaller error on new ones`() {
    func error(_ points: Int) -> Double {
      CurveFit(hyperparameters { ($0.trainingSize, $0.degree, $0.noise) = (points, 5, 0.3) })
        .validationError
    }
    #expect(error(500) < error(8))
  }
}

@Suite struct `An estimate` {
  @Test func `reports an overflow instead of trapping`() {
    let absurd = hyperparameters {
      $0.hidden = [.max, .max]
      $0.trainingSize = .max
      $0.epochs = .max
    }
    #expect(absurd.trainingEstimate.bytes == .max)
    #expect(!absurd.trainingEstimate.fits())
    let wide = hyperparameters { $0.hidden = [1_000_000_000] }
    #expect(!wide.trainingEstimate.fits())
  }

  @Test func `grows with what costs`() {
    let base = Hyperparameters().trainingEstimate
    #expect(base.fits())
    for change: (inout Hyperparameters) -> Void in [
      { $0.hidden = [200] }, { $0.trainingSize = 500 }, { $0.validationSize = 900 },
    ] {
      let more = hyperparameters(change).trainingEstimate
      #expect(more.bytes > base.bytes && more.multiplyAdds > base.multiplyAdds)
    }
  }
}

@Suite struct `Answers of a network` {
  @Test func `are counted in a confusion matrix`() {
    let matrix = ConfusionMatrix(predictions: [0.9, 0.2, 0.5, 0.4, 0.1], labels: [1, 1, 0, 0, 0])
    #expect(matrix.truePositives == 1 && matrix.falseNegatives == 1)
    #expect(matrix.falsePositives == 1 && matrix.trueNegatives == 2)
    #expect(matrix.accuracy == 0.6 && matrix.precision == 0.5 && matrix.recall == 0.5)
    #expect(ConfusionMatrix(predictions: [0.1], labels: [0]).precision.isNaN)
  }

  @Test func `agree with the accuracy of the last epoch`() throws {
    let noisy = hyperparameters {
      $0.noise = 0.5
      $0.epochs = 50
    }
    var iterator = TrainingRun(noisy).makeIterator()
    var last: Epoch?
    while let epoch = iterator.next() { last = epoch }
    let matrix = ConfusionMatrix(iterator.network(), on: iterator.start().validation)
    #expect(matrix.accuracy == last?.validationAccuracy)
  }

  @Test func `fill a map of the plane`() throws {
    let moons = hyperparameters { $0.data = .moons }
    var iterator = TrainingRun(moons).makeIterator()
    let network = iterator.network()
    let map = try #require(DecisionMap(network, x: -1...2, y: -1...1, columns: 3, rows: 2))
    #expect(map.values.count == 2 && map.values[0].count == 3)
    #expect(map.values[0][0] == network.predictions([-0.5, 0.5])[0])
    #expect(
      DecisionMap(RunStart(Hyperparameters()).network, x: 0...1, y: 0...1, columns: 2, rows: 2)
        == nil)
  }

  @Test func `come from weights that can be seen as pictures`() {
    let network = RunStart(Hyperparameters()).network
    #expect(network.weightImages.count == 20 && network.weightImages[3].count == 3)
    #expect(network.weightImages[3][1][2] == network.layers[0].weights[3 * 9 + 5])
  }
}
