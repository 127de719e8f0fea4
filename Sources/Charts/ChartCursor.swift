// SPDX-License-Identifier: MIT
import Experiments

extension Figure {
  /// The name of what a cursor moves along: the horizontal axis of curves, the columns of a heat map.
  public var cursorAxis: String? {
    switch content {
    case .lines(let plot): plot.xAxis.label
    case .heatMap: "column"
    case .bars, .images, .table: nil
    }
  }

  /// The horizontal values a cursor can stand at, ascending; a heat map's columns from 1.
  public var cursorPlaces: [Double] {
    switch content {
    case .lines(let plot): Charts.cursorPlaces(of: plot)
    case .heatMap(let map): (0..<(map.values.map(\.count).max() ?? 0)).map { Double($0 + 1) }
    case .bars, .images, .table: []
    }
  }

  /// Where the key for the best place goes: the first vertical line that marks the curves.
  public var bestPlace: Double? {
    guard case .lines(let plot) = content else { return nil }
    return plot.references.first { $0.direction == .vertical && $0.marksCurves }?.value
  }
}
