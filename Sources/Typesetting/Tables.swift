// SPDX-License-Identifier: MIT
import LessonFormat
import TerminalText

extension Typesetter {
  /// A table: columns side by side where they fit, else each row as a record of its own.
  func table(_ table: Block.Table) -> [Line] {
    let head = table.head.map { spans($0, Style(.text, emphasis: .bold)) }
    let rows = table.rows.map { row in row.map { spans($0) } }
    let separator = " \(ornaments.bar) "
    let room = width - separator.displayWidth * (head.count - 1)
    guard let widths = columnWidths([head] + rows, room: room) else {
      return records(head: head, rows: rows)
    }
    let set = rows.map { cells($0, widths) }
    let isWrapped = set.contains { $0.contains { $0.count > 1 } }
    let thin = rule(widths.map { String(repeating: ornaments.thin, count: $0) })
    var lines = joined(cells(head, widths), widths, table.alignments)
    lines.append(thin)
    for (index, row) in set.enumerated() {
      if index > 0, isWrapped { lines.append(thin) }
      lines += joined(row, widths, table.alignments)
    }
    return lines
  }

  /// The rule under a head.
  private func rule(_ parts: [String]) -> Line {
    Line(parts.joined(separator: ornaments.thin + ornaments.cross + ornaments.thin), Style(.rule))
  }

  /// Each cell of a row, filled to its column.
  private func cells(_ row: [[Span]], _ widths: [Int]) -> [[Line]] {
    zip(row, widths).map { spans, width in wrap(spans, width: width) }
  }

  /// A row's cells side by side.
  private func joined(
    _ cells: [[Line]], _ widths: [Int], _ alignments: [Block.Table.Alignment]
  ) -> [Line] {
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { level in
      var line = Line()
      for (index, cell) in cells.enumerated() {
        if index > 0 { line.append(" \(ornaments.bar) ", Style(.rule)) }
        let text = level < cell.count ? cell[level].withoutTrailingBlanks : Line()
        let alignment = alignments.indices.contains(index) ? alignments[index] : .natural
        line.append(text.aligned(alignment, in: widths[index]))
      }
      return line.withoutTrailingBlanks
    }
  }

  /// Columns' widths that fit the room; `nil` where a word would have to be cut.
  ///
  /// Each column gets what its longest word needs; what is left goes to the columns that would use
  /// it, evenly, none beyond its longest cell.
  private func columnWidths(_ rows: [[[Span]]], room: Int) -> [Int]? {
    let count = rows.first?.count ?? 0
    var least = Array(repeating: 1, count: count)
    var ideal = Array(repeating: 1, count: count)
    for row in rows {
      for (index, cell) in row.prefix(count).enumerated() {
        let (minimum, full) = measure(cell)
        least[index] = max(least[index], minimum)
        ideal[index] = max(ideal[index], full)
      }
    }
    guard least.reduce(0, +) <= room else { return nil }
    return Self.shared(room: room, least: least, ideal: ideal)
  }

  /// Raises the lowest columns together until the room is used or every column has its ideal.
  static func shared(room: Int, least: [Int], ideal: [Int]) -> [Int] {
    if ideal.reduce(0, +) <= room { return ideal }
    func widths(at level: Int) -> [Int] {
      zip(least, ideal).map { low, high in min(high, max(low, level)) }
    }
    var low = 0
    var high = room
    while low < high {
      let middle = (low + high + 1) / 2
      if widths(at: middle).reduce(0, +) <= room { low = middle } else { high = middle - 1 }
    }
    var result = widths(at: low)
    var left = room - result.reduce(0, +)
    for index in result.indices where left > 0 && result[index] < ideal[index] {
      result[index] += 1
      left -= 1
    }
    return result
  }

  /// Each row as lines of `name: value`.
  private func records(head: [[Span]], rows: [[[Span]]]) -> [Line] {
    if rows.isEmpty { return head.flatMap { wrapped($0) } }
    var lines: [Line] = []
    for row in rows {
      if !lines.isEmpty { lines.append(rule(ornaments.thin, width / 3)) }
      for (name, value) in zip(head, row) where !value.isEmpty {
        var field = name
        if !name.isEmpty { field.append(Span(": ", Style(.text, emphasis: .bold))) }
        lines += wrap(
          field + value, width: width, firstIndent: 0,
          hangingIndent: width >= 2 * Self.narrowest ? 2 : 0
        ).map(\.withoutTrailingBlanks)
      }
    }
    return lines
  }
}

extension Line {
  /// The line at its place in a column.
  fileprivate func aligned(_ alignment: Block.Table.Alignment, in columns: Int) -> Line {
    switch alignment {
    case .natural, .left: padded(to: columns)
    case .center: centered(in: columns).padded(to: columns)
    case .right: rightAligned(in: columns)
    }
  }
}
