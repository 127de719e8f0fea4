// SPDX-License-Identifier: MIT
import TerminalText

/// The characters a chart is made of, in Unicode and in ASCII.
struct ChartGlyphs {
  let axis: Character
  let tickLeft: Character
  let corner: Character
  let base: Character
  let tickBelow: Character
  let grid: Character
  let vertical: Character
  let horizontal: Character
  let crossing: Character
  let cursor: Character
  let leader: Character
  let arrowDown: Character
  let arrowUp: Character
  /// Where a note's line turns: from below to the right and to the left, from above likewise.
  let elbows: [Character]
  /// A glyph for each series, in order, beginning again after the last.
  let markers: [Character]
  /// On and off lengths of each series' dashes, in dots along the row; empty for a solid line.
  let dashes: [[Int]]
  /// Shades from nothing to full.
  let shades: [Character]
  /// Shades behind a plot, which leave its points to be seen.
  let fieldShades: [Character]
  /// How a bar of each series is filled.
  let fills: [Character]

  static func of(_ glyphs: GlyphSet) -> ChartGlyphs { glyphs == .ascii ? ascii : unicode }

  func marker(_ series: Int) -> Character { markers[series % markers.count] }

  func dash(_ series: Int) -> [Int] { dashes[series % dashes.count] }

  /// The corner of a line from a note above or below the curve, to its right or left.
  func elbow(isAbove: Bool, isRight: Bool) -> Character {
    elbows[(isAbove ? 0 : 2) + (isRight ? 0 : 1)]
  }

  /// The number of a note, drawn at its place and before its text.
  func noteNumber(_ number: Int) -> String {
    guard self.axis == "│", let scalar = Unicode.Scalar(0x245F + number), number <= 20 else {
      return "(\(number))"
    }
    return String(scalar)
  }

  private static let unicode = ChartGlyphs(
    axis: "│", tickLeft: "┤", corner: "└", base: "─", tickBelow: "┴", grid: "·", vertical: "╎",
    horizontal: "╌", crossing: "◉", cursor: "┊", leader: "│", arrowDown: "↓", arrowUp: "↑",
    elbows: ["┌", "┐", "└", "┘"], markers: ["●", "◇", "▲", "□", "×", "■", "△", "+"],
    dashes: [[], [7, 3], [1, 1], [8, 2, 2, 2], [4, 2], [12, 3], [2, 4], [6, 2, 1, 2, 1, 2]],
    shades: [" ", "░", "▒", "▓", "█"], fieldShades: [" ", "·", "░", "▒"],
    fills: ["█", "▒", "▓", "░"])

  private static let ascii = ChartGlyphs(
    axis: "|", tickLeft: "+", corner: "+", base: "-", tickBelow: "+", grid: ".", vertical: ":",
    horizontal: "-", crossing: "@", cursor: "|", leader: "|", arrowDown: "v", arrowUp: "^",
    elbows: ["+", "+", "+", "+"], markers: ["*", "o", "^", "#", "x", "+", "&", "="],
    dashes: [[], [4, 1], [1, 1], [6, 1, 1, 1], [2, 1], [8, 1], [1, 2], [4, 1, 1, 1, 1, 1]],
    shades: [" ", ".", ":", "*", "#"], fieldShades: [" ", ".", ":", "%"],
    fills: ["#", "=", "+", "-"])
}
