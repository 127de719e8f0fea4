// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension Figure {
  /// The size above which curves do not grow, so that a region without limits can be drawn into.
  static let largestPlot = Size(columns: 1_000, rows: 200)

  /// The figure as rows of text, never wider or higher than the region.
  ///
  /// Curves fill the region; below 40 by 10 cells each becomes a row or two with its least, greatest
  /// and last value. The other kinds take the rows they need; if that is more than there are, the
  /// last row says how many are missing. The same arguments give the same rows.
  public func lines(
    in region: Size, glyphs: GlyphSet, options: ChartOptions = ChartOptions()
  ) -> [Line] {
    lines(in: region, glyphs: glyphs, options: options, axesFrom: 40)
  }

  /// As the public one, with axes from a given number of columns on.
  func lines(in region: Size, glyphs: GlyphSet, options: ChartOptions, axesFrom: Int) -> [Line] {
    if region.columns < 1 || region.rows < 1 { return [] }
    let options = options.fitted(to: self)
    let shown = displayed(with: glyphs)
    var lines = shown.unlimitedLines(
      in: region, glyphs: glyphs, options: options, hasAxes: region.columns >= axesFrom)
    if lines.count > region.rows {
      let hidden = lines.count - region.rows + 1
      let remark = Line("(\(counted(hidden, "more row")))", Style(.faint))
      lines = lines.prefix(region.rows - 1) + [remark]
    }
    lines = lines.map { $0.clipped(to: region.columns, glyphs: glyphs).withoutTrailingBlanks }
    return options.isStale ? lines.map(\.dimmed) : lines
  }

  private func unlimitedLines(
    in region: Size, glyphs: GlyphSet, options: ChartOptions, hasAxes: Bool
  ) -> [Line] {
    let titled = title.isEmpty ? 0 : 1
    let body = Size(columns: region.columns, rows: region.rows - titled)
    let lines: [Line]
    switch content {
    case .lines(let plot) where hasAxes && region.rows >= 10:
      let size = Size(
        columns: min(region.columns, Self.largestPlot.columns),
        rows: min(region.rows, Self.largestPlot.rows))
      return plot.painted(title: title, in: size, glyphs: glyphs, options: options).grid.lines
    case .lines(let plot):
      return plot.sparklines(title: title, in: region, glyphs: glyphs, options: options)
    case .bars(let plot):
      lines = plot.lines(in: body, glyphs: glyphs)
    case .heatMap(let map):
      lines = map.lines(in: body, glyphs: glyphs, cursor: options.cursor)
    case .images(let grid):
      lines = grid.lines(
        in: body, glyphs: glyphs, visibleRows: options.visibleRows ?? body.rows)
    case .table(let table):
      lines = table.lines(width: body.columns, glyphs: glyphs, cursor: options.cursor)
    }
    return title.isEmpty ? lines : [Line(title, Style(.text, emphasis: .bold))] + lines
  }
}

extension Line {
  /// The line with every part of it dimmed.
  var dimmed: Line {
    var result = self
    for index in result.spans.indices { result.spans[index].style.emphasis.insert(.dim) }
    return result
  }
}
