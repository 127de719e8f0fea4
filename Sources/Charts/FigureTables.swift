// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension Figure {
  /// The numbers of the figure as a table, one row a place of its horizontal axis.
  public var table: FigureTable {
    switch content {
    case .lines(let plot): plot.field?.table ?? plot.table
    case .bars(let plot): plot.table
    case .heatMap(let map):
      FigureTable(
        head: [""] + names(map.columnLabels, map.values.map(\.count).max() ?? 0, "column"),
        rows: zip(names(map.rowLabels, map.values.count, "row"), map.values).map { name, row in
          [name] + row.map { NumberFormat.fixed($0, decimals: max(0, min(12, map.decimals))) }
        })
    case .images(let grid):
      FigureTable(
        head: ["image", "row"] + names([], grid.pixelColumns, "column"),
        rows: grid.images.flatMap { image in
          image.pixels.enumerated().map { index, row in
            [image.caption, String(index + 1)] + row.map { NumberFormat.significant($0) }
          }
        })
    case .table(let table): table
    }
  }
}

/// The given names, filled up with numbered ones.
private func names(_ given: [String], _ count: Int, _ noun: String) -> [String] {
  (0..<count).map { $0 < given.count ? given[$0] : "\(noun) \($0 + 1)" }
}

extension ImageGrid {
  fileprivate var pixelColumns: Int {
    images.flatMap { $0.pixels.map(\.count) }.max() ?? 0
  }
}

extension LinePlot {
  fileprivate var table: FigureTable {
    let places = cursorPlaces(of: self)
    let columns = series.flatMap { series -> [(name: String, values: [Double: Double])] in
      func column(_ name: String, _ values: [Double]) -> (name: String, values: [Double: Double]) {
        let pairs = zip(series.points.map(\.x), values).filter { $0.0.isFinite }
        return (name, Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
      }
      var columns = [column(series.name, series.points.map(\.y))]
      if !series.lower.isEmpty { columns.append(column("\(series.name) lower", series.lower)) }
      if !series.upper.isEmpty { columns.append(column("\(series.name) upper", series.upper)) }
      return columns
    }
    return FigureTable(
      head: [xAxis.label] + columns.map(\.name),
      rows: alignedRows(
        places.map { place in [place] + columns.map { $0.values[place] } }))
  }
}

extension BarPlot {
  fileprivate var table: FigureTable {
    FigureTable(
      head: [""] + series.map(\.name),
      rows: zip(
        categories,
        alignedRows(
          categories.indices.map { index in
            series.map { $0.y.indices.contains(index) ? $0.y[index] : nil }
          })
      ).map { [$0] + $1 })
  }
}

/// Numbers as text, those of a column with as many decimals: their points stand under each other.
///
/// An empty place stays empty.
private func alignedRows(_ rows: [[Double?]]) -> [[String]] {
  let columns = (rows.map(\.count).max() ?? 0)
  let texts = (0..<columns).map { column in
    alignedTexts(rows.map { column < $0.count ? $0[column] : nil })
  }
  return rows.indices.map { row in texts.map { $0[row] } }
}

private func alignedTexts(_ values: [Double?]) -> [String] {
  // Whole numbers as far as a double counts are told whole.
  let plain = values.map { value -> String in
    guard let value else { return "" }
    let isWhole = value == value.rounded() && value.magnitude < 1e9
    return isWhole
      ? NumberFormat.unsignedZero(value, decimals: 0) : NumberFormat.significant(value, digits: 6)
  }
  // Powers of ten, and words such as inf, stay as they are.
  if plain.contains(where: { $0.contains("e") }) { return plain }
  func decimals(_ text: String) -> Int {
    text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) - 1 } ?? 0
  }
  let places = min(6, plain.map(decimals).max() ?? 0)
  return zip(values, plain).map { value, text in
    guard let value, value.isFinite else { return text }
    return NumberFormat.fixed(value, decimals: places)
  }
}
