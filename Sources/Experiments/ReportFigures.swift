// SPDX-License-Identifier: MIT

/// How the runs of a report with several variants are drawn.
public enum Arrangement: String, CaseIterable, Hashable, Sendable {
  /// One curve a variant in one chart.
  case together
  /// A small chart of its own for each variant, all with the same axes.
  case each
  /// What the runs end with: against the one hyperparameter that differs, or as a heat map of two.
  case final

  /// What it shows, in a few words.
  public var help: String {
    switch self {
    case .together: "one curve a variant"
    case .each: "a chart for each variant"
    case .final: "what the runs end with"
    }
  }
}

extension ExperimentReport {
  /// The figures that were wanted, arranged as suits what was run.
  public func figures() -> [Figure] { figures(request.figures) }

  /// The figures of a report: a single run's own; over seeds the mean with its spread; over variants
  /// as they are arranged.
  ///
  /// - Parameters:
  ///   - names: the figures wanted, by id; empty takes the kind's usual ones.
  ///   - arrangement: how variants are drawn; `nil` takes what suits: what the runs end with and a
  ///     small chart of each for a sweep, one curve a variant otherwise.
  /// - Returns: the figures, in the order wanted.
  public func figures(_ names: [String], arrangement: Arrangement? = nil) -> [Figure] {
    let wanted = names.isEmpty ? request.kind.usualFigures : names
    guard request.variants.count > 1 else { return figures(ofVariant: 0, wanted) }
    switch arrangement {
    case .together: return overlays(wanted)
    case .each: return smallMultiples(wanted)
    case .final: return endingFigures
    case nil:
      guard request.isSweep else { return overlays(wanted) }
      let endings = endingFigures
      let isHeatMap = endings.contains { if case .heatMap = $0.content { true } else { false } }
      return isHeatMap ? endings : endings + smallMultiples(Array(wanted.prefix(1)))
    }
  }

  private func figures(ofVariant variant: Int, _ wanted: [String]) -> [Figure] {
    wanted.compactMap { id in
      Figure(averaging: results(of: variant).compactMap { $0.figures.first { $0.id == id } })
    }
  }

  /// A figure of every variant that has it, by the variant's name.
  private func named(_ id: String) -> [(name: String, figure: Figure)] {
    request.variants.indices.compactMap { variant in
      figures(ofVariant: variant, [id]).first.map { (request.variants[variant].name, $0) }
    }
  }

  private func overlays(_ wanted: [String]) -> [Figure] {
    wanted.flatMap { Figure.overlay(named($0), comparing: request.kind.comparedSeries) }
  }

  private func smallMultiples(_ wanted: [String]) -> [Figure] {
    wanted.flatMap { Figure.smallMultiples(named($0)) }
  }
}

extension Figure {
  /// One figure from each, titled by its name, curves on the same vertical axis.
  static func smallMultiples(_ named: [(name: String, figure: Figure)]) -> [Figure] {
    let plots = named.compactMap { _, figure in
      if case .lines(let plot) = figure.content { plot } else { nil }
    }
    let values = plots.flatMap { plot in plot.series.flatMap { $0.y + $0.lower + $0.upper } }
    let limits = values.commonLimits(on: plots.first?.yAxis.scale ?? .linear)
    return named.map { name, figure in
      var one = figure
      one.title = "\(figure.title): \(name)"
      if case .lines(var plot) = figure.content {
        plot.yAxis.limits = plot.yAxis.limits ?? limits
        plot.annotations = []
        one.content = .lines(plot)
      }
      return one
    }
  }
}

extension [Double] {
  /// The range of the values out to round numbers, on a logarithmic axis to whole decades; `nil` where
  /// they have none.
  fileprivate func commonLimits(on scale: PlotAxis.Scale) -> ClosedRange<Double>? {
    let shown = filter { $0.isFinite && (scale == .linear || $0 > 0) }
    guard let least = shown.min(), let most = shown.max(), least < most else { return nil }
    guard scale == .linear else {
      var upper = least.decadeBelow
      while upper < most, upper.isFinite { upper *= 10 }
      return least.decadeBelow...upper
    }
    let step = (most - least).decadeBelow
    let (lower, upper) = ((least / step).rounded(.down), (most / step).rounded(.up))
    // A quotient of whole numbers is the nearest number to a decimal, a product with 0.1 is not.
    let parts = (1 / step).rounded()
    return step < 1 ? lower / parts...upper / parts : lower * step...upper * step
  }
}

extension Double {
  /// The greatest power of ten that a positive number reaches.
  fileprivate var decadeBelow: Double {
    var decade = 1.0
    while decade > self, decade > 0 { decade /= 10 }
    while decade * 10 <= self { decade *= 10 }
    return decade
  }
}
