// SPDX-License-Identifier: MIT
import Experiments
import Glibc

/// The one way from a value to a place, for data, ticks, reference lines and bands alike.
struct AxisMap: Hashable {
  let scale: PlotAxis.Scale
  let lower: Double
  let upper: Double

  /// The share of the way from the lower to the upper limit; `nil` for a value without a place.
  func share(_ value: Double) -> Double? {
    guard value.isFinite else { return nil }
    let share: Double
    switch scale {
    case .linear:
      let clamped = clampedForDrawing(value)
      share = (clamped - lower) / (upper - lower)
    case .logarithmic:
      guard value > 0 else { return nil }
      share = (log10(value) - log10(lower)) / (log10(upper) - log10(lower))
    case .logarithmicWithZero:
      guard value >= 0 else { return nil }
      let placed = value == 0 ? lower : value
      share = (log10(placed) - log10(lower)) / (log10(upper) - log10(lower))
    }
    // Limits that are too close for arithmetic give no place at all.
    return share.isFinite ? share : nil
  }

  /// The place among `count` dots or cells from the lower limit on, by the nearest; `nil` outside.
  func place(_ value: Double, among count: Int) -> Int? {
    guard let share = share(value), share >= -1e-9 && share <= 1 + 1e-9 else { return nil }
    return min(count - 1, max(0, Int((share * Double(count - 1)).rounded())))
  }

  /// The place among `count` dots or cells from the upper limit down, by the nearest; `nil` outside.
  ///
  /// Rounded from the top as the dots of curves are, so that a value halfway between two rows never
  /// stands beside its own tick.
  func placeFromTop(_ value: Double, among count: Int) -> Int? {
    guard let share = share(value), share >= -1e-9 && share <= 1 + 1e-9 else { return nil }
    return min(count - 1, max(0, Int(((1 - share) * Double(count - 1)).rounded())))
  }
}

/// The value kept within what can be subtracted without overflow.
func clampedForDrawing(_ value: Double) -> Double { min(1e300, max(-1e300, value)) }
