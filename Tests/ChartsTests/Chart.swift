// SPDX-License-Identifier: MIT
import Experiments
import Glibc
import TerminalText

@testable import Charts

/// A chart as a test looks at it: its lines, and its rows as text.
struct Chart {
  let lines: [Line]
  var rows: [String] { lines.map(\.text) }
  var text: String { rows.joined(separator: "\n") }

  init(
    _ figure: Figure, _ columns: Int, _ rows: Int, glyphs: GlyphSet = .braille,
    options: ChartOptions = ChartOptions()
  ) {
    lines = figure.lines(
      in: Size(columns: columns, rows: rows), glyphs: glyphs, options: options)
  }

  init(
    _ content: Figure.Content, _ columns: Int, _ rows: Int, glyphs: GlyphSet = .braille,
    scale: PlotAxis.Scale? = nil, options: ChartOptions = ChartOptions()
  ) {
    var options = options
    options.yScale = scale
    self.init(
      Figure(id: "f", title: "T", content: content), columns, rows, glyphs: glyphs, options: options
    )
  }

  /// A plot of 40 by 20 cells, painted but for its notes.
  static func painter(_ series: [PlotSeries], y: ClosedRange<Double>) -> LinePlotPainter {
    let plot = LinePlot(
      xAxis: PlotAxis("x"), yAxis: PlotAxis("y", limits: y), series: series)
    return plot.painted(
      title: "", in: Size(columns: 60, rows: 20), glyphs: .braille, options: ChartOptions())
  }
}

extension Figure.Content {
  /// Curves over epochs.
  static func lines(
    _ series: [PlotSeries], y: PlotAxis = PlotAxis("loss"), references: [ReferenceLine] = [],
    bands: [PlotBand] = [], annotations: [PlotAnnotation] = []
  ) -> Figure.Content {
    .lines(
      LinePlot(
        xAxis: PlotAxis("epoch", isInteger: true), yAxis: y, series: series, references: references,
        bands: bands, annotations: annotations))
  }
}

extension PlotSeries {
  /// The same value again and again.
  static func flat(_ name: String, _ value: Double, count: Int = 100) -> PlotSeries {
    PlotSeries(name, x: (1...count).map(Double.init), y: Array(repeating: value, count: count))
  }
}

/// Ten to a power.
func pow10(_ exponent: Double) -> Double { pow(10, exponent) }
