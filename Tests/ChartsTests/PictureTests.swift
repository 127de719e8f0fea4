// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Testing

@Suite struct PictureTests {
  private static let sizes = [(60, 20), (80, 24), (120, 40)]

  @Test(arguments: SampleFigures.all.map(\.name))
  func `every figure looks as it was approved`(name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    for (columns, rows) in Self.sizes {
      for glyphs in [GlyphSet.braille, .ascii] {
        let lines = figure.lines(in: Size(columns: columns, rows: rows), glyphs: glyphs)
        try Snapshots.compare(
          lines.map(\.text).joined(separator: "\n"),
          name: "\(name)-\(columns)x\(rows)-\(glyphs.rawValue)")
      }
    }
  }

  @Test func `quadrants, cursor, sparklines and panels look as they were approved`() throws {
    func picture(_ lines: [Line]) -> String { lines.map(\.text).joined(separator: "\n") }
    let size = Size(columns: 80, rows: 24)
    let loss = SampleFigures.loss
    let panels = [loss, SampleFigures.accuracy]
    try Snapshots.compare(
      picture(loss.lines(in: size, glyphs: .blocks)), name: "loss-80x24-blocks")
    try Snapshots.compare(
      picture(loss.lines(in: size, glyphs: .braille, options: ChartOptions(cursor: 200))),
      name: "loss-80x24-cursor")
    try Snapshots.compare(
      picture(loss.lines(in: size, glyphs: .braille, options: ChartOptions(yScale: .logarithmic))),
      name: "loss-80x24-logarithmic")
    let penalties = Figure(
      id: "sweep", title: "Final loss",
      content: .lines(
        LinePlot(
          xAxis: PlotAxis("l2_penalty", scale: .logarithmicWithZero), yAxis: PlotAxis("loss"),
          series: [
            PlotSeries("validation", x: [0, 0.0001, 0.001, 0.01, 0.1], y: [5, 4, 2, 1, 3])
          ])))
    try Snapshots.compare(
      picture(penalties.lines(in: size, glyphs: .braille, options: ChartOptions(cursor: 0))),
      name: "sweep-80x24-zero")
    try Snapshots.compare(
      picture(penalties.lines(in: size, glyphs: .braille, options: ChartOptions(xRange: 0...0.01))),
      name: "sweep-80x24-zero-zoomed")
    try Snapshots.compare(
      picture(loss.lines(in: size, glyphs: .braille, options: ChartOptions(xRange: 1...100))),
      name: "loss-80x24-zoomed")
    try Snapshots.compare(
      picture(loss.lines(in: Size(columns: 39, rows: 6), glyphs: .braille)), name: "loss-39x6")
    try Snapshots.compare(
      picture(sideBySide(panels, width: 80, height: 20, glyphs: .braille)), name: "panels-80x20")
    try Snapshots.compare(
      picture(sideBySide(panels, width: 120, height: 30, glyphs: .ascii)),
      name: "panels-120x30-ascii")
    try Snapshots.compare(
      picture(sideBySide(panels, width: 70, height: 40, glyphs: .braille)), name: "panels-70x40")
  }
}
