// SPDX-License-Identifier: MIT
import Experiments

extension LinePlot {
  /// The plot with no more points than a width can tell apart: a run of a million epochs is drawn as
  /// quickly as one of some thousands.
  func thinned(to columns: Int, options: ChartOptions) -> LinePlot {
    let pieces = 8 * max(1, columns)
    guard field == nil, series.contains(where: { $0.y.count > 4 * pieces }) else { return self }
    var plot = self
    plot.series = series.map {
      $0.thinned(to: pieces, within: options.xRange, keeping: options.cursor)
    }
    return plot
  }
}

extension PlotSeries {
  /// The first point, the least and the greatest of each of so many pieces, and one that is no number;
  /// besides them the last point and the one nearest to a place.
  fileprivate func thinned(
    to pieces: Int, within range: ClosedRange<Double>?, keeping place: Double?
  ) -> PlotSeries {
    var whole = self
    if x.isEmpty { whole.x = (1...max(1, y.count)).map(Double.init) }
    let count = min(whole.x.count, y.count)
    guard count > 4 * pieces, !isScatter else { return self }
    return whole.thinned(count, to: pieces, within: range, keeping: place)
  }

  private func thinned(
    _ count: Int, to pieces: Int, within range: ClosedRange<Double>?, keeping place: Double?
  ) -> PlotSeries {
    // The data go on outside the part that is shown, so that curves do too.
    let first = range.map { max(0, index(of: $0.lowerBound) - 1) } ?? 0
    let last = range.map { min(count - 1, index(of: $0.upperBound) + 1) } ?? count - 1
    let size = max(1, (last - first + 1) / pieces)
    var kept: [Int] = []
    var start = first
    while start <= last {
      let end = min(last, start + size - 1)
      kept += extremes(start, end)
      start = end + 1
    }
    if let place { kept.append(index(of: place)) }
    kept.append(last)
    let order = Set(kept).sorted()
    var thin = self
    thin.x = order.map { x[$0] }
    thin.y = order.map { y[$0] }
    thin.lower = lower.isEmpty ? [] : order.map { lower[$0] }
    thin.upper = upper.isEmpty ? [] : order.map { upper[$0] }
    return thin
  }

  private func extremes(_ start: Int, _ end: Int) -> [Int] {
    var (least, greatest, none) = (start, start, start)
    for index in start...end {
      if y[index].isNaN { none = index }
      if y[index] < y[least] || y[least].isNaN { least = index }
      if y[index] > y[greatest] || y[greatest].isNaN { greatest = index }
    }
    return [start, least, greatest, none]
  }

  /// The point nearest to a place, in ascending data.
  private func index(of place: Double) -> Int {
    var (low, high) = (0, min(x.count, y.count) - 1)
    while low < high {
      let middle = (low + high) / 2
      if x[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place - x[low - 1] < x[low] - place ? low - 1 : low
  }
}
