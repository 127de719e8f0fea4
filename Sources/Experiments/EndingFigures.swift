// SPDX-License-Identifier: MIT

extension ExperimentReport {
  /// What the runs end with, one figure for each of the kind's endings: curves against one
  /// hyperparameter that differs, bars where it has no numbers, a heat map where two differ.
  ///
  /// Empty where more than two differ, or where the variants are no grid.
  public var endingFigures: [Figure] {
    guard let grid = SweepGrid(request) else { return [] }
    return request.kind.endings.compactMap { ending in
      let isMeasured = ending.curves.contains { curve in
        results.contains { $0.measure(curve.measure)?.isFinite == true }
      }
      guard isMeasured else { return nil }
      switch grid.axes.count {
      case 1: return figure(ending, along: grid.axes[0], of: grid)
      case 2: return heatMap(ending, of: grid)
      default: return nil
      }
    }
  }

  /// A measure over the seeds of the variant at a place.
  private func summary(_ measure: String, at variant: Int?) -> Summary {
    Summary(variant.map { values(of: measure, variant: $0) } ?? [])
  }

  /// The seeds in words, for a title.
  private var seedsText: String {
    request.seeds > 1 ? ", mean of \(request.seeds) seeds" : ""
  }

  private func figure(_ ending: Ending, along axis: SweepGrid.Axis, of grid: SweepGrid) -> Figure {
    let title = "\(ending.title)\(seedsText)"
    let curves = ending.curves.map { curve in
      (curve.name, axis.values.map { summary(curve.measure, at: grid.variant($0)) })
    }
    guard let numbers = axis.numbers else {
      let series = curves.map { name, points in PlotSeries(name, x: [], y: points.map(\.mean)) }
      return Figure(
        id: ending.id, title: title,
        content: .bars(BarPlot(categories: axis.values, series: series, axis: ending.axis)))
    }
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    let hasSpread = request.seeds > 1
    let series = curves.map { name, points in
      PlotSeries(
        name, x: order.map { numbers[$0] }, y: order.map { points[$0].mean },
        lower: hasSpread ? order.map { points[$0].mean - points[$0].standardDeviation } : [],
        upper: hasSpread ? order.map { points[$0].mean + points[$0].standardDeviation } : [])
    }
    let label = axis.row.unit.isEmpty ? axis.row.name : "\(axis.row.name), \(axis.row.unit)"
    let plot = LinePlot(
      xAxis: PlotAxis(label, scale: numbers.scale, isInteger: axis.row.isWhole),
      yAxis: ending.axis, series: series)
    return Figure(id: ending.id, title: title, content: .lines(plot))
  }

  private func heatMap(_ ending: Ending, of grid: SweepGrid) -> Figure? {
    guard let curve = ending.curves.last else { return nil }
    let measure = request.kind.measures.first { $0.name == curve.measure }
    let (down, across) = (grid.axes[0], grid.axes[1])
    let map = HeatMap(
      values: down.values.map { row in
        across.values.map { summary(curve.measure, at: grid.variant(row, $0)).mean }
      }, rowLabels: down.values.map { "\(down.row.name) \($0)" }, columnLabels: across.values,
      isRelative: true,
      decimals: min(3, max(0, measure?.decimals ?? 2)))
    let name = curve.measure.map { $0 == "_" ? " " : $0 }
    return Figure(
      id: ending.id,
      title: "\(String(name)), \(across.row.name) across\(seedsText)",
      content: .heatMap(map))
  }
}

extension Hyperparameter {
  /// Whether its values are whole numbers.
  var isWhole: Bool {
    switch domain {
    case .integer, .widths: true
    case .real, .toggle, .choice, .weightSeed: false
    }
  }
}

extension [Double] {
  /// The scale that shows them apart: by decades where none is negative and those above 0 span more
  /// than one.
  var scale: PlotAxis.Scale {
    guard let most = self.max(), let least = filter({ $0 > 0 }).min(), allSatisfy({ $0 >= 0 }),
      most / least > 20
    else { return .linear }
    return contains(0) ? .logarithmicWithZero : .logarithmic
  }
}
