// SPDX-License-Identifier: MIT
import CNcurses
import TerminalText

/// Lines, as the cells of the screen.
///
/// Rows that are as they were are left alone, and curses sends what is left as the fewest bytes it
/// finds, moving rows that only changed their place.
public final class Painter {
  private var palette: Palette
  private var frame: [Line] = []
  private var size = Size(columns: 0, rows: 0)
  private let cells = CellRow()

  /// Paints in the colours of a palette.
  public init(palette: Palette) { self.palette = palette }

  /// Paints in other colours from the next picture on.
  public func use(_ palette: Palette) {
    self.palette = palette
    forget()
  }

  /// Forgets what was painted, so that the next picture is painted whole.
  public func forget() { frame = [] }

  /// Paints a picture, one line a row; what is outside the screen is cut off.
  ///
  /// - Parameters:
  ///   - lines: The rows from the top; missing ones are empty.
  ///   - cursor: Where the cursor is shown, or nil to hide it.
  public func paint(_ lines: [Line], cursor: (column: Int, row: Int)? = nil) {
    let screen = nc_screen()
    let size = Size(columns: Int(nc_columns()), rows: Int(nc_rows()))
    if size != self.size {
      self.size = size
      frame = []
    }
    for row in 0..<size.rows {
      let line = row < lines.count ? lines[row] : Line()
      if row < frame.count && frame[row] == line { continue }
      cells.fill(with: line, palette: palette, columns: size.columns)
      cells.write(to: screen, row: Int32(row))
    }
    frame = (0..<size.rows).map { $0 < lines.count ? lines[$0] : Line() }
    if let cursor, cursor.column < size.columns, cursor.row < size.rows {
      leaveok(screen, false)
      wmove(screen, Int32(max(0, cursor.row)), Int32(max(0, cursor.column)))
      curs_set(1)
    } else {
      leaveok(screen, true)
      curs_set(0)
    }
    wnoutrefresh(screen)
    doupdate()
  }
}
