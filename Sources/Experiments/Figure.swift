// SPDX-License-Identifier: MIT

/// A picture as data: what is to be drawn, not how.
///
/// A figure is made from measurements alone; `Charts` draws it as text, exports draw it as SVG and a
/// screen reader hears its summary, all from this one value.
public struct Figure: Hashable, Sendable {
  /// A short name, unique within a result (`loss`, `accuracy`).
  public var id: String
  /// The title above the picture.
  public var title: String
  /// What is drawn.
  public var content: Content

  /// What a figure can hold.
  public enum Content: Hashable, Sendable {
    /// Curves over a common axis.
    case lines(LinePlot)
    /// One bar a category.
    case bars(BarPlot)
    /// Numbers in a grid.
    case heatMap(HeatMap)
    /// Small images side by side.
    case images(ImageGrid)
    /// Rows of text, for what is told rather than drawn.
    case table(FigureTable)
  }

  /// Makes a figure.
  public init(id: String, title: String, content: Content) {
    self.id = id
    self.title = title
    self.content = content
  }
}

/// Curves over a common axis.
public struct LinePlot: Hashable, Sendable {
  /// The horizontal axis.
  public var xAxis: PlotAxis
  /// The vertical axis.
  public var yAxis: PlotAxis
  /// The curves, in legend order.
  public var series: [PlotSeries]
  /// Dashed lines across the plot.
  public var references: [ReferenceLine]
  /// Shaded ranges of the vertical axis.
  public var bands: [PlotBand]
  /// Notes that point at a curve.
  public var annotations: [PlotAnnotation]
  /// Shares all over the plot, shown behind its curves.
  public var field: PlotField?
  /// Whether a unit is as long upwards as to the right, so that directions are true.
  public var hasEqualUnits = false

  /// Makes a plot.
  public init(
    xAxis: PlotAxis, yAxis: PlotAxis, series: [PlotSeries], references: [ReferenceLine] = [],
    bands: [PlotBand] = [], annotations: [PlotAnnotation] = []
  ) {
    self.xAxis = xAxis
    self.yAxis = yAxis
    self.series = series
    self.references = references
    self.bands = bands
    self.annotations = annotations
  }
}

/// An axis: its name, its scale and, where the author fixes them, its limits.
public struct PlotAxis: Hashable, Sendable {
  /// How values become places.
  public enum Scale: Hashable, Sendable {
    /// In proportion.
    case linear
    /// By decades.
    case logarithmic
    /// By decades, with 0 a decade before the least value above it.
    case logarithmicWithZero
  }

  /// The name, with its unit (`epoch`, `accuracy %`).
  public var label: String
  /// How values become places.
  public var scale: Scale
  /// The limits kept exactly as given; `nil` fits the data.
  public var limits: ClosedRange<Double>?
  /// Values that an axis fitted to its data has room for besides.
  public var alsoShown: [Double] = []
  /// Whether only whole numbers have a meaning (epochs, layers).
  public var isInteger: Bool

  /// Makes an axis.
  public init(
    _ label: String, scale: Scale = .linear, limits: ClosedRange<Double>? = nil,
    isInteger: Bool = false
  ) {
    self.label = label
    self.scale = scale
    self.limits = limits
    self.isInteger = isInteger
  }
}

/// One curve.
public struct PlotSeries: Hashable, Sendable {
  /// The name in the legend.
  public var name: String
  /// The horizontal values, ascending.
  public var x: [Double]
  /// The vertical values; one that is not finite breaks the line.
  public var y: [Double]
  /// The lower edge of a spread band, value by value; empty without one.
  public var lower: [Double]
  /// The upper edge of a spread band, value by value; empty without one.
  public var upper: [Double]
  /// Whether the points stand alone, without a line through them.
  public var isScatter: Bool

  /// Makes a curve.
  public init(
    _ name: String, x: [Double], y: [Double], lower: [Double] = [], upper: [Double] = [],
    isScatter: Bool = false
  ) {
    self.name = name
    self.x = x
    self.y = y
    self.lower = lower
    self.upper = upper
    self.isScatter = isScatter
  }
}

/// A dashed line across a plot.
public struct ReferenceLine: Hashable, Sendable {
  /// Which way a line runs.
  public enum Direction: Hashable, Sendable {
    /// At a value of the horizontal axis.
    case vertical
    /// At a value of the vertical axis.
    case horizontal
  }
  /// Which way it runs.
  public var direction: Direction
  /// The value it stands at.
  public var value: Double
  /// Its name, shown with it.
  public var label: String
  /// Whether every curve is marked where it crosses a vertical line.
  public var marksCurves: Bool

  /// Makes a reference line.
  public init(_ direction: Direction, at value: Double, label: String, marksCurves: Bool = false) {
    self.direction = direction
    self.value = value
    self.label = label
    self.marksCurves = marksCurves
  }
}

/// A shaded range of the vertical axis.
public struct PlotBand: Hashable, Sendable {
  /// The range, in the axis' own values.
  public var range: ClosedRange<Double>
  /// Its name, shown beside it.
  public var label: String

  /// Makes a band.
  public init(_ range: ClosedRange<Double>, label: String) {
    self.range = range
    self.label = label
  }
}

/// A note that points at a curve.
public struct PlotAnnotation: Hashable, Sendable {
  /// What it says; made from the data by whoever makes the figure.
  public var text: String
  /// The curve it points at, as an index into the series.
  public var series: Int
  /// The horizontal value it points at.
  public var x: Double

  /// Makes a note.
  public init(_ text: String, series: Int, x: Double) {
    self.text = text
    self.series = series
    self.x = x
  }
}

/// One bar a category, or several side by side.
public struct BarPlot: Hashable, Sendable {
  /// The categories, in order.
  public var categories: [String]
  /// The bars' values, one list a series, one value a category.
  public var series: [PlotSeries]
  /// The value axis.
  public var axis: PlotAxis

  /// Makes a bar plot; each series' `y` has one value a category.
  public init(categories: [String], series: [PlotSeries], axis: PlotAxis) {
    self.categories = categories
    self.series = series
    self.axis = axis
  }
}

/// Numbers in a grid, shown by shade and by value.
public struct HeatMap: Hashable, Sendable {
  /// The values, row by row.
  public var values: [[Double]]
  /// The rows' names; empty for none.
  public var rowLabels: [String]
  /// The columns' names; empty for none.
  public var columnLabels: [String]
  /// Whether sign matters (weights), so that the scale diverges from zero.
  public var isSigned: Bool
  /// Whether the shades go from the least value to the greatest, instead of from 0: values that are
  /// compared with each other alone.
  public var isRelative: Bool
  /// Digits after the point.
  public var decimals: Int

  /// Makes a heat map.
  public init(
    values: [[Double]], rowLabels: [String] = [], columnLabels: [String] = [],
    isSigned: Bool = false, isRelative: Bool = false, decimals: Int = 2
  ) {
    self.values = values
    self.rowLabels = rowLabels
    self.columnLabels = columnLabels
    self.isSigned = isSigned
    self.isRelative = isRelative
    self.decimals = decimals
  }
}

/// Small images side by side: samples, or a neuron's weights.
public struct ImageGrid: Hashable, Sendable {
  /// One small image.
  public struct Image: Hashable, Sendable {
    /// The caption under it.
    public var caption: String
    /// The pixels, row by row.
    public var pixels: [[Double]]

    /// Makes an image.
    public init(caption: String, pixels: [[Double]]) {
      self.caption = caption
      self.pixels = pixels
    }
  }
  /// The images, in reading order.
  public var images: [Image]
  /// Whether sign matters (weights), so that the scale diverges from zero.
  public var isSigned: Bool

  /// Makes a grid of images.
  public init(images: [Image], isSigned: Bool = false) {
    self.images = images
    self.isSigned = isSigned
  }
}

/// Rows of text under a head.
public struct FigureTable: Hashable, Sendable {
  /// The columns' names.
  public var head: [String]
  /// The rows, each as long as the head.
  public var rows: [[String]]

  /// Makes a table.
  public init(head: [String], rows: [[String]]) {
    self.head = head
    self.rows = rows
  }
}
