// SPDX-License-Identifier: MIT
import CNcurses
import TerminalText

/// One row of the screen as curses' cells: a base and its combining marks in each.
///
/// A row is handed over whole, so that a wide character at the last column never wraps.
final class CellRow {
  private var cells: [cchar_t] = []
  private var width = 0
  private var scalars: [wchar_t] = []

  /// Fills the row with a line, cut off at the last column.
  func fill(with line: Line, palette: Palette, columns: Int) {
    cells.removeAll(keepingCapacity: true)
    width = 0
    for span in line.spans {
      let paint = palette.paint(span.style)
      let attributes = Self.attributes(paint.emphasis)
      let pair = Self.pair(paint)
      var cellWidth = 0
      scalars.removeAll(keepingCapacity: true)
      for scalar in span.text.unicodeScalars {
        let own = scalar.knownDisplayWidth
        if own == 0 {
          if !scalars.isEmpty && scalars.count < Int(CCHARW_MAX) {
            scalars.append(wchar_t(bitPattern: scalar.value))
          }
          continue
        }
        flush(cellWidth, attributes, pair)
        cellWidth = own ?? 1
        if width + cellWidth > columns { return }
        let shown: Unicode.Scalar = own == nil ? "\u{FFFD}" : scalar
        scalars.append(wchar_t(bitPattern: shown.value))
      }
      flush(cellWidth, attributes, pair)
    }
  }

  /// Writes the row to a window, and blanks behind it.
  func write(to window: UnsafeMutablePointer<WINDOW>?, row: Int32, columns: Int) {
    if wmove(window, row, 0) == ERR { return }
    wclrtoeol(window)
    wadd_wchnstr(window, cells, Int32(cells.count))
  }

  private func flush(_ cellWidth: Int, _ attributes: attr_t, _ pair: Int32) {
    if scalars.isEmpty { return }
    scalars.append(0)
    var cell = cchar_t()
    if nc_set_cell(&cell, scalars, attributes, pair) == OK {
      cells.append(cell)
      width += cellWidth
    }
    scalars.removeAll(keepingCapacity: true)
  }

  /// Curses keeps the pairs and makes room for new ones itself; it must not be asked without colours.
  private static func pair(_ paint: Paint) -> Int32 {
    if paint.foreground == nil && paint.background == nil || !has_colors() { return 0 }
    let pair = alloc_pair(Int32(paint.foreground ?? -1), Int32(paint.background ?? -1))
    return max(0, pair)
  }

  private static func attributes(_ emphasis: Emphasis) -> attr_t {
    var attributes: attr_t = 0
    for (flag, attribute) in table where emphasis.contains(flag) { attributes |= attribute }
    return attributes
  }

  private static let table: [(Emphasis, attr_t)] = [
    (.bold, NC_BOLD), (.italic, NC_ITALIC), (.underline, NC_UNDERLINE), (.dim, NC_DIM),
    (.reverse, NC_REVERSE), (.struck, NC_DIM),
  ]
}
