// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Charts

@Suite struct CurveTests {
  private func trace(
    _ series: PlotSeries, index: Int = 0, count: Int = 1, x: ClosedRange<Double>,
    y: ClosedRange<Double> = 0...1, columns: Int = 10, rows: Int = 4, glyphs: GlyphSet = .braille
  ) -> Curve {
    CurveTracer(
      x: AxisMap(scale: .linear, lower: x.lowerBound, upper: x.upperBound),
      y: AxisMap(scale: .linear, lower: y.lowerBound, upper: y.upperBound), columns: columns,
      rows: rows, subcells: SubcellGlyphs(glyphs, seriesCount: count), glyphs: .of(glyphs),
      seriesCount: count
    ).trace(series, index: index)
  }

  private func picture(_ plane: DotPlane) -> [String] {
    (0..<plane.rows).map { row in
      String(
        (0..<plane.columns).map { column in
          let mask = plane.mask(row: row, column: column)
          return mask == 0 ? " " : plane.subcells.glyph(mask, own: "*")
        })
    }
  }

  @Test func `a straight line is drawn to the nearest dot`() {
    let curve = trace(PlotSeries("", x: [0, 1], y: [0, 1]), x: 0...1, columns: 4, rows: 2)
    #expect(picture(curve.dots) == ["  ⡠⠊", "⡠⠊  "])
  }

  @Test func `each way of drawing has its glyphs`() {
    let series = PlotSeries("", x: [0, 1], y: [0, 1])
    #expect(
      picture(trace(series, x: 0...1, columns: 4, rows: 2, glyphs: .blocks).dots)
        == ["  ▞▘".replacing("▞▘", with: "▄▀"), "▄▀  "])
    #expect(
      picture(trace(series, x: 0...1, columns: 3, rows: 3, glyphs: .ascii).dots)
        == ["  /", " / ", "/  "])
    #expect(
      picture(trace(series, count: 2, x: 0...1, columns: 3, rows: 3, glyphs: .ascii).dots)
        == ["  *", " * ", "*  "])
  }

  @Test func `no spike among many values is lost`() {
    var values = [Double](repeating: 0, count: 10_000)
    values[5_003] = 1
    let places = values.indices.map(Double.init)
    let curve = trace(PlotSeries("", x: places, y: values), x: 0...9_999)
    #expect((0..<10).contains { curve.dots.mask(row: 0, column: $0) != 0 })
  }

  @Test func `a value that is not finite breaks the line`() {
    let values: [Double] = [0.5, 0.5, 0.5, .nan, .infinity, 0.5, 0.5, 0.5]
    let places = values.indices.map(Double.init)
    let curve = trace(PlotSeries("", x: places, y: values), x: 0...7, columns: 16)
    let row = picture(curve.dots).joined()
    #expect(row.contains("  "))
    #expect(
      (6...9).allSatisfy { column in
        (0..<4).allSatisfy { curve.dots.mask(row: $0, column: column) == 0 }
      })
  }

  @Test func `flat parts are dashed and steep parts are not`() {
    let flat = PlotSeries("", x: [0, 1], y: [0.5, 0.5])
    #expect(picture(trace(flat, index: 1, count: 2, x: 0...1).dots).contains("⠉⠉⠉⠁ ⠉⠉⠉⠁ "))
    let steep = PlotSeries("", x: [0.5, 0.5], y: [0, 1])
    let column = picture(trace(steep, index: 1, count: 2, x: 0...1).dots).map {
      $0.contains { $0 != " " }
    }
    #expect(column == [true, true, true, true])
  }

  @Test func `few data are marked each, many now and then and out of step`() {
    let few = PlotSeries("", x: [0, 1, 2], y: [0, 0.5, 1])
    #expect(trace(few, x: 0...2).markers.map(\.column) == [0, 5, 9])
    let places = (0..<200).map(Double.init)
    let many = PlotSeries("", x: places, y: places.map { _ in 0.5 })
    let first = trace(many, index: 0, count: 2, x: 0...199, columns: 60).markers.map(\.column)
    let second = trace(many, index: 1, count: 2, x: 0...199, columns: 60).markers.map(\.column)
    #expect(first == [6, 16, 26, 36, 46, 56])
    #expect(second == [1, 11, 21, 31, 41, 51])
  }

  @Test func `points alone have no line`() {
    let curve = trace(PlotSeries("", x: [0, 1], y: [0, 1], isScatter: true), x: 0...1)
    #expect(curve.markers.count == 2)
    #expect(picture(curve.dots).allSatisfy { $0.allSatisfy { $0 == " " } })
  }

  @Test func `the spread lies between its edges`() {
    let series = PlotSeries("", x: [0, 1], y: [0.5, 0.5], lower: [0.3, 0.3], upper: [0.7, 0.7])
    let curve = trace(series, x: 0...1, rows: 10)
    let rows = picture(curve.spread).map { $0.contains { $0 != " " } }
    #expect(
      rows == [false, false, true, true, true, true, true, false, false, false].map { $0 }
        || rows == [false, false, false, true, true, true, true, false, false, false])
  }
}
