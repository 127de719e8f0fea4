// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// A note's text in rows of its own, and the cell of the curve that a line leads to.
struct NotePlace: Hashable {
  var lines: [String]
  var top: Int
  var left: Int
  var targetRow: Int
  var targetColumn: Int

  /// The columns that the text takes.
  var width: Int { lines.map(\.displayWidth).max() ?? 0 }

  /// The row of the text that is nearest to the curve.
  var nearestRow: Int { top < targetRow ? top + lines.count - 1 : top }
}

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

  /// The first place that is free: in one row before two, with air above and below before
  /// without, near before far.
  private func notePlace(_ text: String, target: (row: Int, column: Int)) -> NotePlace? {
    let half = wrap([Span(text)], width: max(8, (text.displayWidth * 3 + 4) / 5)).map(\.text)
    for lines in half.count == 2 ? [[text], half] : [[text]] {
      for isAiry in [true, false] {
        if let place = notePlace(lines, target: target, isAiry: isAiry) { return place }
      }
    }
    return nil
  }

  private func notePlace(
    _ lines: [String], target: (row: Int, column: Int), isAiry: Bool
  ) -> NotePlace? {
    let width = lines.map(\.displayWidth).max() ?? 0
    guard width > 0 && width <= layout.plotColumns else { return nil }
    let shifts = (0..<width).sorted { abs($0 - width / 2) < abs($1 - width / 2) }
    for gap in [3, 2, 4, 5, 6, 7, 8, 9, 10] {
      for top in [target.row - gap - lines.count + 1, target.row + gap] {
        var place = NotePlace(
          lines: lines, top: top, left: 0, targetRow: target.row, targetColumn: target.column)
        guard top >= 0 && top + lines.count <= layout.plotRows,
          isLeaderFree(from: place.nearestRow, to: target)
        else { continue }
        for shift in shifts {
          place.left = target.column - shift
          if isTextFree(place, isAiry: isAiry) { return place }
        }
      }
    }
    return nil
  }

  private func isLeaderFree(from row: Int, to target: (row: Int, column: Int)) -> Bool {
    let rows = row < target.row ? (row + 1)..<target.row : (target.row + 1)..<row
    return rows.allSatisfy { self[$0, target.column] == .nothing }
  }

  private func isTextFree(_ place: NotePlace, isAiry: Bool) -> Bool {
    let right = place.left + place.width
    guard place.left >= 0 && right <= layout.plotColumns else { return false }
    let around = max(0, place.left - 1)..<min(layout.plotColumns, right + 1)
    let bottom = place.top + place.lines.count
    for row in place.top..<bottom {
      if !around.allSatisfy({ self[row, $0] == .nothing }) { return false }
    }
    if !isAiry { return true }
    return [place.top - 1, bottom].allSatisfy { neighbor in
      neighbor < 0 || neighbor >= layout.plotRows
        || around.allSatisfy { self[neighbor, $0] < .data }
    }
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
    let isAbove = place.top < place.targetRow
    let rows =
      isAbove
      ? Array((place.nearestRow + 1)..<place.targetRow)
      : Array(((place.targetRow + 1)..<place.nearestRow).reversed())
    for row in rows {
      let arrow = isAbove ? setting.glyphs.arrowDown : setting.glyphs.arrowUp
      put(
        row == rows.last ? arrow : setting.glyphs.leader, style, row: row,
        column: place.targetColumn)
      self[row, place.targetColumn] = .note
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
