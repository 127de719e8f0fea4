// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension FigureTable {
  /// The table in aligned columns.
  ///
  /// One that is too wide breaks its heads into words, and goes on below with the columns that are
  /// left, the first one repeated. Where not even two columns fit beside the first, it becomes one
  /// record a row. The row that the cursor stands on, by the number it begins with, is lit.
  func lines(width: Int, glyphs: GlyphSet, cursor: Double? = nil) -> [Line] {
    let columns = max(head.count, rows.map(\.count).max() ?? 0)
    if columns == 0 { return [] }
    let whole = (0..<columns).map { Column(self, $0, breaksHead: false) }
    let lit = cursor.flatMap { place in
      rows.firstIndex { $0.first.flatMap(Double.init) == place }
    }
    if Self.width(of: whole) <= width { return lines(of: whole, glyphs, lit: lit) }
    let parts = parts(of: (0..<columns).map { Column(self, $0, breaksHead: true) }, width)
    guard let parts, !parts.isEmpty else { return records(width: width) }
    return Array(parts.map { lines(of: $0, glyphs, lit: lit) }.joined(separator: [Line()]))
  }

  /// One column: its head in rows, its cells, and how wide they are.
  private struct Column {
    var head: [String]
    var cells: [String]
    var width: Int
    /// Whether every cell reads as a number, with its unit (`12.0 points`) or spread (`31 ± 8`).
    var isNumeric: Bool

    init(_ table: FigureTable, _ index: Int, breaksHead: Bool) {
      let title = index < table.head.count ? table.head[index] : ""
      let words = title.split(separator: " ").map(String.init)
      cells = table.rows.map { index < $0.count ? $0[index] : "" }
      let parts = breaksHead ? words : [title]
      width = (parts + cells).map(\.displayWidth).max() ?? 0
      let filled = cells.filter { !$0.isEmpty }
      isNumeric = !filled.isEmpty && filled.allSatisfy(Self.isNumber)
      head = []
      for word in parts {
        if let last = head.last, last.displayWidth + 1 + word.displayWidth <= width {
          head[head.count - 1] = "\(last) \(word)"
        } else {
          head.append(word)
        }
      }
    }

    private static func isNumber(_ text: String) -> Bool {
      if ["-", "—", "nan", "inf", "-inf"].contains(text) { return true }
      let unsigned = text.drop { "-−+<>~".contains($0) }
      let hasSpread = text.contains("±") || text.contains("+-")
      return unsigned.first?.isNumber == true
        && (hasSpread || text.split(separator: " ").count <= 2)
    }
  }

  private static func width(of columns: [Column]) -> Int {
    columns.reduce(0) { $0 + $1.width } + 2 * (columns.count - 1)
  }

  /// The columns in parts that fit, each behind the first column; `nil` where one of them would hold
  /// a single column though more are left.
  private func parts(of columns: [Column], _ width: Int) -> [[Column]]? {
    guard let first = columns.first else { return nil }
    var parts: [[Column]] = []
    for column in columns.dropFirst() {
      if let last = parts.last, Self.width(of: last + [column]) <= width {
        parts[parts.count - 1].append(column)
      } else {
        parts.append([first, column])
      }
    }
    let isNarrow = parts.dropLast().contains { $0.count < 3 }
    return isNarrow || parts.contains { Self.width(of: $0) > width } ? nil : parts
  }

  private func lines(of columns: [Column], _ glyphs: GlyphSet, lit: Int?) -> [Line] {
    func line(_ style: Style, _ cell: (Column) -> String) -> Line {
      var line = Line()
      for (index, column) in columns.enumerated() {
        let text = Line(cell(column), style)
        line.append(
          column.isNumeric
            ? text.rightAligned(in: column.width) : text.padded(to: column.width))
        if index + 1 < columns.count { line.append("  ", style) }
      }
      return line.withoutTrailingBlanks
    }
    let height = columns.map(\.head.count).max() ?? 0
    let heads = (0..<height).map { row in
      line(Style(.text, emphasis: .bold)) { column in
        let place = row - (height - column.head.count)
        return place < 0 ? "" : column.head[place]
      }
    }
    let rule = Line(
      columns.map { String(repeating: glyphs == .ascii ? "-" : "─", count: $0.width) }
        .joined(separator: "  "), Style(.rule))
    return heads + [rule]
      + rows.indices.map { row in
        line(row == lit ? Style(.text, emphasis: .bold, ground: .selection) : .text) {
          $0.cells[row]
        }
      }
  }

  /// Each row as a block of `name: value`, wrapped to the width.
  private func records(width: Int) -> [Line] {
    func cell(_ row: [String], _ column: Int) -> String {
      column < row.count ? row[column] : ""
    }
    var lines: [Line] = []
    for (number, row) in rows.enumerated() {
      if number > 0 { lines.append(Line()) }
      for column in 0..<max(head.count, row.count) where !cell(row, column).isEmpty {
        let name = cell(head, column).isEmpty ? "" : "\(head[column]): "
        lines += wrap(
          [Span(name, Style(.text, emphasis: .bold)), Span(cell(row, column))], width: width,
          firstIndent: 0, hangingIndent: width > 20 ? 2 : 0)
      }
    }
    if rows.isEmpty {
      lines += wrap(
        [Span(head.joined(separator: ", "), Style(.text, emphasis: .bold))], width: width)
    }
    return lines
  }
}
