// SPDX-License-Identifier: MIT

extension Figure {
  /// The mean of the same figure over several runs, curves with one standard deviation either side.
  ///
  /// Curves whose horizontal values differ from run to run are left out; of pictures that cannot be
  /// averaged, and where no curve is left, the first run's is taken.
  init?(averaging figures: [Figure]) {
    guard let first = figures.first else { return nil }
    self = first
    guard figures.count > 1, let mean = first.content.mean(with: figures.map(\.content)) else {
      return
    }
    let what = if case .lines = mean { "mean ± spread" } else { "mean" }
    title = "\(first.title), \(what) of \(figures.count) seeds"
    content = mean
  }
}

extension Figure.Content {
  /// The mean of contents of one kind; `nil` where there is none.
  fileprivate func mean(with all: [Figure.Content]) -> Figure.Content? {
    switch self {
    case .lines(let plot):
      let plots = all.compactMap { if case .lines(let plot) = $0 { plot } else { nil } }
      return plot.mean(with: plots).map { .lines($0) }
    case .heatMap(let map):
      let maps = all.compactMap { if case .heatMap(let map) = $0 { map } else { nil } }
      return map.mean(with: maps).map { .heatMap($0) }
    case .bars, .images, .table: return nil
    }
  }
}

extension LinePlot {
  fileprivate func mean(with plots: [LinePlot]) -> LinePlot? {
    var mean = self
    mean.series = series.indices.compactMap { index in
      let curves = plots.compactMap { plot in
        plot.series.indices.contains(index) ? plot.series[index] : nil
      }
      return PlotSeries(averaging: curves, scale: yAxis.scale)
    }
    mean.references.removeAll { $0.marksCurves }
    mean.annotations = []
    mean.field = field?.mean(with: plots.compactMap(\.field))
    return mean.series.isEmpty && mean.field == nil ? nil : mean
  }
}

extension HeatMap {
  fileprivate func mean(with maps: [HeatMap]) -> HeatMap? {
    guard maps.allSatisfy({ $0.values.map(\.count) == values.map(\.count) }) else { return nil }
    var mean = self
    for row in values.indices {
      for column in values[row].indices {
        mean.values[row][column] = Summary(maps.map { $0.values[row][column] }).mean
      }
    }
    mean.decimals = decimals + 1
    return mean
  }
}

extension PlotSeries {
  /// The mean of curves, place by place, with one standard deviation either side.
  ///
  /// Runs may end early or stop being numbers: a place counts where at least half of the curves have a
  /// number there, and its mean is that of those. On a logarithmic axis the mean is the geometric one.
  /// The spread goes no farther than the runs do: no loss is drawn below 0 that none of them had.
  /// `nil` where the curves stand at different places.
  init?(averaging curves: [PlotSeries], scale: PlotAxis.Scale) {
    guard let longest = curves.max(by: { $0.x.count < $1.x.count }),
      curves.allSatisfy({ longest.x.starts(with: $0.x) })
    else { return nil }
    let isLogarithmic = scale == .logarithmic
    var (mean, lower, upper): ([Double], [Double], [Double]) = ([], [], [])
    for index in longest.x.indices {
      let present = curves.compactMap { $0.y.indices.contains(index) ? $0.y[index] : nil }
      let numbers = present.filter { $0.isFinite && (!isLogarithmic || $0 > 0) }
      let isShared = 2 * numbers.count >= curves.count
      let summary = Summary(isLogarithmic ? numbers.map(\.logarithm) : numbers)
      let spread = summary.standardDeviation
      let reach = (summary.minimum, summary.maximum)
      let placed = [
        summary.mean, max(reach.0, summary.mean - spread), min(reach.1, summary.mean + spread),
      ].map { !isShared ? Double.nan : isLogarithmic ? $0.exponential : $0 }
      mean.append(placed[0])
      lower.append(placed[1])
      upper.append(placed[2])
    }
    let count = mean.lastIndex { !$0.isNaN }.map { $0 + 1 } ?? 0
    self.init(
      longest.name, x: Array(longest.x.prefix(count)), y: Array(mean.prefix(count)),
      lower: curves.count > 1 ? Array(lower.prefix(count)) : [],
      upper: curves.count > 1 ? Array(upper.prefix(count)) : [], isScatter: longest.isScatter)
  }
}
