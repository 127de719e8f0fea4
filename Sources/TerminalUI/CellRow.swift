// SPDX-License-Identifier: MIT
import CNcurses
import TerminalText

/// One row of the screen as curses' cells: a base and its combining marks in each.
///
/// A row is handed over whole, so that a wide character at the last column never wraps.
final class CellRow {
  /// What a cell looks like to curses.
  private struct Look {
    var attributes: attr_t = 0
    var pair: Int32 = 0
    /// Whether a blank looks as it does in the terminal's own look.
    var leavesBlanks = true
  }

  private var cells: [cchar_t] = []
  private var width = 0
  private var scalars: [wchar_t] = []
  /// How many cells there are up to the last one that can be seen.
  private var visibleCount = 0

  /// Fills the row with a line, cut off at the last column.
  func fill(with line: Line, palette: Palette, columns: Int) {
    cells.removeAll(keepingCapacity: true)
    width = 0
    visibleCount = 0
    var former = Look()
    for span in line.spans {
      let own = look(palette.paint(span.style))
      var cellWidth = 0
      for scalar in span.text.unicodeScalars {
        let known = scalar.knownDisplayWidth
        if known == 0 {
          if !scalars.isEmpty && scalars.count < Int(CCHARW_MAX) {
            scalars.append(wchar_t(bitPattern: scalar.value))
          }
          continue
        }
        flush(cellWidth, former)
        cellWidth = known ?? 1
        if width + cellWidth > columns { return }
        let shown: Unicode.Scalar = known == nil ? "\u{FFFD}" : scalar
        scalars.append(wchar_t(bitPattern: shown.value))
        // A blank that shows nothing of its look keeps the look before it, which costs no bytes.
        if !(scalar == " " && own.leavesBlanks && former.leavesBlanks) { former = own }
      }
      flush(cellWidth, former)
    }
  }

  /// Writes the row to a window, and blanks behind it.
  func write(to window: UnsafeMutablePointer<WINDOW>?, row: Int32) {
    if wmove(window, row, 0) == ERR { return }
    wclrtoeol(window)
    wadd_wchnstr(window, cells, Int32(visibleCount))
  }

  private func flush(_ cellWidth: Int, _ look: Look) {
    if scalars.isEmpty { return }
    let isBlank = scalars == [0x20]
    scalars.append(0)
    var cell = cchar_t()
    if nc_set_cell(&cell, scalars, look.attributes, look.pair) == OK {
      cells.append(cell)
      width += cellWidth
      if !isBlank || !look.leavesBlanks { visibleCount = cells.count }
    }
    scalars.removeAll(keepingCapacity: true)
  }

  private func look(_ paint: Paint) -> Look {
    Look(
      attributes: attributes(paint.emphasis), pair: Self.pair(paint),
      leavesBlanks: paint.background == nil
        && paint.emphasis.isDisjoint(with: [.reverse, .underline, .struck]))
  }

  /// Curses keeps the pairs and makes room for new ones itself; it must not be asked without colours.
  private static func pair(_ paint: Paint) -> Int32 {
    if paint.foreground == nil && paint.background == nil || !has_colors() { return 0 }
    let pair = alloc_pair(Int32(paint.foreground ?? -1), Int32(paint.background ?? -1))
    return max(0, pair)
  }

  private func attributes(_ emphasis: Emphasis) -> attr_t {
    var attributes: attr_t = 0
    for (flag, attribute) in attributeTable where emphasis.contains(flag) {
      attributes |= attribute
    }
    return attributes
  }

  /// Terminals without italics underline them.
  private let attributeTable: [(Emphasis, attr_t)] = [
    (.bold, NC_BOLD), (.italic, nc_capability("sitm") == nil ? NC_UNDERLINE : NC_ITALIC),
    (.underline, NC_UNDERLINE), (.dim, NC_DIM),
    (.reverse, NC_REVERSE), (.struck, NC_DIM),
  ]
}
