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

  /// The figures of a report, one after the other.
  ///
  /// - Parameters:
  ///   - names: the figures wanted, by id; empty takes the kind's usual ones.
  ///   - arrangement: how variants are drawn; `nil` takes what suits.
  /// - Returns: the figures, in the order wanted.
  public func figures(_ names: [String], arrangement: Arrangement? = nil) -> [Figure] {
    sheets(names, arrangement: arrangement).flatMap(\.named)
  }

  /// What a report shows: a single run's own figures; over seeds the mean with its spread; over
  /// variants as they are arranged.
  ///
  /// - Parameters:
  ///   - names: the figures wanted, by id; empty takes the kind's usual ones.
  ///   - arrangement: how variants are drawn; `nil` takes what suits: what the runs end with and a
  ///     small chart of each for a sweep, one curve a variant otherwise.
  /// - Returns: the sheets, in the order wanted.
  public func sheets(_ names: [String], arrangement: Arrangement? = nil) -> [FigureSheet] {
    let wanted = names.isEmpty ? request.kind.usualFigures : names
    guard request.variants.count > 1 else {
      return [FigureSheet(figures: figures(ofVariant: 0, wanted))]
    }
    switch arrangement {
    case .together: return overlays(wanted)
    case .each: return smallMultiples(wanted)
    case .final: return [FigureSheet(figures: endings(of: names))]
    case nil:
      guard request.isSweep else { return overlays(wanted) }
      let endings = endingFigures
      let isHeatMap = endings.contains { if case .heatMap = $0.content { true } else { false } }
      return [FigureSheet(figures: endings)]
        + (isHeatMap ? [] : smallMultiples(Array(wanted.prefix(1))))
    }
  }

  /// What the runs end with: of the figures that were asked for, else all of it.
  private func endings(of names: [String]) -> [Figure] {
    let all = endingFigures
    let asked = all.filter { figure in names.contains { figure.id == "final_\($0)" } }
    return asked.isEmpty ? all : asked
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

  private func overlays(_ wanted: [String]) -> [FigureSheet] {
    let figures = wanted.flatMap {
      Figure.overlay(named($0), comparing: request.kind.comparedSeries)
    }
    return [FigureSheet(figures: figures)]
  }

  private func smallMultiples(_ wanted: [String]) -> [FigureSheet] {
    wanted.compactMap { id in
      let all = named(id)
      guard let title = all.first?.figure.title else { return nil }
      let panels = all.map { name, figure in
        var panel = figure
        panel.title = name
        if case .lines(var plot) = figure.content {
          plot.annotations = []
          panel.content = .lines(plot)
        }
        return panel
      }
      return FigureSheet(smallMultiples: panels.onCommonAxes, title: title)
    }
  }
}
