// SPDX-License-Identifier: MIT
import NeuralNetworks
import Testing

/// numpy's own draws from one seed, each list from a fresh stream.
private struct Draws: Decodable {
  var seed: UInt32
  var raw_uint32: [UInt32]
  var random_sample: [Double]
  var randint_0_3: [Int]
  var randn: [Double]
  var permutation_10: [[Int]]
  var interleaved: [Step]

  /// One call of a mixed stream.
  enum Step: Decodable {
    case integer(Int)
    case gaussians([Double])
    case order([Int])

    init(from decoder: any Decoder) throws {
      var list = try decoder.unkeyedContainer()
      let name = try list.decode(String.self)
      if name.hasPrefix("randint") {
        self = .integer(try list.decode(Int.self))
      } else if name.hasPrefix("randn") {
        self = .gaussians(try list.decode([Double].self))
      } else {
        self = .order(try list.decode([Int].self))
      }
    }
  }
}

@Suite struct `numpy's legacy generator` {
  @Test(arguments: ["rng_seed42", "rng_seed999"])
  func `gives numpy's draws bit for bit`(_ name: String) throws {
    let draws: Draws = try fixture(name)
    let fresh = NumpyRandom(seed: draws.seed)
    func drawn<Value>(_ count: Int, _ draw: (inout NumpyRandom) -> Value) -> [Value] {
      var random = fresh
      return (0..<count).map { _ in draw(&random) }
    }
    #expect(drawn(draws.raw_uint32.count) { $0.nextUInt32() } == draws.raw_uint32)
    #expect(drawn(draws.random_sample.count) { $0.double() } == draws.random_sample)
    #expect(drawn(draws.randint_0_3.count) { $0.integer(from: 0, below: 3) } == draws.randint_0_3)
    #expect(drawn(draws.randn.count) { $0.gaussian() } == draws.randn)
    #expect(drawn(draws.permutation_10.count) { $0.permutation(10) } == draws.permutation_10)
  }

  @Test(arguments: ["rng_seed42", "rng_seed999"])
  func `keeps the second Gaussian of a pair over other draws`(_ name: String) throws {
    let draws: Draws = try fixture(name)
    var random = NumpyRandom(seed: draws.seed)
    for step in draws.interleaved {
      switch step {
      case .integer(let value): #expect(random.integer(below: 3) == value)
      case .gaussians(let values): #expect(values.map { _ in random.gaussian() } == values)
      case .order(let order): #expect(random.permutation(order.count) == order)
      }
    }
  }

  @Test func `is a value whose copy repeats the stream`() {
    var random = NumpyRandom(seed: 7)
    _ = random.gaussian()
    var copy = random
    let first = (0..<1000).map { _ in random.gaussian() }
    #expect((0..<1000).map { _ in copy.gaussian() } == first)
  }

  @Test func `draws nothing from a range of one`() {
    var random = NumpyRandom(seed: 1)
    var same = random
    #expect(random.integer(from: 5, below: 6) == 5)
    #expect(random.integer(from: 5, below: 5) == 5)
    #expect(random.nextUInt32() == same.nextUInt32())
  }

  @Test func `stays within the widest ranges`() {
    var random = NumpyRandom(seed: 3)
    for _ in 0..<100 {
      #expect((0..<(1 << 40)).contains(random.integer(below: 1 << 40)))
      #expect(random.integer(from: .min, below: .max) < .max)
    }
  }
}
