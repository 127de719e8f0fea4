// SPDX-License-Identifier: MIT
import Experiments

/// How a figure is looked at: what a reader chose with keys, never what the data are.
public struct ChartOptions: Hashable, Sendable {
  /// Where a legend stands.
  public enum Legend: Hashable, Sendable {
    /// At the curves' ends where there is room, else in a row above the plot.
    case automatic
    /// Nowhere: someone else shows it.
    case hidden
  }

  /// The horizontal value under the cursor; adds a row with the values there.
  public var cursor: Double?
  /// The series in front; the others are dimmed.
  public var focus: Int?
  /// The series in front by its name, in every figure that has one of the name.
  public var focusName: String?
  /// The horizontal axis that the cursor and the range speak of; `nil` for any.
  public var axis: String?
  /// The part of the horizontal axis that is shown; `nil` shows all.
  public var xRange: ClosedRange<Double>?
  /// The vertical scale instead of the figure's own.
  public var yScale: PlotAxis.Scale?
  /// Whether the vertical axis has the scale that the figure's has not: decades for equal steps, or
  /// equal steps for decades.
  public var turnsScale = false
  /// Whether the data are of an earlier setting; everything is dimmed.
  public var isStale: Bool
  /// Where the legend stands.
  public var legend: Legend

  /// Whether the values at the cursor stand under the rows asked for instead of within them, so that
  /// plots stay as they are where a cursor comes and goes.
  public var addsReadOut = false
  /// How many rows a reader sees at once: a grid of images uses smaller ones where that helps.
  var visibleRows: Int?
  /// How many rows under a plot are kept for notes, so that panels beside each other line up.
  var keptNoteRows = 0

  /// Makes options; without arguments the figure as its author made it.
  public init(
    cursor: Double? = nil, focus: Int? = nil, xRange: ClosedRange<Double>? = nil,
    yScale: PlotAxis.Scale? = nil, isStale: Bool = false, legend: Legend = .automatic
  ) {
    self.cursor = cursor
    self.focus = focus
    self.xRange = xRange
    self.yScale = yScale
    self.isStale = isStale
    self.legend = legend
  }

  /// The scale of a vertical axis as it is looked at.
  func scale(of axis: PlotAxis) -> PlotAxis.Scale {
    yScale ?? (turnsScale ? (axis.scale == .linear ? .logarithmic : .linear) : axis.scale)
  }

  /// The options as they hold for one figure: a cursor and a range of another axis do not, and a name
  /// is the place of its series.
  func fitted(to figure: Figure) -> ChartOptions {
    var options = self
    if let axis, figure.cursorAxis != axis { (options.cursor, options.xRange) = (nil, nil) }
    if let focusName, case .lines(let plot) = figure.content {
      options.focus = plot.series.firstIndex { $0.name == focusName }
    }
    return options
  }
}
