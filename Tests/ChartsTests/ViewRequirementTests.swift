// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Charts

/// What a chart must do, requirement by requirement: how it is looked at, and on what.
@Suite struct ViewRequirementTests {
  @Test func `17 a cursor reads the values out, and the best place is known`() {
    let chart = Chart(SampleFigures.loss, 80, 24, options: ChartOptions(cursor: 57))
    #expect(chart.rows.last == "epoch 57  ● training 0.0324  ◇ validation 0.259")
    #expect(SampleFigures.loss.bestPlace == 57)
    #expect(SampleFigures.loss.cursorPlaces == (1...500).map(Double.init))
  }

  @Test func `17 and a chart is zoomed, made logarithmic, focused, and read as a table`() {
    let zoomed = Chart(SampleFigures.loss, 80, 24, options: ChartOptions(xRange: 100...200))
    #expect(zoomed.rows[23].contains("100") && zoomed.rows[23].contains("200"))
    #expect(!zoomed.rows[23].contains("500"))
    let logarithmic = Chart(SampleFigures.loss, 80, 24, options: ChartOptions(yScale: .logarithmic))
    #expect(logarithmic.text.contains("10⁻²"))
    let focused = Chart(SampleFigures.loss, 80, 24, options: ChartOptions(focus: 1))
    let own = focused.lines.flatMap(\.spans).filter { $0.style.role == .series(1) }
    #expect(own.allSatisfy { $0.style.emphasis == .bold })
    let other = focused.lines.flatMap(\.spans).filter { $0.style.role == .series(0) }
    #expect(other.allSatisfy { $0.style.emphasis == .dim })
    #expect(SampleFigures.loss.table.rows.count == 500)
  }

  @Test func `18 a new size is a new picture of the same data`() {
    let sizes = [(120, 40), (40, 10), (39, 9), (20, 5), (120, 40)]
    let charts = sizes.map { Chart(SampleFigures.loss, $0.0, $0.1).text }
    #expect(charts.first == charts.last)
    #expect(charts.allSatisfy { !$0.isEmpty })
  }

  @Test(arguments: SampleFigures.all.map(\.name))
  func `19 every figure is a sentence with its numbers`(name: String) throws {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    #expect(figure.summary.hasSuffix("."))
    #expect(figure.summary.contains { $0.isNumber })
  }

  @Test func `20 three tiers draw curves with braille, quadrants or ASCII`() {
    let tiers = [GlyphSet.braille, .blocks, .ascii].map {
      Chart(SampleFigures.spread, 80, 24, glyphs: $0).text.unicodeScalars
    }
    func isBraille(_ scalar: Unicode.Scalar) -> Bool { (0x2800...0x28FF).contains(scalar.value) }
    func isBlock(_ scalar: Unicode.Scalar) -> Bool { (0x2580...0x259F).contains(scalar.value) }
    #expect(tiers[0].contains(where: isBraille))
    #expect(!tiers[1].contains(where: isBraille) && tiers[1].contains(where: isBlock))
    #expect(tiers[2].allSatisfy { $0.isASCII })
    // One curve alone takes its shape from three by three places in a cell.
    #expect("/\\|_-'".allSatisfy { Chart(Self.wave, 80, 24, glyphs: .ascii).text.contains($0) })
  }

  private static let wave = Figure.Content.lines([
    PlotSeries("a", x: [1, 20, 40, 60, 61, 62, 100], y: [0, 1, 0.2, 0.25, 0.9, 0.3, 0.32])
  ])

  @Test func `20 the terminal decides the tier, a setting before it`() {
    #expect(GlyphSet(isUnicode: true, terminal: "xterm-256color") == .braille)
    #expect(GlyphSet(isUnicode: true, terminal: "") == .braille)
    for name in ["linux", "linux-16color", "vt220"] {
      #expect(GlyphSet(isUnicode: true, terminal: name) == .blocks, "\(name)")
    }
    #expect(GlyphSet(isUnicode: false, terminal: "xterm") == .ascii)
    #expect(GlyphSet(isUnicode: true, terminal: "dumb") == .ascii)
  }

  @Test func `21 a plot of 60 by 20 is complete, below 40 by 10 every series has its line`() {
    let small = Chart(SampleFigures.loss, 60, 20).text
    for part in ["loss", "best epoch 57", "● training", "◇ validation", "0.8 ┤", "epoch", "500"] {
      #expect(small.contains(part), "\(part)")
    }
    for (columns, rows) in [(39, 20), (40, 9), (39, 6), (30, 5), (24, 4), (20, 2)] {
      let chart = Chart(SampleFigures.loss, columns, rows)
      #expect(!chart.text.contains("┤"))
      #expect(chart.text.contains("last"), "\(columns)x\(rows)")
    }
    for scale in [PlotAxis.Scale.linear, .logarithmic] {
      let least = PlotSeries("a", x: [1, 2], y: [.leastNonzeroMagnitude, .leastNonzeroMagnitude])
      #expect(Chart(.lines([least]), 39, 6, scale: scale).text.contains("last"))
    }
    let chart = Chart(SampleFigures.loss, 39, 6)
    #expect(chart.rows.count { $0.contains("▁") } == 2)
    #expect(chart.rows.count { $0.contains("min") && $0.contains("last") } == 2)
  }

  @Test(arguments: SampleFigures.all.map(\.name), [GlyphSet.braille, .blocks, .ascii])
  func `22 and 23 empty cells are blanks, and no row ends in them`(name: String, glyphs: GlyphSet)
    throws
  {
    let figure = try #require(SampleFigures.all.first { $0.name == name }?.figure)
    for (columns, rows) in [(60, 20), (80, 24), (120, 40), (39, 9)] {
      for row in Chart(figure, columns, rows, glyphs: glyphs).rows {
        #expect(!row.unicodeScalars.contains("\u{2800}"))
        #expect(row.last != " ")
      }
    }
  }

  @Test func `17 the values at the cursor take rows of their own where that is asked for`() {
    let panels = [SampleFigures.loss, SampleFigures.accuracy]
    var options = ChartOptions()
    let without = sideBySide(panels, width: 80, height: 14, glyphs: .braille, options: options)
    options.cursor = 57
    options.addsReadOut = true
    let with = sideBySide(panels, width: 80, height: 14, glyphs: .braille, options: options)
    #expect(with.count > without.count)
    let axis = { (lines: [Line]) in lines.firstIndex { $0.text.contains("└") } }
    #expect(axis(with) != nil && axis(with) == axis(without), "the plots keep their rows")
    #expect(with.map(\.text).joined().contains("epoch 57"))
  }
}

/// Panels that are compared: small multiples.
@Suite struct SmallMultiplesTests {
  private func panel(_ name: String, _ values: [Double]) -> Figure {
    Figure(id: name, title: name, content: .lines([PlotSeries("loss", x: [], y: values)]))
  }

  private var panels: [Figure] {
    [1, 2, 4].map { factor in
      panel("noise 0.\(factor)", (1...50).map { Double(factor) / Double($0) })
    }
  }

  @Test func `small panels share their axes`() {
    let lines = smallMultiples(panels, width: 100, glyphs: .braille).map(\.text)
    let ticks = lines.filter { $0.contains("4 ┤") || $0.contains("4.0 ┤") }
    #expect(ticks.contains { $0.count { $0 == "┤" } == 3 })
    #expect(lines.first { $0.contains("noise 0.1") }?.contains("noise 0.4") == true)
    // The curve of the smallest stays in the lower half of its panel, as its data do.
    let rows = lines.dropFirst(2).prefix(3).map { $0.prefix(30) }
    #expect(rows.allSatisfy { !$0.contains("⣀") && !$0.contains("⢣") })
  }

  @Test(arguments: [1, 20, 25, 40, 60, 80, 120, 200])
  func `as many stand side by side as there is room for`(width: Int) {
    for count in 1...9 {
      let figures = (0..<count).map { panel("p\($0)", [1, 0.5, 0.2, 0.1]) }
      let lines = smallMultiples(figures, width: width, glyphs: .braille)
      #expect(lines.allSatisfy { $0.width <= width })
      if width >= 24 {
        let axes = lines.reduce(0) { $0 + $1.text.count { $0 == "└" } }
        #expect(axes == count, "\(count) at \(width)")
        #expect((lines.map { $0.text.count { $0 == "└" } }.max() ?? 0) <= (width + 2) / 26)
      }
    }
  }

  @Test func `panels of other kinds stand in a grid too`() {
    let maps = (0..<3).map {
      Figure(id: "m\($0)", title: "m\($0)", content: .heatMap(HeatMap(values: [[0, 1], [1, 0]])))
    }
    let lines = smallMultiples(maps, width: 80, glyphs: .ascii)
    #expect(lines[0].text.contains("m0") && lines[0].text.contains("m2"))
    #expect(smallMultiples([], width: 80, glyphs: .ascii) == [])
  }

  @Test func `small multiples look as they were approved`() throws {
    for (width, glyphs) in [(80, GlyphSet.braille), (120, .braille), (60, .ascii), (40, .ascii)] {
      try Snapshots.compare(
        smallMultiples(panels, width: width, glyphs: glyphs).map(\.text).joined(separator: "\n"),
        name: "multiples-\(width)-\(glyphs.rawValue)")
    }
  }
}
