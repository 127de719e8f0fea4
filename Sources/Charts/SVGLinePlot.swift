// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// A line plot as a drawing 640 units wide.
struct SVGLinePlot {
  private let plot: LinePlot
  private let x: ReadyAxis
  private let y: ReadyAxis

  private static let left = 64.0
  private static let right = 616.0
  private static let height = 240.0
  /// The height of a row of words above the plot.
  private static let row = 18.0

  /// Chooses the axes as the terminal's charts do.
  init(_ plot: LinePlot) {
    self.plot = plot
    let setting = LinePlotSetting(
      title: "", plot: plot, size: Size(columns: 80, rows: 24), glyphSet: .braille,
      options: ChartOptions(), notes: [])
    let layout = setting.layout()
    (x, y) = (layout.x, layout.y)
  }

  func drawing() -> (height: Double, markup: SVGMarkup) {
    var markup = SVGMarkup()
    let legend = legendRows()
    // Names of vertical lines stand above the plot, one a row, so that none covers another.
    let labels = plot.references.filter { $0.direction == .vertical && !$0.label.isEmpty }
    let top = Self.row * Double(legend.count + 1) + Self.row * Double(labels.count) + 6
    markup.text(plot.yAxis.label, x: 8, y: 14)
    for (index, row) in legend.enumerated() {
      draw(row, at: Self.row * Double(index + 1) + 14, on: &markup)
    }
    plot.field?.draw(
      on: &markup, left: Self.left, top: top, width: Self.right - Self.left, height: Self.height)
    drawBands(top, &markup)
    drawAxes(top, &markup)
    for (index, line) in labels.enumerated() {
      let row = Self.row * Double(legend.count + 1 + index) + 14
      drawReference(line, top: top, row: row, &markup)
    }
    for line in plot.references where line.direction == .horizontal || line.label.isEmpty {
      drawReference(line, top: top, row: top - 4, &markup)
    }
    for index in plot.series.indices { draw(series: index, top, &markup) }
    drawAnnotations(top, &markup)
    let notes = plot.omissions(options: ChartOptions())
    let bottom = top + Self.height + 42
    if !notes.isEmpty {
      markup.text(notes.joined(separator: "; "), x: Self.left, y: bottom + 12)
    }
    return (bottom + (notes.isEmpty ? 4 : Self.row + 4), markup)
  }

  private static func style(_ index: Int) -> Int { index % Figure.svgSeriesCount + 1 }

  private func across(_ value: Double) -> Double? {
    x.map.share(value).map { Self.left + $0 * (Self.right - Self.left) }
  }

  /// A height on the page, no further outside the plot than is of use.
  private func down(_ value: Double, _ top: Double) -> Double? {
    y.map.share(value).map { top + (1 - min(4, max(-4, $0))) * Self.height }
  }

  private func isInside(_ share: Double?) -> Bool {
    share.map { $0 >= -1e-9 && $0 <= 1 + 1e-9 } ?? false
  }
}

extension SVGLinePlot {
  /// The series' names with their numbers, as many to a row as fit.
  private func legendRows() -> [[(index: Int, name: String)]] {
    let isAlone = plot.series.count == 1
    var rows: [[(index: Int, name: String)]] = []
    var width = 0.0
    for (index, series) in plot.series.enumerated() where !series.name.isEmpty {
      if isAlone, series.name == plot.yAxis.label { continue }
      let own = legendWidth(series.name)
      if rows.isEmpty || width + own > Self.right - Self.left {
        rows.append([])
        width = 0
      }
      rows[rows.count - 1].append((index, series.name))
      width += own
    }
    return rows
  }

  private func legendWidth(_ name: String) -> Double { 52 + 8 * Double(name.displayWidth) }

  private func draw(
    _ entries: [(index: Int, name: String)], at row: Double, on markup: inout SVGMarkup
  ) {
    var place = Self.left
    for (index, name) in entries {
      let style = Self.style(index)
      if plot.series[index].isScatter {
        markup.add("circle", "f\(style)", [("cx", place + 15), ("cy", row - 4), ("r", 4)])
      } else {
        markup.path("curve s\(style)", SVGMarkup.way([(place, row - 4), (place + 30, row - 4)]))
      }
      markup.text(name, x: place + 36, y: row)
      place += legendWidth(name)
    }
  }

  private func drawAxes(_ top: Double, _ markup: inout SVGMarkup) {
    let bottom = top + Self.height
    for tick in y.ticks where isInside(y.map.share(tick.value)) {
      guard let place = down(tick.value, top) else { continue }
      markup.path("grid", SVGMarkup.way([(Self.left, place), (Self.right, place)]))
      markup.text(tick.label, x: Self.left - 6, y: place + 4, anchor: "end")
    }
    for tick in x.ticks where isInside(x.map.share(tick.value)) {
      guard let place = across(tick.value) else { continue }
      markup.path("axis", SVGMarkup.way([(place, bottom), (place, bottom + 5)]))
      markup.text(tick.label, x: place, y: bottom + 18, anchor: "middle")
    }
    markup.path(
      "axis", SVGMarkup.way([(Self.left, top), (Self.left, bottom), (Self.right, bottom)]))
    markup.text(
      plot.xAxis.label, x: (Self.left + Self.right) / 2, y: bottom + 36, anchor: "middle")
  }

  private func drawBands(_ top: Double, _ markup: inout SVGMarkup) {
    for band in plot.bands {
      guard let low = y.map.share(band.range.lowerBound),
        let high = y.map.share(band.range.upperBound)
      else { continue }
      let (lower, upper) = (min(1, max(0, low)), min(1, max(0, high)))
      let place = top + (1 - upper) * Self.height
      markup.add(
        "rect", "band",
        [
          ("x", Self.left), ("y", place), ("width", Self.right - Self.left),
          ("height", (upper - lower) * Self.height),
        ])
      markup.text(band.label, x: Self.left + 6, y: place + 14)
    }
  }

  private func drawReference(
    _ line: ReferenceLine, top: Double, row: Double, _ markup: inout SVGMarkup
  ) {
    switch line.direction {
    case .vertical:
      guard isInside(x.map.share(line.value)), let place = across(line.value) else { return }
      markup.path("note", SVGMarkup.way([(place, row + 4), (place, top + Self.height)]))
      let isLeft = place < (Self.left + Self.right) / 2
      markup.text(
        line.label, x: place + (isLeft ? 4 : -4), y: row, anchor: isLeft ? "start" : "end")
    case .horizontal:
      guard isInside(y.map.share(line.value)), let place = down(line.value, top) else { return }
      markup.path("note", SVGMarkup.way([(Self.left, place), (Self.right, place)]))
      markup.text(line.label, x: Self.right, y: place - 4, anchor: "end")
    }
  }

  private func draw(series index: Int, _ top: Double, _ markup: inout SVGMarkup) {
    let series = plot.series[index]
    let style = Self.style(index)
    func place(_ xValue: Double, _ yValue: Double) -> (x: Double, y: Double)? {
      guard isInside(x.map.share(xValue)), let across = across(xValue),
        let down = down(yValue, top)
      else { return nil }
      return (across, down)
    }
    let points = series.points
    let edges = min(points.count, series.lower.count, series.upper.count)
    if edges > 1 {
      let low = (0..<edges).map { place(points[$0].x, series.lower[$0]) }
      let high = (0..<edges).map { place(points[$0].x, series.upper[$0]) }
      let outline = low.compactMap { $0 } + high.compactMap { $0 }.reversed()
      markup.path("spread f\(style)", SVGMarkup.way(outline) + (outline.isEmpty ? "" : "Z"))
    }
    let places = points.map { place($0.x, $0.y) }
    if series.isScatter {
      for case let point? in places {
        markup.add("circle", "f\(style)", [("cx", point.x), ("cy", point.y), ("r", 3)])
      }
      return
    }
    markup.path(
      "curve s\(style)", SVGMarkup.way(thinned(places, over: Self.right - Self.left)))
    for line in plot.references where line.direction == .vertical && line.marksCurves {
      guard let near = series.point(nearest: line.value), let point = place(near.x, near.y) else {
        continue
      }
      markup.add("circle", "f\(style)", [("cx", point.x), ("cy", point.y), ("r", 4)])
    }
  }

  private func drawAnnotations(_ top: Double, _ markup: inout SVGMarkup) {
    for note in plot.annotations where plot.series.indices.contains(note.series) {
      guard let near = plot.series[note.series].point(nearest: note.x),
        let across = across(near.x), let down = down(near.y, top)
      else { continue }
      // Above its curve, or below where the curve runs along the top.
      let isAbove = down > top + 24
      markup.text(
        note.text, x: min(Self.right - 90, max(Self.left + 90, across)),
        y: min(top + Self.height - 6, max(top + 12, isAbove ? down - 14 : down + 18)),
        anchor: "middle")
    }
  }
}
