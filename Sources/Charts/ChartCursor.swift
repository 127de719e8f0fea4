// SPDX-License-Identifier: MIT
import Experiments

extension Figure {
  /// The horizontal values a cursor can stand at, ascending; empty for figures without curves.
  public var cursorPlaces: [Double] {
    guard case .lines(let plot) = content else { return [] }
    return Charts.cursorPlaces(of: plot)
  }

  /// Where the key for the best place goes: the first vertical line that marks the curves.
  public var bestPlace: Double? {
    guard case .lines(let plot) = content else { return nil }
    return plot.references.first { $0.direction == .vertical && $0.marksCurves }?.value
  }
}
