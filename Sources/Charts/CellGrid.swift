// SPDX-License-Identifier: MIT
import TerminalText

/// A rectangle of cells that is drawn into; what falls outside is cut off.
struct CellGrid {
  /// One cell: a character with its marks, or the right half of one (the empty text).
  struct Cell: Hashable {
    var text: String
    var style: Style
    static let empty = Cell(text: " ", style: .text)
  }

  let columns: Int
  let rows: Int
  private(set) var cells: [Cell]

  init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
    cells = Array(repeating: .empty, count: self.columns * self.rows)
  }

  subscript(row: Int, column: Int) -> Cell {
    get { contains(row, column) ? cells[row * columns + column] : .empty }
    set { if contains(row, column) { cells[row * columns + column] = newValue } }
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    row >= 0 && row < rows && column >= 0 && column < columns
  }

  /// Puts one glyph of one cell, keeping the ground that is there where none is given.
  mutating func put(_ glyph: Character, _ style: Style, row: Int, column: Int) {
    var style = style
    if style.ground == .none { style.ground = self[row, column].style.ground }
    self[row, column] = Cell(text: String(glyph), style: style)
  }

  /// Writes a text from a cell on to the right.
  mutating func write(_ text: String, _ style: Style = .text, row: Int, column: Int) {
    var place = column
    for character in text {
      let width = character.displayWidth
      if width == 0 { continue }
      if place + width <= columns {
        self[row, place] = Cell(text: String(character), style: style)
        for half in 1..<max(2, width) where width > 1 {
          self[row, place + half] = Cell(text: "", style: style)
        }
      }
      place += width
    }
  }

  /// Writes a line from a cell on to the right.
  mutating func write(_ line: Line, row: Int, column: Int) {
    var place = column
    for span in line.spans {
      write(span.text, span.style, row: row, column: place)
      place += span.text.displayWidth
    }
  }

  /// Changes the style of one cell.
  mutating func restyle(row: Int, column: Int, _ change: (inout Style) -> Void) {
    var cell = self[row, column]
    change(&cell.style)
    self[row, column] = cell
  }

  /// The rows as lines, without trailing blanks.
  var lines: [Line] {
    (0..<rows).map { row in
      var line = Line()
      for cell in cells[(row * columns)..<((row + 1) * columns)] {
        line.append(cell.text, cell.style)
      }
      return line.withoutTrailingBlanks
    }
  }
}
