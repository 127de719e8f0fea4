// SPDX-License-Identifier: MIT
import Experiments
import Training

/// Random values within, at and near the ends of each row's range.
struct RandomSettings {
  var state: UInt64

  mutating func next() -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Double(state >> 11) / 9_007_199_254_740_992
  }

  /// Small numbers as often as large ones.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    let (share, span) = (next(), range.upperBound - range.lowerBound)
    if share < 0.05 { return range.lowerBound }
    if share > 0.98 { return range.upperBound }
    var value = next() * span
    for _ in 0..<Int(next() * 12) { value *= 0.3 }
    return range.lowerBound + value
  }

  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    let value = number(Double(range.lowerBound)...Double(range.upperBound))
    return min(max(Int(value.rounded()), range.lowerBound), range.upperBound)
  }

  mutating func text(_ row: Hyperparameter) -> String {
    switch row.domain {
    case .real(_, let range, _): "\(number(range))"
    case .integer(_, let range, _): "\(whole(range))"
    case .toggle: next() < 0.5 ? "on" : "off"
    case .choice(let choice): choice.names[whole(0...choice.names.count - 1)]
    case .widths(_, let count, let width):
      "[\((0..<whole(count)).map { _ in "\(whole(width))" }.joined(separator: ", "))]"
    case .weightSeed: next() < 0.5 ? "after_training" : "\(whole(0...4_294_967_295))"
    }
  }
}
