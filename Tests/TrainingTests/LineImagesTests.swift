// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing
import Training

/// Data sets drawn by the notebook's own generator, odd sizes among them.
private struct GeneratorCases: Decodable {
  struct Case: Decodable {
    var n_samples: Int
    var noise_level: Double
    var seed: UInt32
    var X: [[Double]]
    var y: [Double]
    var next_randn: Double
  }
  var cases: [Case]
}

@Suite struct `Line images` {
  @Test func `are the notebook's, and leave its stream where it does`() throws {
    let cases: GeneratorCases = try fixture("generator_cases")
    #expect(!cases.cases.isEmpty)
    for expected in cases.cases {
      var random = NumpyRandom(seed: expected.seed)
      let set = Dataset.lines(
        count: expected.n_samples, noise: expected.noise_level, using: &random)
      #expect(set.inputs == expected.X.flatMap { $0 })
      #expect(set.labels == expected.y)
      #expect(random.gaussian() == expected.next_randn)
    }
  }

  @Test(arguments: [1, 2, 3, 5, 8])
  func `have one full column or row where there is no noise`(_ side: Int) {
    var random = NumpyRandom(seed: 5)
    let set = Dataset.lines(count: 30, noise: 0, imageSize: side, using: &random)
    #expect(set.labels.filter { $0 == 1 }.count == 15)
    for index in 0..<set.count {
      let image = set.input(index)
      let lit = image.indices.filter { image[$0] == 1 }
      #expect(lit.count == side && image.reduce(0, +) == Double(side))
      let places = Set(lit.map { set.labels[index] == 1 ? $0 % side : $0 / side })
      #expect(places.count == 1)
    }
  }

  @Test func `change nothing but labels with label noise`() {
    var (plain, noisy) = (NumpyRandom(seed: 9), NumpyRandom(seed: 9))
    let sound = Dataset.lines(count: 40, noise: 0.2, using: &plain)
    let flipped = Dataset.lines(count: 40, noise: 0.2, labelNoise: 0.25, using: &noisy)
    #expect(sound.inputs == flipped.inputs)
    #expect(zip(sound.labels, flipped.labels).filter { $0 != $1 }.count == 10)
  }
}
