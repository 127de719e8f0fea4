// SPDX-License-Identifier: MIT
import Glibc

/// The generator behind numpy's legacy `np.random` functions, draw for draw.
///
/// A 32-bit Mersenne Twister (Matsumoto & Nishimura, 1998) as a value: copying it copies the place in
/// its stream, so a run that is handed a copy can be repeated to the bit. Gaussian draws come in pairs
/// by the polar method; the second of a pair waits for the next call, whatever is drawn in between.
public struct NumpyRandom: Sendable, RandomNumberGenerator {
  private var state: [UInt32]
  private var position = NumpyRandom.size
  private var waitingGaussian: Double?

  private static let size = 624
  private static let shift = 397

  /// The stream that `np.random.seed(seed)` starts.
  public init(seed: UInt32) {
    state = [UInt32](repeating: seed, count: Self.size)
    for index in 1..<Self.size {
      let last = state[index - 1]
      state[index] = 1_812_433_253 &* (last ^ (last >> 30)) &+ UInt32(truncatingIfNeeded: index)
    }
  }

  /// The next 32 random bits.
  public mutating func nextUInt32() -> UInt32 {
    if position == Self.size { refill() }
    var bits = state[position]
    position += 1
    bits ^= bits >> 11
    bits ^= (bits << 7) & 0x9d2c_5680
    bits ^= (bits << 15) & 0xefc6_0000
    return bits ^ (bits >> 18)
  }

  /// The next 64 random bits: two draws, the high word first.
  public mutating func next() -> UInt64 {
    let high = UInt64(nextUInt32())
    return high << 32 | UInt64(nextUInt32())
  }

  /// `rand()`: uniform in `[0, 1)` with 53 bits.
  public mutating func double() -> Double {
    let high = nextUInt32() >> 5
    let low = nextUInt32() >> 6
    return (Double(high) * 67_108_864 + Double(low)) / 9_007_199_254_740_992
  }

  /// `randint(from, below)`: uniform in `from..<below`; an empty range draws nothing and gives `from`.
  public mutating func integer(from: Int = 0, below: Int) -> Int {
    guard below > from else { return from }
    let largest = UInt64(bitPattern: Int64(below &- 1 &- from))
    return from &+ Int(truncatingIfNeeded: bounded(by: largest))
  }

  /// `randn()`: standard normal.
  public mutating func gaussian() -> Double {
    if let waiting = waitingGaussian {
      waitingGaussian = nil
      return waiting
    }
    while true {
      let x = 2 * double() - 1
      let y = 2 * double() - 1
      let squaredRadius = x * x + y * y
      if squaredRadius >= 1 || squaredRadius == 0 { continue }
      let factor = (-2 * log(squaredRadius) / squaredRadius).squareRoot()
      waitingGaussian = factor * x
      return factor * y
    }
  }

  /// `permutation(count)`: the numbers `0..<count` in a random order.
  public mutating func permutation(_ count: Int) -> [Int] {
    var order = Array(0..<max(count, 0))
    shuffle(&order)
    return order
  }

  /// `shuffle(elements)`: Fisher-Yates from the end.
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for last in stride(from: elements.count - 1, through: 1, by: -1) {
      elements.swapAt(last, Int(truncatingIfNeeded: bounded(by: UInt64(last))))
    }
  }

  /// Uniform in `0...largest` by masked rejection; 0 draws nothing.
  private mutating func bounded(by largest: UInt64) -> UInt64 {
    if largest == 0 { return 0 }
    let mask = UInt64.max >> UInt64(largest.leadingZeroBitCount)
    while true {
      let drawn = largest <= UInt64(UInt32.max) ? UInt64(nextUInt32()) : next()
      if drawn & mask <= largest { return drawn & mask }
    }
  }

  private mutating func refill() {
    state.withUnsafeMutableBufferPointer { words in
      for index in 0..<Self.size {
        let following = index + 1 == Self.size ? 0 : index + 1
        let bits = (words[index] & 0x8000_0000) | (words[following] & 0x7fff_ffff)
        let shifted =
          index < Self.size - Self.shift ? index + Self.shift : index + Self.shift - Self.size
        words[index] = words[shifted] ^ (bits >> 1) ^ (bits & 1 == 0 ? 0 : 0x9908_b0df)
      }
    }
    position = 0
  }
}
