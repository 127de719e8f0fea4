// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlotPainter {
  /// Draws title, header, axes, legend and the names at the curves' ends.
  mutating func paintFrame() {
    let columns = layout.size.columns
    for (row, line) in layout.title.enumerated() {
      grid.write(line.centered(in: columns), row: row, column: 0)
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

  /// Writes the axis' name after the labels, else before the last of them.
  private mutating func paintHorizontalTitle(ends: [(start: Int, end: Int)], axisRow: Int) {
    let title = setting.plot.xAxis.label
    let width = title.displayWidth
    if width == 0 { return }
    let columns = layout.size.columns
    let last = ends.last ?? (layout.plotLeft, layout.plotLeft)
    if columns - last.end >= width + 2 {
      grid.write(title, Style(.axis), row: axisRow + 1, column: last.end + 2)
      return
    }
    // Before the last label; those that stand there make room.
    var left = ends.dropLast()
    while let label = left.last, last.start - label.end < width + 4 {
      grid.write(
        blanks(label.end - label.start), Style(.axis), row: axisRow + 1, column: label.start)
      left.removeLast()
    }
    let start = left.last?.end ?? -2
    let room = last.start - start - 4
    guard room > 0 else { return }
    let text = Line(title, Style(.axis)).clipped(to: room, glyphs: setting.glyphSet)
    grid.write(
      text, row: axisRow + 1, column: start + 2 + (room - text.width) / 2)
  }

  /// Writes the names at the right ends, on the rows of the last values and moved apart.
  mutating func paintDirectLabels() {
    guard layout.hasDirectLabels else { return }
    let rows = movedApart(
      setting.endRows(on: layout.y, rows: layout.plotRows), limit: layout.plotRows)
    for (entry, row) in zip(setting.entries, rows) {
      grid.write(
        Line(" \(entry.glyph) \(entry.name)", entry.style).clipped(
          to: layout.size.columns - layout.plotLeft - layout.plotColumns, glyphs: setting.glyphSet),
        row: layout.plotTop + row, column: layout.plotLeft + layout.plotColumns)
    }
  }
}
