// SPDX-License-Identifier: MIT

/// The values that an arrow key visits, one rung at a time.
public enum Ladder: Hashable, Sendable {
  /// Equal steps.
  case steps(Double)
  /// 1, 2, 5, 10, 20, 50 and so on by decades, with zero below the given smallest rung.
  case decades(from: Double)

  /// The steps in words.
  public var text: String {
    switch self {
    case .steps(let step): "by \(step.plain)"
    case .decades: "by 1, 2, 5, 10"
    }
  }

  /// Returns the next rung above or below a value, within a range.
  public func next(from value: Double, up: Bool, within range: ClosedRange<Double>) -> Double {
    let target: Double
    switch self {
    case .steps(let step):
      let exact = value / step
      let nearest = exact.rounded()
      // 0.15 / 0.05 is a hair below 3 in binary: near a rung is on it.
      let rung = abs(exact - nearest) < 1e-9 ? nearest : exact.rounded(up ? .down : .up)
      target = ((up ? rung + 1 : rung - 1) * step).snapped(to: step)
    case .decades(let smallest):
      target = up ? decadeAbove(value, smallest) : decadeBelow(value, smallest)
    }
    return Swift.min(Swift.max(target, range.lowerBound), range.upperBound)
  }

  private func decadeAbove(_ value: Double, _ smallest: Double) -> Double {
    if value < smallest { return smallest }
    for rung in rungs(from: smallest) where rung > value * (1 + 1e-9) { return rung }
    return value
  }

  private func decadeBelow(_ value: Double, _ smallest: Double) -> Double {
    rungs(from: smallest).last { $0 < value * (1 - 1e-9) } ?? 0
  }

  /// Twenty decades of rungs, each read from its decimal digits so that it is the nearest double.
  private func rungs(from smallest: Double) -> [Double] {
    (-12...12).flatMap { decade in
      [1, 2, 5].compactMap { digit in Double("\(digit)e\(decade)") }
    }.filter { $0 >= smallest * (1 - 1e-9) }
  }
}

extension Double {
  /// The nearest multiple of a step, free of accumulated binary error.
  fileprivate func snapped(to step: Double) -> Double {
    let perUnit = (1 / step).rounded()
    if perUnit >= 1, abs(1 / perUnit - step) < 1e-12 { return (self * perUnit).rounded() / perUnit }
    return self
  }
}
