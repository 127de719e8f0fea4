// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// The row above a plot: the vertical axis' name and the reference lines' labels, none on another.
struct HeaderRow {
  let columns: Int
  private(set) var placed: [(start: Int, line: Line)] = []

  init(columns: Int) { self.columns = columns }

  /// Writes a line at a column, whatever else is there.
  mutating func place(_ line: Line, at start: Int) {
    if line.width > 0 { placed.append((start, line)) }
  }

  private func isFree(_ range: Range<Int>) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= columns
      && placed.allSatisfy { start, line in
        range.upperBound + 1 < start || range.lowerBound > start + line.width
      }
  }

  /// Writes a vertical line's label beside the line, right of it if that is free.
  mutating func placeVertical(_ reference: ReferenceLine, column: Int?, glyphs: ChartGlyphs) {
    let name = Self.nameWithValue(reference)
    let right = Line("\(glyphs.vertical) \(name)", Style(.annotation))
    if let column {
      if isFree(column..<(column + right.width)) { return place(right, at: column) }
      let left = Line("\(name) \(glyphs.vertical)", Style(.annotation))
      let start = column - left.width + 1
      if isFree(start..<(column + 1)) { return place(left, at: start) }
    }
    placeAnywhere(right)
  }

  /// Writes a horizontal line's label with its value, at the right edge if that is free.
  mutating func placeHorizontal(_ reference: ReferenceLine, right: Int, glyphs: ChartGlyphs) {
    let name = Self.nameWithValue(reference)
    let line = Line("\(glyphs.horizontal)\(glyphs.horizontal) \(name)", Style(.annotation))
    let start = right - line.width
    if isFree(start..<right) { return place(line, at: start) }
    placeAnywhere(line)
  }

  /// A line's label with the value it stands at, unless the label says it.
  private static func nameWithValue(_ reference: ReferenceLine) -> String {
    let value = NumberFormat.significant(reference.value, digits: 4)
    if reference.label.isEmpty || reference.label.contains(value) {
      return reference.label.isEmpty ? value : reference.label
    }
    return reference.label + (reference.direction == .vertical ? " at \(value)" : " \(value)")
  }

  private mutating func placeAnywhere(_ line: Line) {
    let starts = placed.map { $0.start + $0.line.width + 2 }.sorted()
    if let start = starts.first(where: { isFree($0..<($0 + line.width)) }) {
      place(line, at: start)
    } else {
      overflow.append(line)
    }
  }

  /// Labels that found no room.
  private(set) var overflow: [Line] = []
}
