// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension Figure {
  /// The figure in a sentence with its numbers, for those who do not see it.
  ///
  /// `Training loss falls from 0.75 to 0.001; validation loss is lowest (0.259) at epoch 57 and ends
  /// at 0.301.`
  public var summary: String {
    let clauses: [String] =
      switch content {
      case .lines(let plot): plot.clauses
      case .bars(let plot): plot.clauses
      case .heatMap(let map): [map.clause]
      case .images(let grid): grid.clauses
      case .table(let table):
        [
          "\(counted(table.rows.count, "row")) of "
            + table.head.filter { !$0.isEmpty }.joined(separator: ", ")
        ]
      }
    let text = displayableText(clauses.joined(separator: "; "))
    if text.isEmpty { return "" }
    // A symbol such as σ(z) keeps its small letter; a word gets a capital.
    let isWord = text.prefix(2).count == 2 && text.prefix(2).allSatisfy { $0.isLetter }
    return (isWord ? text.prefix(1).uppercased() + text.dropFirst() : text) + "."
  }
}

/// A number in the few digits that are read aloud.
private func spoken(_ value: Double) -> String { NumberFormat.significant(value, digits: 3) }

extension LinePlot {
  /// What a curve's name alone does not say.
  private static let quantities: Set = ["loss", "accuracy", "error", "gradient"]
  /// How many curves are told one by one.
  private static let toldLimit = 6

  fileprivate var clauses: [String] {
    var clauses = series.prefix(Self.toldLimit).map(clause)
    if series.count > Self.toldLimit {
      clauses.append("\(series.count - Self.toldLimit) more are not told")
    }
    for line in references {
      let axis = line.direction == .vertical ? xAxis.label : yAxis.label
      let place = "\(axis) \(spoken(line.value))"
      let says = line.label.contains(spoken(line.value))
      clauses.append(says ? "a line marks \(line.label)" : "a line marks \(line.label) at \(place)")
    }
    for band in bands {
      clauses.append(
        "a band from \(spoken(band.range.lowerBound)) to \(spoken(band.range.upperBound)) marks "
          + band.label)
    }
    if let field { clauses.append(field.clause) }
    return clauses + omissions(options: ChartOptions())
  }

  private func clause(_ series: PlotSeries) -> String {
    let quantity = yAxis.label.lowercased().split { " ,".contains($0) }.first.map(String.init) ?? ""
    // `training` is the training loss, but `bias²` no squared error of its own.
    let isNamed =
      !Self.quantities.contains(quantity) || quantity == "value"
      || series.name.lowercased().contains(quantity)
    let subject = isNamed || quantity.isEmpty ? series.name : "\(series.name) \(quantity)"
    let points = series.points.filter { $0.x.isFinite && $0.y.isFinite }
    guard let first = points.first, let last = points.last,
      let lowest = points.min(by: { $0.y < $1.y }), let highest = points.max(by: { $0.y < $1.y })
    else { return "\(subject) has no finite value" }
    if points.count == 1 { return "\(subject) is \(spoken(first.y)) at \(place(first.x))" }
    if series.isScatter {
      let axis = field == nil ? "" : "with \(yAxis.label) "
      return "\(subject): \(counted(points.count, "point")) \(axis)from \(spoken(lowest.y)) to "
        + spoken(highest.y)
    }
    // A dip or a peak counts where it is told apart from both ends: by 2 % of the whole range.
    let margin = (clampedForDrawing(highest.y) - clampedForDrawing(lowest.y)) * 0.02
    if lowest.y == highest.y { return "\(subject) stays at \(spoken(first.y))" }
    if min(first.y, last.y) - lowest.y > margin {
      return "\(subject) is lowest (\(spoken(lowest.y))) at \(place(lowest.x)) and ends at "
        + spoken(last.y)
    }
    if highest.y - max(first.y, last.y) > margin {
      return "\(subject) is highest (\(spoken(highest.y))) at \(place(highest.x)) and ends at "
        + spoken(last.y)
    }
    let verb = last.y < first.y ? "falls" : "rises"
    return "\(subject) \(verb) from \(spoken(first.y)) to \(spoken(last.y))"
  }

  private func place(_ x: Double) -> String {
    let number = NumberFormat.significant(x, digits: 6)
    let label = xAxis.label.split(separator: ",").first.map(String.init) ?? ""
    if label.isEmpty { return number }
    // `epoch 57`, but `3 time steps back`.
    return label.split(separator: " ").count > 2 ? "\(number) \(label)" : "\(label) \(number)"
  }
}

extension BarPlot {
  fileprivate var clauses: [String] {
    series.map { series in
      let pairs = zip(categories, series.y).map { "\($0) \(spoken($1))" }
      let name = series.name.isEmpty ? axis.label : series.name
      return (name.isEmpty ? "" : "\(name): ") + pairs.joined(separator: ", ")
    }
  }
}

extension HeatMap {
  /// Up to how many values are told one by one.
  private static let toldLimit = 9

  fileprivate var clause: String {
    let count = values.reduce(0) { $0 + $1.count }
    let isNamed =
      rowLabels.count == values.count && values.allSatisfy { columnLabels.count == $0.count }
    return isNamed && (1...Self.toldLimit).contains(count) ? everyValue : extremes
  }

  /// Row by row: `vertical: said vertical 24, said horizontal 1`.
  private var everyValue: String {
    zip(rowLabels, values).map { name, row in
      "\(name): "
        + zip(columnLabels, row).map { "\($0) \(spoken($1))" }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  private var extremes: String {
    let cells = values.enumerated().flatMap { row, list in
      list.enumerated().map { (row: row, column: $0.offset, value: $0.element) }
    }.filter { $0.value.isFinite }
    let across = values.map(\.count).max() ?? 0
    let size = "\(values.count) × \(across) values"
    guard let least = cells.min(by: { $0.value < $1.value }),
      let greatest = cells.max(by: { $0.value < $1.value })
    else { return "\(size), none finite" }
    func place(_ cell: (row: Int, column: Int, value: Double)) -> String {
      let row = cell.row < rowLabels.count ? rowLabels[cell.row] : "row \(cell.row + 1)"
      let column =
        cell.column < columnLabels.count ? columnLabels[cell.column] : "column \(cell.column + 1)"
      return "\(spoken(cell.value)) (\(row), \(column))"
    }
    return "\(size) from \(place(least)) to \(place(greatest))"
  }
}

extension ImageGrid {
  fileprivate var clauses: [String] {
    let values = images.flatMap { $0.pixels.flatMap { $0 } }.filter(\.isFinite)
    let rows = images.map(\.pixels.count).max() ?? 0
    let columns = images.flatMap { $0.pixels.map(\.count) }.max() ?? 0
    var text = "\(counted(images.count, "image")) of \(rows) × \(columns) pixels"
    if let least = values.min(), let greatest = values.max() {
      text += " with values from \(spoken(least)) to \(spoken(greatest))"
    }
    let captions = images.map(\.caption).filter { !$0.isEmpty }
    return [captions.isEmpty ? text : text + ": " + captions.joined(separator: ", ")]
  }
}
