// SPDX-License-Identifier: MIT

/// Figures that belong together on the page.
public struct FigureSheet: Sendable {
  /// What small multiples have in common; empty for figures that stand by themselves.
  public var title: String
  /// The figures; small multiples are titled by what sets each apart.
  public var figures: [Figure]
  /// Whether the figures are the same one under several conditions, to be compared at a glance.
  public var areSmallMultiples: Bool

  /// Figures that stand by themselves.
  public init(figures: [Figure]) {
    (title, self.figures, areSmallMultiples) = ("", figures, false)
  }

  /// One figure under several conditions.
  public init(smallMultiples figures: [Figure], title: String) {
    (self.title, self.figures, areSmallMultiples) = (title, figures, true)
  }

  /// The figures with titles that say all by themselves.
  public var named: [Figure] {
    guard !title.isEmpty else { return figures }
    return figures.map { figure in
      var one = figure
      one.title = "\(title): \(figure.title)"
      return one
    }
  }
}

extension [Figure] {
  /// The figures with room on their axes for the data of all of them, so that a difference between
  /// two pictures is one between their data; as they are where they do not show the same quantities.
  public var onCommonAxes: [Figure] {
    let plots = compactMap { figure -> LinePlot? in
      if case .lines(let plot) = figure.content { plot } else { nil }
    }
    guard plots.count == count, let first = plots.first,
      plots.allSatisfy({ $0.xAxis == first.xAxis && $0.yAxis == first.yAxis })
    else { return self }
    let series = plots.flatMap(\.series)
    func ends(_ values: [Double]) -> [Double] {
      // Logarithmic axes leave out what is not above zero, so the least value above it counts too.
      let finite = values.filter(\.isFinite)
      return [finite.min(), finite.max(), finite.lazy.filter { $0 > 0 }.min()].compactMap { $0 }
    }
    let x = ends(series.flatMap { $0.x })
    let y = ends(series.flatMap { $0.y + $0.lower + $0.upper })
    return zip(self, plots).map { figure, plot in
      var (shared, sharing) = (figure, plot)
      sharing.xAxis.alsoShown = x
      sharing.yAxis.alsoShown = y
      shared.content = .lines(sharing)
      return shared
    }
  }
}
