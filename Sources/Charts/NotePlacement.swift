// SPDX-License-Identifier: MIT
import TerminalText

/// One cell of the line that leads from a note to its curve.
struct LeaderCell: Hashable {
  var row: Int
  var column: Int
  var glyph: Character
}

/// A note's text in rows of its own, and the line from it to the curve.
struct NotePlace: Hashable {
  var lines: [String]
  var top: Int
  var left: Int
  var leader: [LeaderCell]

  /// The columns that the text takes.
  var width: Int { Self.width(of: lines) }

  static func width(of lines: [String]) -> Int { lines.map(\.displayWidth).max() ?? 0 }
}

/// Where a note may stand around the cell it points at, the best place first.
struct NotePlaces {
  let target: (row: Int, column: Int)
  let glyphs: ChartGlyphs

  /// How far above or below the cell a text stands, in rows: near, but not too near, before far.
  private static let gaps = [3, 2, 4, 5, 6, 7, 8, 9, 10]
  /// How far beside the cell a text stands at the end of an elbow, in columns.
  private static let reaches = 1...12

  /// Places right above or below the cell, the text in the middle before to one side.
  func straight(_ lines: [String]) -> [NotePlace] {
    let width = NotePlace.width(of: lines)
    let shifts = (0..<width).sorted { abs($0 - width / 2) < abs($1 - width / 2) }
    return Self.gaps.flatMap { gap in
      [true, false].flatMap { isAbove in
        let leader = vertical(rows: gap - 1, isAbove: isAbove)
        return shifts.map { shift in
          place(lines, gap: gap, isAbove: isAbove, left: target.column - shift, leader: leader)
        }
      }
    }
  }

  /// Places beside the cell, at the end of a line with one elbow.
  func beside(_ lines: [String]) -> [NotePlace] {
    let width = NotePlace.width(of: lines)
    return Self.gaps.flatMap { gap in
      [true, false].flatMap { isAbove in
        Self.reaches.flatMap { reach in
          [true, false].map { isRight in
            // A blank stands between the text and the line.
            let left = isRight ? target.column + reach + 2 : target.column - reach - 1 - width
            return place(
              lines, gap: gap, isAbove: isAbove, left: left,
              leader: elbow(rows: gap, reach: reach, isAbove: isAbove, isRight: isRight))
          }
        }
      }
    }
  }

  private func place(
    _ lines: [String], gap: Int, isAbove: Bool, left: Int, leader: [LeaderCell]
  ) -> NotePlace {
    let top = isAbove ? target.row - gap - lines.count + 1 : target.row + gap
    return NotePlace(lines: lines, top: top, left: left, leader: leader)
  }

  /// So many rows from the cell on, the arrow in the nearest.
  private func vertical(rows: Int, isAbove: Bool) -> [LeaderCell] {
    (0..<rows).map { index in
      let arrow = isAbove ? glyphs.arrowDown : glyphs.arrowUp
      return LeaderCell(
        row: target.row + (isAbove ? -1 - index : 1 + index), column: target.column,
        glyph: index == 0 ? arrow : glyphs.leader)
    }
  }

  /// A line up or down from the cell, then sideways.
  private func elbow(rows: Int, reach: Int, isAbove: Bool, isRight: Bool) -> [LeaderCell] {
    let row = target.row + (isAbove ? -rows : rows)
    let corner = glyphs.elbow(isAbove: isAbove, isRight: isRight)
    let across = (1...reach).map { step in
      LeaderCell(
        row: row, column: target.column + (isRight ? step : -step), glyph: glyphs.base)
    }
    return vertical(rows: rows - 1, isAbove: isAbove)
      + [LeaderCell(row: row, column: target.column, glyph: corner)] + across
  }
}
