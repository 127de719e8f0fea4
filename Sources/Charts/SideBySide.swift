// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Figures as panels: side by side from 76 columns on, one below the other on less.
///
/// Panels with the same curves share one legend above them all, and the one cursor. A panel keeps at
/// least ``panelColumns`` columns.
public func sideBySide(
  _ figures: [Figure], width: Int, height: Int, glyphs: GlyphSet,
  options: ChartOptions = ChartOptions()
) -> [Line] {
  if figures.isEmpty || width < 1 || height < 1 { return [] }
  let across = max(1, min(figures.count, width / panelColumns))
  let down = (figures.count + across - 1) / across
  var options = options
  var lines: [Line] = []
  if figures.count > 1, let legend = sharedLegend(figures, width: width, glyphs: glyphs) {
    lines = legend
    options.legend = .hidden
  }
  let gap = across > 1 ? 2 : 0
  let columns = (width - gap * (across - 1)) / across
  let left = height - lines.count
  for row in 0..<down {
    // Rows that do not share out evenly go to the first panels.
    let rows = left / down + (row < left % down ? 1 : 0)
    let size = Size(columns: columns, rows: rows)
    let shown = figures[(row * across)..<min(figures.count, (row + 1) * across)]
    var options = options
    if across > 1 {
      options.keptNoteRows =
        shown.map { $0.noteRows(in: size, glyphs: glyphs, options: options) }.max() ?? 0
    }
    let panels = shown.map {
      $0.lines(in: size, glyphs: glyphs, options: options, axesFrom: panelColumns - 1)
    }
    lines += beside(panels, columns: columns, gap: gap)
  }
  return lines.prefix(height).map(\.withoutTrailingBlanks)
}

extension Figure {
  /// How many rows of notes the figure has under its plot.
  fileprivate func noteRows(in size: Size, glyphs: GlyphSet, options: ChartOptions) -> Int {
    let shown = displayed(with: glyphs)
    guard case .lines(let plot) = shown.content, size.columns >= panelColumns - 1, size.rows >= 10
    else { return 0 }
    return plot.painted(
      title: shown.title, in: size, glyphs: glyphs, options: options.fitted(to: self)
    )
    .layout.notes.count
  }
}

/// How many rows panels need one below the other so that each has axes, a common legend included.
public func rows(forPanels count: Int, width: Int) -> Int {
  let across = max(1, min(count, width / panelColumns))
  return (count + across - 1) / across * 10 + 2
}

/// The narrowest panel that stands beside another.
public let panelColumns = 38

/// The legend that all figures have in common, if they have one.
private func sharedLegend(_ figures: [Figure], width: Int, glyphs: GlyphSet) -> [Line]? {
  let legends = figures.map { figure -> [Line]? in
    guard case .lines(let plot) = figure.displayed(with: glyphs).content else { return nil }
    let setting = LinePlotSetting(
      title: "", plot: plot, size: Size(columns: width, rows: 1), glyphSet: glyphs,
      options: ChartOptions(), notes: [])
    return setting.entries.count > 1 ? setting.legendLines : nil
  }
  guard let first = legends[0], first.count <= 2, legends.allSatisfy({ $0 == first }) else {
    return nil
  }
  return first.map { $0.centered(in: width) }
}

private func beside(_ panels: [[Line]], columns: Int, gap: Int) -> [Line] {
  let height = panels.map(\.count).max() ?? 0
  return (0..<height).map { row in
    var line = Line()
    for (index, panel) in panels.enumerated() where row < panel.count {
      line = line.padded(to: index * (columns + gap))
      line.append(panel[row])
    }
    return line
  }
}
