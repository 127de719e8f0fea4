// SPDX-License-Identifier: MIT
internal import Experiments

/// The settings of a plot, as a plot.
enum Plots {
  /// How many points a smooth curve is computed at.
  private static let samples = 241
  /// The most points of a curve.
  private static let most = 10_000

  static func function(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content?
  {
    let range = reader.range("x", fields) ?? -6...6
    let step = (range.upperBound - range.lowerBound) / Double(samples - 1)
    let x = (0..<samples).map { range.lowerBound + Double($0) * step }
    let axis = PlotAxis("x", limits: range)
    return plot(fields, x: x, axis: axis, &reader)
  }

  static func layers(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content? {
    let count = reader.count("layers", fields, within: 1...1000) ?? 10
    let axis = PlotAxis("layer", isInteger: true)
    return plot(fields, x: (1...count).map(Double.init), axis: axis, &reader)
  }

  static func curves(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content? {
    plot(fields, x: ascending("x", fields, &reader), axis: PlotAxis("x"), &reader)
  }

  private static func ascending(
    _ name: String, _ fields: BlockReader.Fields, _ reader: inout BlockReader
  ) -> [Double]? {
    let numbers = reader.node(name, fields).map { reader.numbers($0, name) }
    if let numbers, zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
      reader.report(fields.location, "value", "\(name) must ascend")
    }
    return numbers
  }

  static func bars(_ fields: BlockReader.Fields, _ reader: inout BlockReader) -> Figure.Content? {
    let categories = reader.texts("categories", fields, isRequired: true)
    let x = categories.indices.map { Double($0 + 1) }
    let series = curves("curves", fields, x: x, &reader)
    let axis = PlotAxis(
      reader.text("y_label", fields) ?? "", limits: reader.range("y_limits", fields))
    return .bars(BarPlot(categories: categories, series: series, axis: axis))
  }

  private static func plot(
    _ fields: BlockReader.Fields, x: [Double]?, axis: PlotAxis, _ reader: inout BlockReader
  ) -> Figure.Content? {
    var xAxis = axis
    xAxis.label = reader.text("x_label", fields) ?? axis.label
    xAxis.scale = scale("x_scale", fields, &reader)
    xAxis.limits = reader.range("x_limits", fields) ?? axis.limits
    let yAxis = PlotAxis(
      reader.text("y_label", fields) ?? "", scale: scale("y_scale", fields, &reader),
      limits: reader.range("y_limits", fields))
    let series = curves("curves", fields, x: x, &reader)
    var plot = LinePlot(
      xAxis: xAxis, yAxis: yAxis, series: series,
      references: reader.list("references", fields).compactMap { reference($0, &reader) },
      bands: reader.list("bands", fields).compactMap { band($0, &reader) },
      annotations: reader.list("notes", fields).compactMap {
        note($0, names: series.map(\.name), &reader)
      })
    plot.hasEqualUnits = reader.flag("equal_units", fields) ?? false
    return .lines(plot)
  }

  private static func scale(
    _ name: String, _ fields: BlockReader.Fields, _ reader: inout BlockReader
  ) -> PlotAxis.Scale {
    reader.choice(name, fields, among: ["linear", "log"]) == "log" ? .logarithmic : .linear
  }

  private static func curves(
    _ name: String, _ fields: BlockReader.Fields, x: [Double]?, _ reader: inout BlockReader
  ) -> [PlotSeries] {
    var series: [PlotSeries] = []
    for node in reader.list(name, fields, isRequired: true) {
      let own = reader.fields(
        node, of: "a curve", known: ["name", "expression", "values", "points", "x"])
      let title = reader.text("name", own, isRequired: true) ?? ""
      let isScatter = reader.flag("points", own) ?? false
      guard let (x, y) = values(own, x: ascending("x", own, &reader) ?? x, &reader) else {
        continue
      }
      series.append(PlotSeries(title, x: x, y: y, isScatter: isScatter))
    }
    return series
  }

  private static func values(
    _ own: BlockReader.Fields, x: [Double]?, _ reader: inout BlockReader
  ) -> (x: [Double], y: [Double])? {
    if let text = reader.text("expression", own) {
      let place = own.entries["expression"]?.value.location ?? own.location
      guard let x else {
        reader.report(place, "value", "an expression needs x, a list of numbers, to be computed at")
        return nil
      }
      do {
        let formula = try Formula(text)
        return (x, x.map { formula($0) })
      } catch {
        var spot = place
        spot.column += error.column - 1
        reader.report(spot, "formula", error.message)
        return nil
      }
    }
    guard let node = reader.node("values", own) else {
      reader.report(own.location, "missing-key", "a curve needs expression or values")
      return nil
    }
    let y = reader.numbers(node, "values")
    let x = x ?? y.indices.map { Double($0 + 1) }
    if x.count != y.count || y.isEmpty || y.count > most {
      reader.report(
        node.location, "value", "values has \(y.count) numbers; it must have \(x.count)")
      return nil
    }
    return (x, y)
  }

  private static func reference(_ node: YAMLNode, _ reader: inout BlockReader) -> ReferenceLine? {
    let own = reader.fields(node, of: "a reference", known: ["x", "y", "label", "mark"])
    let (x, y) = (reader.number("x", own), reader.number("y", own))
    guard let value = x ?? y, x == nil || y == nil else {
      reader.report(node.location, "value", "a reference needs either x or y")
      return nil
    }
    return ReferenceLine(
      x == nil ? .horizontal : .vertical, at: value, label: reader.text("label", own) ?? "",
      marksCurves: reader.flag("mark", own) ?? false)
  }

  private static func band(_ node: YAMLNode, _ reader: inout BlockReader) -> PlotBand? {
    let own = reader.fields(node, of: "a band", known: ["y", "label"])
    guard reader.node("y", own, isRequired: true) != nil, let range = reader.range("y", own) else {
      return nil
    }
    return PlotBand(range, label: reader.text("label", own) ?? "")
  }

  private static func note(
    _ node: YAMLNode, names: [String], _ reader: inout BlockReader
  ) -> PlotAnnotation? {
    let own = reader.fields(node, of: "a note", known: ["text", "curve", "x"])
    guard let text = reader.text("text", own, isRequired: true),
      let x = reader.number("x", own, isRequired: true),
      let curve = reader.choice("curve", own, among: names, isRequired: true),
      let index = names.firstIndex(of: curve)
    else { return nil }
    return PlotAnnotation(text, series: index, x: x)
  }
}
