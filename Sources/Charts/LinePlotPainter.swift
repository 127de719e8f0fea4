// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Draws a line plot into cells, from what lies behind to what lies in front.
struct LinePlotPainter {
  let setting: LinePlotSetting
  let layout: LinePlotLayout
  var grid: CellGrid
  /// What each cell of the plot already shows.
  var content: [Content]
  let curves: [Curve]
  /// Labels of reference lines that found no room in the header.
  var overflow: [Line] = []

  /// What a cell of the plot shows, the least important first.
  enum Content: Int, Comparable {
    case nothing
    case reference
    case data
    case note

    static func < (first: Content, second: Content) -> Bool { first.rawValue < second.rawValue }
  }

  init(_ setting: LinePlotSetting, layout: LinePlotLayout) {
    self.setting = setting
    self.layout = layout
    grid = CellGrid(columns: layout.size.columns, rows: layout.size.rows)
    content = Array(repeating: .nothing, count: layout.plotRows * layout.plotColumns)
    let series = setting.plot.series
    let tracer = CurveTracer(
      x: layout.x.map, y: layout.y.map, columns: layout.plotColumns, rows: layout.plotRows,
      subcells: SubcellGlyphs(setting.glyphSet, seriesCount: series.count),
      glyphs: setting.glyphs, seriesCount: series.count)
    curves = series.enumerated().map { tracer.trace($0.element, index: $0.offset) }
  }

  /// Draws everything but the notes that point at curves.
  mutating func paintPlot() {
    paintFrame()
    paintField()
    if setting.plot.field == nil { paintGrid() }
    paintBands()
    paintSpreads()
    paintReferences()
    paintDots()
    paintMarkers()
    paintCursor()
  }

  func contains(row: Int, column: Int) -> Bool {
    row >= 0 && row < layout.plotRows && column >= 0 && column < layout.plotColumns
  }

  subscript(row: Int, column: Int) -> Content {
    get { contains(row: row, column: column) ? content[row * layout.plotColumns + column] : .data }
    set {
      guard contains(row: row, column: column) else { return }
      content[row * layout.plotColumns + column] = newValue
    }
  }

  /// Puts a glyph into the plot.
  mutating func put(_ glyph: Character, _ style: Style, row: Int, column: Int) {
    guard contains(row: row, column: column) else { return }
    grid.put(glyph, style, row: layout.plotTop + row, column: layout.plotLeft + column)
  }

  private mutating func paintGrid() {
    for tick in layout.y.ticks {
      guard let row = self.row(of: tick.value) else { continue }
      for column in stride(from: 3, to: layout.plotColumns, by: 4) {
        put(setting.glyphs.grid, Style(.grid, emphasis: .dim), row: row, column: column)
      }
    }
  }

  /// The row of a value, by the nearest dot as the data are.
  func row(of value: Double) -> Int? {
    let down = SubcellGlyphs(setting.glyphSet, seriesCount: setting.plot.series.count).down
    let count = layout.plotRows * down
    return layout.y.map.placeFromTop(value, among: count).map { $0 / down }
  }

  /// The column of a value, by the nearest dot as the data are.
  func column(of value: Double) -> Int? {
    let across = SubcellGlyphs(setting.glyphSet, seriesCount: setting.plot.series.count).across
    return layout.x.map.place(value, among: layout.plotColumns * across).map { $0 / across }
  }

  private mutating func paintBands() {
    for band in setting.plot.bands {
      let map = layout.y.map
      guard band.range.upperBound > map.lower, band.range.lowerBound < map.upper,
        let top = row(of: min(map.upper, band.range.upperBound)),
        let bottom = row(of: max(map.lower, band.range.lowerBound)), top <= bottom
      else { continue }
      let tickRows = Set(layout.y.ticks.compactMap { self.row(of: $0.value) })
      for row in top...bottom {
        for column in 0..<layout.plotColumns {
          grid.restyle(row: layout.plotTop + row, column: layout.plotLeft + column) {
            $0.ground = .band
          }
          // Rows of ticks have the grid's dots; the last column has one in every row, so that no
          // row ends in blanks, and the one before it none.
          let place = column == layout.plotColumns - 1 ? 0 : layout.plotColumns - 1 - column
          let isDotted =
            tickRows.contains(row) ? column % 4 == 3 : (column + 2 * row).isMultiple(of: 4)
          put(
            place == 0 || place > 1 && isDotted ? setting.glyphs.grid : " ",
            Style(.annotation, emphasis: .dim), row: row, column: column)
        }
      }
    }
  }

  private mutating func paintSpreads() {
    for curve in curves {
      var style = setting.style(ofSeries: curve.index)
      style.emphasis = .dim
      for row in 0..<layout.plotRows {
        for column in 0..<layout.plotColumns {
          let mask = curve.spread.mask(row: row, column: column)
          if mask == 0 { continue }
          // Scattered dots have no shape that a stroke could show.
          let isASCII = setting.glyphSet == .ascii
          let glyph = isASCII ? ":" : curve.dots.subcells.glyph(mask, own: ":")
          put(glyph, style, row: row, column: column)
        }
      }
    }
  }

  private mutating func paintReferences() {
    let style = Style(.annotation)
    for line in setting.plot.references {
      switch line.direction {
      case .vertical:
        guard let column = column(of: line.value) else { continue }
        for row in 0..<layout.plotRows {
          put(setting.glyphs.vertical, style, row: row, column: column)
          self[row, column] = .reference
        }
      case .horizontal:
        guard let row = row(of: line.value) else { continue }
        for column in 0..<layout.plotColumns {
          // Dashes of ASCII have blanks between them, which the grid's dots would fill.
          let isLast = column == layout.plotColumns - 1
          let isBlank = setting.glyphSet == .ascii && column % 2 == 1 && !isLast
          put(isBlank ? " " : setting.glyphs.horizontal, style, row: row, column: column)
          self[row, column] = .reference
        }
      }
    }
  }

  /// Shows the union of the curves' dots; where curves share a cell their colours take turns.
  private mutating func paintDots() {
    for row in 0..<layout.plotRows {
      for column in 0..<layout.plotColumns {
        var present = curves.filter { $0.dots.mask(row: row, column: column) != 0 }
        if present.isEmpty { continue }
        if let focused = present.first(where: { $0.index == setting.options.focus }) {
          present = [focused]
        }
        let mask = present.reduce(UInt16(0)) { $0 | $1.dots.mask(row: row, column: column) }
        let chosen = present[(column / 2 + row) % present.count]
        put(
          chosen.dots.subcells.glyph(mask, own: setting.glyphs.marker(chosen.index)),
          setting.style(ofSeries: chosen.index), row: row, column: column)
        self[row, column] = .data
      }
    }
  }

  private mutating func paintMarkers() {
    var claims: [Int: [(series: Int, number: Int)]] = [:]
    for curve in curves {
      for marker in curve.markers where contains(row: marker.row, column: marker.column) {
        claims[marker.row * layout.plotColumns + marker.column, default: []].append(
          (curve.index, marker.number))
      }
    }
    for (place, claimants) in claims {
      let focused = claimants.first { $0.series == setting.options.focus }
      let chosen = focused ?? claimants[claimants[0].number % claimants.count]
      let (row, column) = place.quotientAndRemainder(dividingBy: layout.plotColumns)
      put(
        setting.glyphs.marker(chosen.series), setting.style(ofSeries: chosen.series), row: row,
        column: column)
      self[row, column] = .data
    }
    for line in setting.plot.references where line.marksCurves && line.direction == .vertical {
      for (index, series) in setting.plot.series.enumerated() {
        guard let point = series.point(nearest: line.value), let column = column(of: point.x),
          let row = row(of: point.y), column == self.column(of: line.value)
        else { continue }
        put(setting.glyphs.crossing, setting.style(ofSeries: index), row: row, column: column)
        self[row, column] = .data
      }
    }
  }

  private mutating func paintCursor() {
    guard let cursor = setting.options.cursor, let column = column(of: cursor) else { return }
    for row in 0..<layout.plotRows {
      if self[row, column] < .data {
        put(setting.glyphs.cursor, Style(.status), row: row, column: column)
        self[row, column] = .reference
      } else {
        grid.restyle(row: layout.plotTop + row, column: layout.plotLeft + column) {
          $0.emphasis.insert(.reverse)
        }
      }
    }
  }
}
