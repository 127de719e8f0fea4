// SPDX-License-Identifier: MIT
import Foundation

/// How long the tests go on: some seconds in every run, as long as it takes in `make soak`.
enum Soak {
  /// Whether the long form of the tests was asked for.
  static let isOn = ProcessInfo.processInfo.environment["NNTUTOR_SOAK"] != nil

  /// So many rounds usually, and so many in `make soak`.
  static func rounds(_ few: Int, _ many: Int) -> Int { isOn ? many : few }

  /// Whether the tests run under a sanitizer.
  static let isSanitized = ProcessInfo.processInfo.environment.keys.contains {
    $0.hasSuffix("SAN_OPTIONS")
  }

  /// Variables with what `make sanitize` asks of every program that it starts.
  static func withSanitizers(_ variables: [String: String]) -> [String: String] {
    let options = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
    return variables.merging(options) { own, _ in own }
  }

  /// Says what was measured, where somebody asked for it.
  static func report(_ sentence: String) {
    if isOn { print("measured: \(sentence)") }
  }
}

/// A generator that gives the same numbers each time.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

extension [Double] {
  /// The value that a share of all does not exceed.
  func quantile(_ share: Double) -> Double {
    let sorted = sorted()
    return sorted.isEmpty ? 0 : sorted[Swift.min(count - 1, Int(share * Double(count)))]
  }
}
