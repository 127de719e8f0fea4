// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension FigureTable {
  /// The table in aligned columns; one that is too wide becomes one record a row of it.
  func lines(width: Int, glyphs: GlyphSet) -> [Line] {
    let columns = max(head.count, rows.map(\.count).max() ?? 0)
    if columns == 0 { return [] }
    let widths = (0..<columns).map { column in
      max(cell(head, column).displayWidth, rows.map { cell($0, column).displayWidth }.max() ?? 0)
    }
    if widths.reduce(0, +) + 2 * (columns - 1) > width { return records(width: width) }
    let isNumeric = (0..<columns).map { column in
      let cells = rows.map { cell($0, column) }.filter { !$0.isEmpty }
      return !cells.isEmpty && cells.allSatisfy(isNumber)
    }
    func line(_ row: [String], _ style: Style) -> Line {
      var line = Line()
      for column in 0..<columns {
        let text = Line(cell(row, column), style)
        line.append(
          isNumeric[column]
            ? text.rightAligned(in: widths[column]) : text.padded(to: widths[column]))
        if column + 1 < columns { line.append("  ", .text) }
      }
      return line.withoutTrailingBlanks
    }
    let rule = Line(
      widths.map { String(repeating: glyphs == .ascii ? "-" : "─", count: $0) }
        .joined(separator: "  "), Style(.rule))
    return [line(head, Style(.text, emphasis: .bold)), rule] + rows.map { line($0, .text) }
  }

  private func cell(_ row: [String], _ column: Int) -> String {
    column < row.count ? row[column] : ""
  }

  /// Whether a cell reads as a number, with its unit (`12.0 points`) or its spread (`31 ± 8`).
  private func isNumber(_ text: String) -> Bool {
    if ["-", "—", "nan", "inf", "-inf"].contains(text) { return true }
    let unsigned = text.drop { "-−+<>~".contains($0) }
    let hasSpread = text.contains("±") || text.contains("+-")
    return unsigned.first?.isNumber == true
      && (hasSpread || text.split(separator: " ").count <= 2)
  }

  /// Each row as a block of `name: value`, wrapped to the width.
  private func records(width: Int) -> [Line] {
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
