// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlotPainter {
  /// Shades the cells of the plot by the field behind it: colours where there are, and characters that
  /// a palette with colours lets vanish.
  mutating func paintField() {
    guard let field = setting.plot.field else { return }
    for row in 0..<layout.plotRows {
      let height = Self.value(of: layout.plotRows - 1 - row, among: layout.plotRows, layout.y.map)
      for column in 0..<layout.plotColumns {
        let value = field.value(
          x: Self.value(of: column, among: layout.plotColumns, layout.x.map), y: height)
        guard value.isFinite else { continue }
        put(
          setting.glyphs.fieldShade(value), Style(.faint, ground: PlotField.ground(value)),
          row: row, column: column)
      }
      grid.put(
        setting.glyphs.axis, Style(.axis), row: layout.plotTop + row,
        column: layout.plotLeft + layout.plotColumns)
    }
  }

  /// The value at the middle of a cell, counted from the lower limit.
  private static func value(of cell: Int, among count: Int, _ map: AxisMap) -> Double {
    map.lower + (Double(cell) + 0.5) / Double(count) * (map.upper - map.lower)
  }
}

extension PlotField {
  /// The ground of a share: towards 1 the colour of the first series, towards 0 that of the second.
  fileprivate static func ground(_ value: Double) -> Ground {
    .diverging(Int(((0.5 - min(1, max(0, value))) * 12).rounded()))
  }

  /// The key to the shades: `class 1: 0 ··░░▒▒ 1`.
  func key(_ glyphs: GlyphSet) -> Line {
    var line = Line("\(label): 0 ", Style(.axis))
    for share in [0.125, 0.375, 0.625, 0.875] {
      line.append(
        String(repeating: ChartGlyphs.of(glyphs).fieldShade(share), count: 3),
        Style(.faint, ground: Self.ground(share)))
    }
    line.append(" 1", Style(.axis))
    return line
  }

  /// The field in a table of at most nine columns and rows.
  var table: FigureTable {
    let limit = 9
    let rows = Self.spread(values.count, limit)
    let columns = Self.spread(values.first?.count ?? 0, limit)
    func middle(_ index: Int, of count: Int, in range: ClosedRange<Double>) -> String {
      let share = (Double(index) + 0.5) / Double(max(1, count))
      return NumberFormat.significant(
        range.lowerBound + share * (range.upperBound - range.lowerBound), digits: 3)
    }
    return FigureTable(
      head: ["\(label) at"] + columns.map { middle($0, of: values.first?.count ?? 0, in: x) },
      rows: rows.map { row in
        [middle(values.count - 1 - row, of: values.count, in: y)]
          + columns.map { column in
            let value = values[row].indices.contains(column) ? values[row][column] : .nan
            return NumberFormat.fixed(value, decimals: 2)
          }
      })
  }

  /// Indices spread evenly over a list, the first and the last among them.
  private static func spread(_ count: Int, _ limit: Int) -> [Int] {
    if count <= limit { return Array(0..<max(0, count)) }
    return (0..<limit).map { $0 * (count - 1) / (limit - 1) }
  }

  /// What share of the plane lies beyond one half.
  var clause: String {
    let all = values.flatMap { $0 }.filter(\.isFinite)
    if all.isEmpty { return "\(label) has no value on the plane" }
    let share = 100 * Double(all.count { $0 > 0.5 }) / Double(all.count)
    return "\(label) is the likelier on \(NumberFormat.fixed(share, decimals: 0)) % of the plane"
  }

  /// Adds the field to a drawing, cell by cell.
  func draw(
    on markup: inout SVGMarkup, left: Double, top: Double, width: Double, height: Double
  ) {
    let down = height / Double(max(1, values.count))
    for (row, list) in values.enumerated() {
      let across = width / Double(max(1, list.count))
      for (column, value) in list.enumerated() where value.isFinite {
        let side = min(1, max(0, value)) - 0.5
        markup.shade(
          side < 0 ? 2 : 1, opacity: abs(side) * 0.8, x: left + Double(column) * across,
          y: top + Double(row) * down, width: across, height: down)
      }
    }
  }
}

extension ChartGlyphs {
  /// The character of a share without colours: the fuller, the nearer to 1.
  fileprivate func fieldShade(_ share: Double) -> Character {
    fieldShades[min(fieldShades.count - 1, max(0, Int(share * Double(fieldShades.count))))]
  }
}
