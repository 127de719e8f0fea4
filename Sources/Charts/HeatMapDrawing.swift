// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension HeatMap {
  /// The grid with its labels, as large as fits; at a cursor, the column's values in words under it.
  func lines(in size: Size, glyphs: GlyphSet, cursor: Double? = nil) -> [Line] {
    let all = values.flatMap { $0 }
    let columns = values.map(\.count).max() ?? 0
    let widest = rowLabels.map(\.displayWidth).max() ?? 0
    let labelWidth = widest == 0 ? 0 : min(widest, size.columns / 3) + 1
    let widestHead = columnLabels.map(\.displayWidth).max() ?? 0
    let words = columnLabels.map { $0.split(separator: " ").map(String.init) }
    let widestWord = words.flatMap { $0 }.map(\.displayWidth).max() ?? 0
    let wide = [min(20, widestHead + 2), min(14, widestWord + 2)].filter { $0 > 7 }
    let blocks = (wide + [6, 4, 2]).map {
      PixelBlock(
        columns: $0, values: all, isSigned: isSigned, isRelative: isRelative, glyphSet: glyphs)
    }
    let headRows = columnLabels.isEmpty ? 0 : words.map(\.count).max() ?? 1
    let fitting = blocks.first {
      labelWidth + columns * $0.columns + 2 <= size.columns
        && values.count * $0.rows + headRows + 3 <= size.rows
    }
    guard let block = fitting ?? blocks.last else { return [] }
    var lines: [Line] = []
    if block.columns > 2 {
      // Names too wide for a block stand word under word.
      let heads = widestHead < block.columns ? columnLabels.map { [$0] } : words
      lines = headLines(heads, block: block, indent: labelWidth + 1)
    }
    let places = max(0, min(12, decimals))
    let marked = cursor.flatMap { Int(exactly: $0) }.map { $0 - 1 }
    let body = block.framed(values, marking: marked) { block.label($0, decimals: places) }
    for (row, strip) in body.enumerated() {
      let number = (row - 1) / block.rows
      let isMiddle = row > 0 && (row - 1) % block.rows == block.rows / 2
      var line = Line()
      if isMiddle && number < rowLabels.count {
        line = Line(rowLabels[number], Style(.axis)).clipped(to: labelWidth - 1, glyphs: glyphs)
      }
      line = line.padded(to: labelWidth)
      line.append(strip)
      lines.append(line)
    }
    return lines + [block.key(width: size.columns)]
      + (marked.map { readOut(of: $0, width: size.columns) } ?? [])
  }

  /// The columns' names over their blocks, the last words lowest.
  private func headLines(_ heads: [[String]], block: PixelBlock, indent: Int) -> [Line] {
    let rows = heads.map(\.count).max() ?? 0
    return (0..<rows).map { row in
      var line = Line(blanks(indent))
      for head in heads {
        let index = row - (rows - head.count)
        let cell = Line(index < 0 ? "" : head[index], Style(.axis))
          .clipped(to: block.columns - 1, glyphs: block.glyphSet)
        line.append(cell.centered(in: block.columns).padded(to: block.columns))
      }
      return line.withoutTrailingBlanks
    }
  }

  /// A column's values, one after the other: what a block is too small to show.
  private func readOut(of column: Int, width: Int) -> [Line] {
    guard values.contains(where: { $0.indices.contains(column) }) else { return [] }
    func unbroken(_ text: String) -> String { String(text.map { $0 == " " ? "\u{a0}" : $0 }) }
    let name = columnLabels.indices.contains(column) ? columnLabels[column] : String(column + 1)
    var spans = [Span(unbroken(name) + ":", Style(.label, emphasis: .bold))]
    for (row, values) in values.enumerated() where values.indices.contains(column) {
      if spans.count > 1 { spans.append(Span(",", Style(.axis))) }
      let label = rowLabels.indices.contains(row) ? rowLabels[row] : String(row + 1)
      let value = NumberFormat.fixed(values[column], decimals: max(0, min(12, decimals + 1)))
      spans.append(Span(" "))
      spans.append(Span(unbroken(label) + "\u{a0}", Style(.axis)))
      spans.append(Span(value, Style(.text, emphasis: .bold)))
    }
    return wrap(spans, width: width, firstIndent: 0, hangingIndent: 2)
  }
}
