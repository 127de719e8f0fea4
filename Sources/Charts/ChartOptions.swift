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
  /// The part of the horizontal axis that is shown; `nil` shows all.
  public var xRange: ClosedRange<Double>?
  /// The vertical scale instead of the figure's own.
  public var yScale: PlotAxis.Scale?
  /// Whether the data are of an earlier setting; everything is dimmed.
  public var isStale: Bool
  /// Where the legend stands.
  public var legend: Legend

  /// How many rows under a plot are kept for notes, so that panels beside each other line up.
  var keptNoteRows = 0
  /// Values that the axes have room for beside the figure's own, so that panels have common axes.
  var alsoShown: AxisValues?

  /// Values along the two axes of a plot.
  struct AxisValues: Hashable, Sendable {
    var x: [Double]
    var y: [Double]
  }

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
}
