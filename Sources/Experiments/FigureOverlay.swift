// SPDX-License-Identifier: MIT

extension Figure {
  /// One figure with a curve from each, or the figures themselves where they hold no curves, or points
  /// on a plane that is another for each.
  ///
  /// Curves that are the same in all of them (the truth, the points) are drawn once beside these.
  public static func overlay(
    _ named: [(name: String, figure: Figure)], comparing series: String
  ) -> [Figure] {
    guard let first = named.first?.figure, case .lines(var plot) = first.content,
      plot.field == nil
    else {
      return named.map { name, figure in
        var titled = figure
        titled.title = "\(figure.title): \(name)"
        return titled
      }
    }
    let plots = named.compactMap { name, figure in
      if case .lines(let plot) = figure.content { (name: name, plot: plot) } else { nil }
    }
    let compared = plot.series.contains { $0.name == series } ? series : plot.series.first?.name
    let shared = plot.series.filter { curve in
      curve.name != compared && plots.allSatisfy { $0.plot.series.contains(curve) }
    }
    plot.series = plots.compactMap { name, plot in
      var curve = plot.series.first { $0.name == compared } ?? plot.series.first
      curve?.name = name
      return curve
    }
    if plots.count > 1 { plot.series += shared }
    plot.references = plot.references.filter { line in
      !line.marksCurves && plots.allSatisfy { $0.plot.references.contains(line) }
    }
    plot.annotations = []
    return [
      Figure(
        id: first.id, title: compared.map { "\(first.title): \($0)" } ?? first.title,
        content: .lines(plot))
    ]
  }
}
