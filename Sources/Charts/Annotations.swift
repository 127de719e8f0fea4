// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlotPainter {
  /// Draws the notes that find empty cells, and numbers for those in `numbered`.
  ///
  /// - Returns: The notes that found no room, by their index.
  mutating func paintAnnotations(numbered: [Int]) -> [Int] {
    var homeless: [Int] = []
    for (index, note) in setting.plot.annotations.enumerated() where isInView(note) {
      guard let target = target(of: note) else {
        if !numbered.contains(index) { homeless.append(index) }
        continue
      }
      if let number = numbered.firstIndex(of: index) {
        paintNumber(setting.glyphs.noteNumber(number + 1), at: target)
      } else if let place = notePlace(note.text, target: target) {
        paint(place)
      } else {
        homeless.append(index)
      }
    }
    return homeless
  }

  /// Whether the part of the axis that is shown has the note's place.
  private func isInView(_ note: PlotAnnotation) -> Bool {
    setting.options.xRange?.contains(note.x) ?? true
  }

  private func target(of note: PlotAnnotation) -> (row: Int, column: Int)? {
    guard setting.plot.series.indices.contains(note.series),
      let point = setting.plot.series[note.series].point(nearest: note.x),
      let column = column(of: point.x), let row = row(of: point.y)
    else { return nil }
    return (row, column)
  }

  /// The first place that is free: over or under the curve before beside it, in one row before two,
  /// with air above and below before without, near before far.
  private func notePlace(_ text: String, target: (row: Int, column: Int)) -> NotePlace? {
    let half = wrap([Span(text)], width: max(8, (text.displayWidth * 3 + 4) / 5)).map(\.text)
    let forms = half.count == 2 ? [[text], half] : [[text]]
    let places = NotePlaces(target: target, glyphs: setting.glyphs)
    for find in [places.straight, places.beside] {
      for lines in forms where NotePlace.width(of: lines) <= layout.plotColumns {
        let candidates = find(lines).lazy.filter(isFree)
        if let place = candidates.first(where: isAiry) ?? candidates.first { return place }
      }
    }
    return nil
  }

  /// Whether the text, a blank on both sides of it and its line all find empty cells.
  private func isFree(_ place: NotePlace) -> Bool {
    let right = place.left + place.width
    let bottom = place.top + place.lines.count
    guard place.width > 0 && place.left >= 0 && right <= layout.plotColumns,
      place.top >= 0 && bottom <= layout.plotRows,
      place.leader.allSatisfy({ self[$0.row, $0.column] == .nothing })
    else { return false }
    let around = columnsAround(place)
    return (place.top..<bottom).allSatisfy { row in
      around.allSatisfy { self[row, $0] == .nothing }
    }
  }

  /// Whether no data lie right above or below the text.
  private func isAiry(_ place: NotePlace) -> Bool {
    [place.top - 1, place.top + place.lines.count].allSatisfy { row in
      row < 0 || row >= layout.plotRows || columnsAround(place).allSatisfy { self[row, $0] < .data }
    }
  }

  private func columnsAround(_ place: NotePlace) -> Range<Int> {
    max(0, place.left - 1)..<min(layout.plotColumns, place.left + place.width + 1)
  }

  private mutating func paint(_ place: NotePlace) {
    let style = Style(.annotation)
    for (offset, line) in place.lines.enumerated() {
      let row = place.top + offset
      // The cells at both sides are cleared of the grid, so that the text stands by itself.
      for column in (place.left - 1)...(place.left + place.width) {
        put(" ", style, row: row, column: column)
        if contains(row: row, column: column) { self[row, column] = .note }
      }
      let start = place.left + (place.width - line.displayWidth) / 2
      grid.write(line, style, row: layout.plotTop + row, column: layout.plotLeft + start)
    }
    for cell in place.leader {
      put(cell.glyph, style, row: cell.row, column: cell.column)
      self[cell.row, cell.column] = .note
    }
  }

  private mutating func paintNumber(_ number: String, at target: (row: Int, column: Int)) {
    let width = number.displayWidth
    let start = max(0, min(target.column - width / 2, layout.plotColumns - width))
    let rows = [target.row - 1, target.row + 1, target.row - 2, target.row + 2, target.row]
    let row = rows.first { row in
      row >= 0 && row < layout.plotRows
        && (start..<(start + width)).allSatisfy { self[row, $0] == .nothing }
    }
    grid.write(
      number, Style(.annotation), row: layout.plotTop + (row ?? target.row),
      column: layout.plotLeft + start)
    for column in start..<(start + width) { self[row ?? target.row, column] = .note }
  }
}
