// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// The narrowest panel that stands beside another.
public let panelColumns = 38

/// Figures as panels: side by side from 76 columns on, one below the other on less.
///
/// Panels with the same curves share one legend above them all, and the one cursor. A panel keeps at
/// least ``panelColumns`` columns.
public func sideBySide(
  _ figures: [Figure], width: Int, height: Int, glyphs: GlyphSet,
  options: ChartOptions = ChartOptions()
) -> [Line] {
  if figures.isEmpty || width < 1 || height < 1 { return [] }
  return PanelSheet(sideBySide: figures, width: width, glyphs: glyphs, options: options)
    .lines(height: height)
}

extension FigureSheet {
  /// The sheet's figures: small multiples in as many rows as they take, others in some rows, or in
  /// more where a picture would not be whole.
  public func lines(
    width: Int, height: Int, glyphs: GlyphSet, options: ChartOptions = ChartOptions()
  ) -> [Line] {
    if areSmallMultiples {
      let heading = Line(displayableText(title, glyphs: glyphs), Style(.text, emphasis: .bold))
      return [heading.clipped(to: width, glyphs: glyphs)]
        + smallMultiples(figures, width: width, glyphs: glyphs, options: options)
    }
    var options = options
    options.visibleRows = height
    return groups.flatMap { group in
      sideBySide(
        group, width: width,
        height: max(height, rowsNeeded(by: group, width: width, glyphs: glyphs, options: options)),
        glyphs: glyphs, options: options)
    }
  }

  /// Figures that stand side by side: rows of images and tables have the whole width for themselves.
  private var groups: [[Figure]] {
    var groups: [[Figure]] = []
    var isOpen = false
    for figure in figures {
      let isWide =
        switch figure.content {
        case .images, .table: true
        case .lines, .bars, .heatMap: false
        }
      if isWide || !isOpen { groups.append([]) }
      groups[groups.count - 1].append(figure)
      isOpen = !isWide
    }
    return groups
  }
}

/// How many rows panels need so that each curve has axes and every picture is whole.
func rowsNeeded(
  by figures: [Figure], width: Int, glyphs: GlyphSet, options: ChartOptions
) -> Int {
  if figures.isEmpty { return 0 }
  let sheet = PanelSheet(sideBySide: figures, width: width, glyphs: glyphs, options: options)
  return min(
    mostRows,
    max(figures.map(\.fewestRows).max() ?? 0, sheet.mostRowsOfPictures) * sheet.down
      + (sheet.sharedLegend?.count ?? 0))
}

extension Figure {
  /// Title, names, axis and legend take five of the rows of a panel with curves, which are read in eight;
  /// a plane takes more.
  fileprivate var fewestRows: Int {
    if case .lines(let plot) = content, plot.field != nil { 21 } else { 13 }
  }
}

/// No picture is higher than this, whatever is asked for.
private let mostRows = 2_000

/// Panels in rows, all of one size.
struct PanelSheet {
  let figures: [Figure]
  let width: Int
  /// How many stand beside each other.
  let across: Int
  let glyphs: GlyphSet
  let options: ChartOptions
  /// From how many columns on a panel has axes.
  let axesFrom: Int

  private var gap: Int { across > 1 ? 2 : 0 }

  /// The columns of one panel.
  var columns: Int { (width - gap * (across - 1)) / across }

  /// The rows of panels.
  var down: Int { (figures.count + across - 1) / across }

  /// The rows of the highest figure that is no plot of curves: these take the rows they need.
  var mostRowsOfPictures: Int {
    figures.map { figure in
      if case .lines = figure.content { return 0 }
      let size = Size(columns: columns, rows: mostRows)
      return figure.lines(in: size, glyphs: glyphs, options: options).count
    }.max() ?? 0
  }

  /// The legend and the panels in so many rows; where that is asked for, the values at the cursor take
  /// rows of their own.
  func lines(height: Int) -> [Line] {
    let legend = figures.count > 1 ? sharedLegend : nil
    var options = options
    if legend != nil { options.legend = .hidden }
    var lines = legend ?? []
    let left = height - lines.count
    var rowsOfReadOuts = 0
    for row in 0..<down {
      let shown = figures[(row * across)..<min(figures.count, (row + 1) * across)]
      // Rows that do not share out evenly go to the first panels.
      let share = left / down + (row < left % down ? 1 : 0)
      let readOut = readOutRows(
        of: shown, in: Size(columns: columns, rows: share), options: options)
      rowsOfReadOuts += readOut
      let size = Size(columns: columns, rows: share + readOut)
      var options = options
      if across > 1 {
        options.keptNoteRows = shown.map { noteRows(of: $0, in: size, options: options) }.max() ?? 0
      }
      lines += beside(
        shown.map { $0.lines(in: size, glyphs: glyphs, options: options, axesFrom: axesFrom) })
    }
    return lines.prefix(height + rowsOfReadOuts).map(\.withoutTrailingBlanks)
  }

  /// How many rows the cursor's values take under figures of one size.
  private func readOutRows(
    of figures: ArraySlice<Figure>, in size: Size, options: ChartOptions
  ) -> Int {
    if options.cursor == nil || !options.addsReadOut { return 0 }
    var without = options
    without.cursor = nil
    func mostRows(_ size: Size, _ options: ChartOptions) -> Int {
      figures.map { noteRows(of: $0, in: size, options: options) }.max() ?? 0
    }
    // With room enough, so that only the values are counted, not notes that a lower plot drives out.
    let roomy = Size(columns: size.columns, rows: size.rows + 4)
    return max(0, mostRows(roomy, options) - mostRows(roomy, without))
  }

  /// How many rows of notes a figure has under its plot.
  private func noteRows(of figure: Figure, in size: Size, options: ChartOptions) -> Int {
    let shown = figure.displayed(with: glyphs)
    guard case .lines(let plot) = shown.content, size.columns >= axesFrom, size.rows >= 10
    else { return 0 }
    return plot.painted(
      title: shown.title, in: size, glyphs: glyphs, options: options.fitted(to: figure)
    )
    .layout.notes.count
  }

  /// The legend that all figures have in common, if they have one; on two rows at most.
  var sharedLegend: [Line]? {
    let legends = figures.map { figure -> [Line]? in
      guard case .lines(let plot) = figure.displayed(with: glyphs).content else { return nil }
      let setting = LinePlotSetting(
        title: "", plot: plot, size: Size(columns: width, rows: 1), glyphSet: glyphs,
        options: ChartOptions(), notes: [])
      return setting.entries.count > 1 ? setting.legendLines() : nil
    }
    guard let first = legends[0], first.count <= 2, legends.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first.map { $0.centered(in: width) }
  }

  private func beside(_ panels: [[Line]]) -> [Line] {
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
}

extension PanelSheet {
  /// Panels of at least ``panelColumns`` columns.
  fileprivate init(
    sideBySide figures: [Figure], width: Int, glyphs: GlyphSet, options: ChartOptions
  ) {
    self.init(
      figures: figures, width: width, across: max(1, min(figures.count, width / panelColumns)),
      glyphs: glyphs, options: options, axesFrom: panelColumns - 1)
  }
}
