// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// A line plot's parts in a region: what stands where, before anything is drawn.
struct LinePlotLayout {
  let size: Size
  /// The rows of the title, from the top.
  let title: [Line]
  let headerRow: Int?
  let legend: [Line]
  let legendRow: Int
  let plotTop: Int
  let plotLeft: Int
  let plotRows: Int
  let plotColumns: Int
  let x: ReadyAxis
  let y: ReadyAxis
  /// Whether names stand at the curves' right ends.
  let hasDirectLabels: Bool
  let notes: [Line]

  /// The narrowest plot that gives up columns for names at the curves' ends.
  static let directLabelColumns = 56
}

/// What a layout is made from.
struct LinePlotSetting {
  let title: String
  let plot: LinePlot
  let size: Size
  let glyphSet: GlyphSet
  let options: ChartOptions
  /// Rows under the plot, from the top.
  let notes: [Line]

  var glyphs: ChartGlyphs { .of(glyphSet) }
  var yScale: PlotAxis.Scale { options.scale(of: plot.yAxis) }

  /// The named things a legend shows: glyph, name, style.
  var entries: [(glyph: Character, name: String, style: Style)] {
    let isAlone = plot.series.count == 1 && plot.bands.isEmpty
    let series = plot.series.enumerated().compactMap {
      index, series -> (glyph: Character, name: String, style: Style)? in
      let isKnown = series.name.isEmpty || isAlone && series.name == plot.yAxis.label
      return isKnown ? nil : (glyphs.marker(index), series.name, style(ofSeries: index))
    }
    let bands = plot.bands.filter { !$0.label.isEmpty }.map {
      (glyph: glyphs.grid, name: $0.label, style: Style(.annotation))
    }
    return series + bands
  }

  /// A series' style: its role, dimmed behind one in focus or when the data are out of date.
  func style(ofSeries index: Int) -> Style {
    var style = Style(.series(index))
    if let focus = options.focus {
      style.emphasis = focus == index ? .bold : .dim
    }
    return style
  }

  /// The title, in two rows where one is too short for it.
  private var titleLines: [Line] {
    if title.isEmpty { return [] }
    let lines = wrap(
      [Span(title, Style(.text, emphasis: .bold))], width: size.columns, firstIndent: 0,
      hangingIndent: 0)
    if lines.count <= 2, size.rows >= 14 { return lines }
    return [
      Line(title, Style(.text, emphasis: .bold)).clipped(to: size.columns, glyphs: glyphSet)
    ]
  }

  func layout() -> LinePlotLayout {
    let hasHeader = !plot.yAxis.label.isEmpty || !plot.references.isEmpty
    let titleLines = titleLines
    let titleRows = titleLines.count
    let fixedRows = titleRows + (hasHeader ? 1 : 0) + 2
    let noteLimit = max(0, size.rows - fixedRows - 3)
    let shownNotes = Array(notes.prefix(noteLimit))
    let noteRows = min(noteLimit, max(shownNotes.count, options.keptNoteRows))
    let available = size.rows - fixedRows - noteRows

    let widest = entries.map { $0.name.displayWidth + 3 }.max() ?? 0
    let yFirst = vertical(rows: available)
    let gutter = gutterWidth(yFirst)
    let isDirect =
      options.legend == .automatic && widest > 0 && entries.count <= available && plot.field == nil
      && size.columns - gutter - widest >= LinePlotLayout.directLabelColumns
      && namesStandAtTheirCurves(yFirst, rows: available)
    let needsLegend = options.legend == .automatic && widest > 0 && !isDirect
    let legend = needsLegend ? legendLines(atMost: max(1, available - 4)) : []
    let plotRows = max(1, available - legend.count)
    let y = legend.isEmpty ? yFirst : vertical(rows: plotRows)
    let plotLeft = gutterWidth(y)
    let margin = isDirect ? widest : 2
    let plotColumns = trueColumns(
      y, rows: plotRows, atMost: max(2, size.columns - plotLeft - margin))
    let top = titleRows + (hasHeader ? 1 : 0)
    return LinePlotLayout(
      size: size, title: titleLines, headerRow: hasHeader ? top + legend.count - 1 : nil,
      legend: legend, legendRow: titleRows, plotTop: top + legend.count, plotLeft: plotLeft,
      plotRows: plotRows, plotColumns: plotColumns, x: horizontal(columns: plotColumns), y: y,
      hasDirectLabels: isDirect, notes: shownNotes)
  }

  /// The columns of a plot: fewer than there are where its units are to be equal, on cells twice as high
  /// as wide.
  private func trueColumns(_ y: ReadyAxis, rows: Int, atMost limit: Int) -> Int {
    guard plot.hasEqualUnits, let range = plot.xAxis.limits, yScale == .linear else { return limit }
    let ratio = (range.upperBound - range.lowerBound) / (y.map.upper - y.map.lower)
    let columns = 2 * Double(rows) * ratio
    return columns.isFinite ? max(2, min(limit, Int(min(columns, 10_000).rounded()))) : limit
  }

  /// Whether a vertical line stands within what is shown; a horizontal one always does.
  func isShown(_ line: ReferenceLine) -> Bool {
    line.direction == .horizontal || options.xRange?.contains(line.value) ?? true
  }

  private func gutterWidth(_ axis: ReadyAxis) -> Int {
    min(widestTickLabel, axis.ticks.map { $0.label.displayWidth }.max() ?? 0) + 2
  }

  /// Entries three blanks apart, as many to a row as fit; what no row holds is counted.
  func legendLines(atMost limit: Int = .max) -> [Line] {
    var lines: [Line] = []
    for (index, entry) in entries.enumerated() {
      let text = Line("\(entry.glyph) \(entry.name)", entry.style)
      let left = entries.count - index
      let remark = Line("(\(left) more)", Style(.faint))
      let isLastRow = lines.count >= limit
      let reserve = isLastRow && left > 1 ? remark.width + 3 : 0
      if var last = lines.last, last.width + 3 + text.width + reserve <= size.columns {
        last.append("   ")
        last.append(text)
        lines[lines.count - 1] = last
      } else if isLastRow {
        return lines.dropLast() + [lines.last.map { cut($0, for: remark) } ?? remark]
      } else {
        lines.append(text.clipped(to: size.columns, glyphs: glyphSet))
      }
    }
    return lines
  }

  /// A row with a remark at its end, cut where both do not fit.
  private func cut(_ row: Line, for remark: Line) -> Line {
    var result = row.clipped(to: max(0, size.columns - remark.width - 3), glyphs: glyphSet)
    result.append("   ")
    result.append(remark)
    return result
  }

  /// The vertical axis; limits that were given for one scale say nothing on another.
  private var axisShown: PlotAxis {
    var axis = plot.yAxis
    if yScale != axis.scale { axis.limits = nil }
    return axis
  }

  private func vertical(rows: Int) -> ReadyAxis {
    var data = AxisData(scale: yScale)
    for value in plot.yAxis.alsoShown { data.include(value) }
    for series in plot.series {
      for (index, point) in series.points.enumerated() where isShown(point.x) {
        data.include(point.y)
        if index < series.lower.count { data.include(series.lower[index]) }
        if index < series.upper.count { data.include(series.upper[index]) }
      }
    }
    for line in plot.references where line.direction == .horizontal { data.include(line.value) }
    return verticalAxis(
      axisShown, scale: yScale, data: data, rows: rows, isASCII: glyphSet == .ascii)
  }

  func isShown(_ x: Double) -> Bool {
    x.isFinite && (options.xRange?.contains(x) ?? true)
  }

  private func horizontal(columns: Int) -> ReadyAxis {
    var data = AxisData(scale: plot.xAxis.scale)
    for value in plot.xAxis.alsoShown { data.include(value) }
    for series in plot.series { for point in series.points { data.include(point.x) } }
    return horizontalAxis(
      plot.xAxis, data: data,
      places: cursorPlaces(of: plot, limit: options.xRange == nil ? 20 : Int.max),
      zoom: options.xRange, columns: columns, isASCII: glyphSet == .ascii)
  }
}

/// The horizontal values of a plot's data in order, none twice; stops early above `limit`.
func cursorPlaces(of plot: LinePlot, limit: Int = Int.max) -> [Double] {
  // Curves mostly have their places in common, in order.
  if let common = plot.series.first?.x, !common.isEmpty, plot.series.allSatisfy({ $0.x == common }),
    common.allSatisfy(\.isFinite), zip(common, common.dropFirst()).allSatisfy({ $0 < $1 })
  {
    return limit < common.count ? Array(common.prefix(limit + 1)) : common
  }
  var places: Set<Double> = []
  for series in plot.series {
    for point in series.points where point.x.isFinite {
      places.insert(point.x)
      if places.count > limit { return places.sorted() }
    }
  }
  return places.sorted()
}
