// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlotPainter {
  /// Draws title, header, axes, legend and the names at the curves' ends.
  mutating func paintFrame() {
    let columns = layout.size.columns
    if let row = layout.titleRow {
      let title = Line(setting.title, Style(.text, emphasis: .bold))
      let clipped = title.clipped(to: columns, glyphs: setting.glyphSet)
      grid.write(clipped.centered(in: columns), row: row, column: 0)
    }
    for (offset, line) in layout.legend.enumerated() {
      grid.write(line, row: layout.legendRow + offset, column: 0)
    }
    paintVerticalAxis()
    paintHorizontalAxis()
    if let row = layout.headerRow {
      var header = HeaderRow(columns: columns)
      header.place(
        Line(setting.plot.yAxis.label, Style(.axis)).clipped(to: columns, glyphs: setting.glyphSet),
        at: 0)
      for line in setting.plot.references where setting.isShown(line) && line.direction == .vertical
      {
        header.placeVertical(
          line, column: column(of: line.value).map { $0 + layout.plotLeft }, glyphs: setting.glyphs)
      }
      for line in setting.plot.references where line.direction == .horizontal {
        header.placeHorizontal(
          line, right: layout.plotLeft + layout.plotColumns, glyphs: setting.glyphs)
      }
      for (start, line) in header.placed { grid.write(line, row: row, column: start) }
      overflow = header.overflow
    }
    let notesTop = layout.plotTop + layout.plotRows + 2
    for (offset, note) in layout.notes.enumerated() {
      grid.write(
        note.clipped(to: columns, glyphs: setting.glyphSet), row: notesTop + offset, column: 0)
    }
  }

  private mutating func paintVerticalAxis() {
    let axisColumn = layout.plotLeft - 1
    for row in 0..<layout.plotRows {
      grid.put(
        setting.glyphs.axis, Style(.axis), row: layout.plotTop + row, column: axisColumn)
    }
    var taken: Set<Int> = []
    for tick in layout.y.ticks {
      guard let row = row(of: tick.value), taken.insert(row).inserted else { continue }
      let label = Line(tick.label, Style(.axis)).clipped(
        to: min(widestTickLabel, axisColumn - 1), glyphs: setting.glyphSet)
      grid.write(
        label.rightAligned(in: axisColumn - 1), row: layout.plotTop + row, column: 0)
      grid.put(
        setting.glyphs.tickLeft, Style(.axis), row: layout.plotTop + row, column: axisColumn)
    }
  }

  private mutating func paintHorizontalAxis() {
    let row = layout.plotTop + layout.plotRows
    let left = layout.plotLeft
    grid.put(setting.glyphs.corner, Style(.axis), row: row, column: left - 1)
    for column in 0..<layout.plotColumns {
      grid.put(setting.glyphs.base, Style(.axis), row: row, column: left + column)
    }
    // Labels are kept apart by two blanks; one that does not fit keeps its tick mark.
    var ends: [(start: Int, end: Int)] = []
    for tick in layout.x.ticks {
      guard let column = column(of: tick.value) else { continue }
      grid.put(setting.glyphs.tickBelow, Style(.axis), row: row, column: left + column)
      let width = tick.label.displayWidth
      let centered = left + column - (width - 1) / 2
      let start = max(0, min(centered, layout.size.columns - width))
      if let last = ends.last, start < last.end + 2 { continue }
      grid.write(tick.label, Style(.axis), row: row + 1, column: start)
      ends.append((start, start + width))
    }
    paintHorizontalTitle(ends: ends, axisRow: row)
  }

  /// Writes the axis' name after the labels, else between them, else into the axis itself.
  private mutating func paintHorizontalTitle(ends: [(start: Int, end: Int)], axisRow: Int) {
    let title = setting.plot.xAxis.label
    let width = title.displayWidth
    if width == 0 { return }
    let columns = layout.size.columns
    let last = ends.last?.end ?? layout.plotLeft
    let starts = ends.map(\.start) + [columns + 2]
    let gap = zip([layout.plotLeft] + ends.map(\.end), starts).reversed().first {
      $1 - $0 >= width + 4
    }
    if columns - last >= width + 2 {
      grid.write(title, Style(.axis), row: axisRow + 1, column: last + 2)
    } else if let gap {
      grid.write(
        title, Style(.axis), row: axisRow + 1, column: gap.0 + (gap.1 - gap.0 - width) / 2)
    } else {
      let text = Line(" \(title) ", Style(.axis)).clipped(
        to: layout.plotColumns, glyphs: setting.glyphSet)
      grid.write(
        text, row: axisRow, column: layout.plotLeft + (layout.plotColumns - text.width) / 2)
    }
  }

  /// Writes the names at the right ends, on the rows of the last values and moved apart.
  mutating func paintDirectLabels() {
    guard layout.hasDirectLabels else { return }
    var labels: [(row: Int, line: Line)] = []
    for entry in setting.entries {
      let line = Line(" \(entry.glyph) \(entry.name)", entry.style)
      labels.append((endRow(of: entry.name), line))
    }
    let rows = movedApart(labels.map(\.row), limit: layout.plotRows)
    for (label, row) in zip(labels, rows) {
      grid.write(
        label.line.clipped(
          to: layout.size.columns - layout.plotLeft - layout.plotColumns, glyphs: setting.glyphSet),
        row: layout.plotTop + row, column: layout.plotLeft + layout.plotColumns)
    }
  }

  /// The row a name belongs to: of a series' last drawn value, or of the middle of a band.
  private func endRow(of name: String) -> Int {
    let map = layout.y.map
    if let index = setting.plot.series.firstIndex(where: { $0.name == name }) {
      let shown = setting.plot.series[index].points.last {
        column(of: $0.x) != nil && $0.y.isFinite && map.share($0.y) != nil
      }
      return shown.map { nearestRow($0.y) } ?? 0
    }
    guard let band = setting.plot.bands.first(where: { $0.label == name }) else { return 0 }
    let top = nearestRow(band.range.upperBound)
    return (top + nearestRow(band.range.lowerBound)) / 2
  }

  private func nearestRow(_ value: Double) -> Int {
    guard let share = layout.y.map.share(value) else { return layout.plotRows - 1 }
    return row(of: value) ?? (share > 0.5 ? 0 : layout.plotRows - 1)
  }
}

/// Rows near the wanted ones with no two alike, in the same order from top to bottom.
func movedApart(_ wanted: [Int], limit: Int) -> [Int] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var rows = wanted
  var floor = 0
  for (rank, index) in order.enumerated() {
    // Clusters spread both ways: a name may rise for the sake of those that want its row.
    let same = order[(rank + 1)...].prefix { wanted[$0] - wanted[index] < 1 }.count
    rows[index] = max(floor, wanted[index] - same / 2)
    floor = rows[index] + 1
  }
  var ceiling = limit - 1
  for index in order.reversed() {
    rows[index] = max(0, min(rows[index], ceiling))
    ceiling = rows[index] - 1
  }
  return rows
}
