// SPDX-License-Identifier: MIT

import TerminalText

extension MathDisplayLayout {
  /// Rows and columns between their delimiters.
  func grid(_ grid: MathGrid) throws -> MathBox {
    let environment = grid.environment
    var cells: [[MathBox]] = []
    for row in grid.rows {
      cells.append(try row.enumerated().map { try cell($1, column: $0, of: environment) })
    }
    var widths = Array(repeating: 0, count: grid.columnCount)
    for row in cells {
      for (column, box) in row.enumerated() { widths[column] = max(widths[column], box.width) }
    }
    let total = widths.reduce(0, +) + environment.columnGap * max(widths.count - 1, 0)
    guard total <= width else { throw MathBox.DoesNotFit() }
    let lines = cells.map { line($0, widths: widths, environment) }
    let body = try stacked(lines, hasMiddle: environment.left == "{").fitting(width)
    let left = environment.left.flatMap(MathSymbol.delimiter)
    let right = environment.right.flatMap(MathSymbol.delimiter)
    guard environment.columnGap == 3 else { return fenced(body, left: left, right: right) }
    let spaced = MathBox(beside: [(1, body)])
    return fenced(spaced, left: left, right: right)
  }

  /// A cell; relations that start the second of two aligned cells keep their blanks.
  private func cell(
    _ nodes: [MathNode], column: Int, of environment: MathEnvironment
  ) throws -> MathBox {
    guard environment.alignment == .alternating, !column.isMultiple(of: 2) else {
      return try row(nodes)
    }
    return try row([.row([])] + nodes)
  }

  private func line(
    _ cells: [MathBox], widths: [Int], _ environment: MathEnvironment
  ) -> MathBox {
    var boxes: [(gap: Int, box: MathBox)] = []
    for (column, width) in widths.enumerated() {
      let box = column < cells.count ? cells[column] : MathBox("")
      var alignment = environment.alignment
      var gap = environment.columnGap
      if alignment == .alternating {
        alignment = column.isMultiple(of: 2) ? .right : .left
        gap = column.isMultiple(of: 2) ? 3 : 0
      }
      boxes.append((column == 0 ? 0 : gap, box.padded(to: width, alignment)))
    }
    return MathBox(beside: boxes)
  }

  /// Rows below each other, standing on the line by their middle; tall rows are kept apart.
  private func stacked(_ lines: [MathBox], hasMiddle: Bool) -> MathBox {
    let width = lines.map(\.width).max() ?? 0
    let isTall = lines.contains { $0.height > 1 }
    var rows: [Line] = []
    for (index, line) in lines.enumerated() {
      if index > 0,
        isTall || (hasMiddle && lines.count.isMultiple(of: 2) && index == lines.count / 2)
      {
        rows.append(blank(width))
      }
      rows += line.rows
    }
    if rows.isEmpty { rows = [blank(width)] }
    let single = lines.count == 1 ? lines.first : nil
    return MathBox(
      rows: rows, width: width, baseline: single?.baseline ?? (rows.count - 1) / 2,
      body: single?.body)
  }
}
