// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// A place for a note's text and for the line that leads from it to the curve.
struct NotePlace: Hashable {
  var textRow: Int
  var textColumn: Int
  var targetRow: Int
  var targetColumn: Int
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
      } else if let place = notePlace(width: note.text.displayWidth, target: target) {
        paint(note.text, at: place)
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

  /// The first place that is free, near before far, with air above and below before without.
  private func notePlace(width: Int, target: (row: Int, column: Int)) -> NotePlace? {
    guard width > 0 && width <= layout.plotColumns else { return nil }
    let shifts = (0..<width).sorted { abs($0 - width / 2) < abs($1 - width / 2) }
    for isAiry in [true, false] {
      for gap in [3, 2, 4, 5, 6, 7, 8, 9, 10] {
        for row in [target.row - gap, target.row + gap] {
          guard row >= 0 && row < layout.plotRows, isLeaderFree(from: row, to: target) else {
            continue
          }
          for shift in shifts {
            let start = target.column - shift
            if isTextFree(row: row, columns: start..<(start + width), isAiry: isAiry) {
              return NotePlace(
                textRow: row, textColumn: start, targetRow: target.row,
                targetColumn: target.column)
            }
          }
        }
      }
    }
    return nil
  }

  private func isLeaderFree(from row: Int, to target: (row: Int, column: Int)) -> Bool {
    let rows = row < target.row ? (row + 1)..<target.row : (target.row + 1)..<row
    return rows.allSatisfy { self[$0, target.column] == .nothing }
  }

  private func isTextFree(row: Int, columns: Range<Int>, isAiry: Bool) -> Bool {
    guard columns.lowerBound >= 0 && columns.upperBound <= layout.plotColumns else { return false }
    let around = max(0, columns.lowerBound - 1)..<min(layout.plotColumns, columns.upperBound + 1)
    if !around.allSatisfy({ self[row, $0] == .nothing }) { return false }
    if !isAiry { return true }
    return [row - 1, row + 1].allSatisfy { neighbor in
      neighbor < 0 || neighbor >= layout.plotRows
        || around.allSatisfy { self[neighbor, $0] < .data }
    }
  }

  private mutating func paint(_ text: String, at place: NotePlace) {
    let style = Style(.annotation)
    // The cells at both sides are cleared of the grid, so that the text stands by itself.
    for column in [place.textColumn - 1, place.textColumn + text.displayWidth] {
      put(" ", style, row: place.textRow, column: column)
    }
    var column = place.textColumn
    for character in text {
      grid.write(
        String(character), style, row: layout.plotTop + place.textRow,
        column: layout.plotLeft + column)
      for _ in 0..<max(1, character.displayWidth) {
        self[place.textRow, column] = .note
        column += 1
      }
    }
    let isAbove = place.textRow < place.targetRow
    let rows =
      isAbove
      ? Array((place.textRow + 1)..<place.targetRow)
      : Array(((place.targetRow + 1)..<place.textRow).reversed())
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
