// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Names at the right ends of curves.
extension LinePlotSetting {
  /// Whether each name can stand where its curve ends: none is moved by more than a row, or onto a
  /// row that is another's, and no curve ends long before the right edge.
  func namesStandAtTheirCurves(_ y: ReadyAxis, rows: Int) -> Bool {
    let wanted = endRows(on: y, rows: rows)
    let given = movedApart(wanted, limit: rows)
    let areNear = zip(wanted, given).allSatisfy { wish, row in
      wish == row || abs(wish - row) == 1 && !wanted.contains(row)
    }
    let named = plot.series.filter { !$0.name.isEmpty }
    let ends = named.compactMap { $0.points.last { $0.y.isFinite && isShown($0.x) }?.x }
    let all = plot.series.flatMap { $0.points.map(\.x).filter { isShown($0) } }
    guard let least = all.min(), let most = all.max(), most > least else { return areNear }
    return areNear && ends.allSatisfy { $0 >= least + Self.shareOfFullCurves * (most - least) }
  }

  /// How far to the right a curve reaches that can be named at the edge.
  private static let shareOfFullCurves = 0.9

  /// The rows that the names belong to: of a series' last value, or of the middle of a band.
  func endRows(on y: ReadyAxis, rows: Int) -> [Int] {
    entries.map { entry in
      if let series = plot.series.first(where: { $0.name == entry.name }) {
        let last = series.points.last {
          isShown($0.x) && $0.y.isFinite && y.map.share($0.y) != nil
        }
        return last.map { nearestRow($0.y, on: y, rows: rows) } ?? 0
      }
      guard let band = plot.bands.first(where: { $0.label == entry.name }) else { return 0 }
      let ends = [band.range.lowerBound, band.range.upperBound]
      return ends.reduce(0) { $0 + nearestRow($1, on: y, rows: rows) } / 2
    }
  }

  private func nearestRow(_ value: Double, on y: ReadyAxis, rows: Int) -> Int {
    guard let share = y.map.share(value) else { return rows - 1 }
    let down = SubcellGlyphs(glyphSet, seriesCount: plot.series.count).down
    let place = y.map.placeFromTop(value, among: rows * down)
    return place.map { $0 / down } ?? (share > 0.5 ? 0 : rows - 1)
  }
}

/// Rows near the wanted ones with no two alike, in the same order from top to bottom.
func movedApart(_ wanted: [Int], limit: Int) -> [Int] {
  let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
  var rows = wanted
  var floor = 0
  for (rank, index) in order.enumerated() {
    // Clusters spread both ways: a name may rise for the sake of those that want its row.
    let same = order[(rank + 1)...].prefix { wanted[$0] - wanted[index] < 1 }.count
    rows[index] = max(floor, wanted[index] - same / 2)
    floor = rows[index] + 1
  }
  var ceiling = limit - 1
  for index in order.reversed() {
    rows[index] = max(0, min(rows[index], ceiling))
    ceiling = rows[index] - 1
  }
  return rows
}
