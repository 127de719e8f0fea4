// SPDX-License-Identifier: MIT

extension ExperimentReport {
  /// The figures of a report: a single run's own; over seeds the mean with its spread; over variants
  /// one curve each.
  ///
  /// - Parameter names: the figures wanted, by id; empty takes the kind's usual ones.
  /// - Returns: the figures, in the order wanted.
  public func figures(_ names: [String]) -> [Figure] {
    let wanted = names.isEmpty ? request.kind.usualFigures : names
    let perVariant = request.variants.indices.map { variant in
      wanted.compactMap { id in
        Figure(averaging: results(of: variant).compactMap { $0.figures.first { $0.id == id } })
      }
    }
    if perVariant.count == 1 { return perVariant[0] }
    return wanted.flatMap { id in
      Figure.overlay(
        zip(request.variants, perVariant).compactMap { variant, figures in
          figures.first { $0.id == id }.map { (variant.name, $0) }
        }, comparing: request.kind.comparedSeries)
    }
  }
}

extension Figure {
  /// The mean of the same figure over several runs, with one standard deviation either side.
  ///
  /// A figure that is not made of curves cannot be averaged; the first run's is taken.
  init?(averaging figures: [Figure]) {
    guard let first = figures.first else { return nil }
    self = first
    guard figures.count > 1, case .lines(var plot) = first.content else { return }
    let plots = figures.compactMap { figure in
      if case .lines(let plot) = figure.content { plot } else { nil }
    }
    plot.series = plot.series.indices.map { index in
      PlotSeries(
        averaging: plots.compactMap { $0.series.indices.contains(index) ? $0.series[index] : nil })
    }
    plot.references.removeAll { $0.marksCurves }
    plot.annotations = []
    title = "\(first.title), mean of \(figures.count) seeds"
    content = .lines(plot)
  }

  /// One figure with a curve from each, or the figures themselves where they hold no curves.
  public static func overlay(_ named: [(name: String, figure: Figure)], comparing series: String)
    -> [Figure]
  {
    guard let first = named.first?.figure, case .lines(var plot) = first.content else {
      return named.map { name, figure in
        var titled = figure
        titled.title = "\(figure.title): \(name)"
        return titled
      }
    }
    plot.series = named.compactMap { name, figure in
      guard case .lines(let own) = figure.content,
        var curve = own.series.first(where: { $0.name == series }) ?? own.series.first
      else { return nil }
      curve.name = name
      return curve
    }
    plot.references.removeAll { $0.marksCurves }
    plot.annotations = []
    var figure = first
    figure.title = "\(first.title): \(series)"
    figure.content = .lines(plot)
    return [figure]
  }
}

extension PlotSeries {
  /// The mean of curves, value by value, as far as the shortest goes, with one standard deviation
  /// either side.
  init(averaging curves: [PlotSeries]) {
    let first = curves.first ?? PlotSeries("", x: [], y: [])
    let length = curves.map(\.y.count).min() ?? 0
    var (mean, lower, upper): ([Double], [Double], [Double]) = ([], [], [])
    for index in 0..<length {
      let summary = Summary(curves.map { $0.y[index] })
      mean.append(summary.mean)
      lower.append(summary.mean - summary.standardDeviation)
      upper.append(summary.mean + summary.standardDeviation)
    }
    self.init(
      first.name, x: Array(first.x.prefix(length)), y: mean,
      lower: curves.count > 1 ? lower : [], upper: curves.count > 1 ? upper : [],
      isScatter: first.isScatter)
  }
}
