// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Testing

@Suite struct LinePlotFactsTests {
  private let size = Size(columns: 80, rows: 24)

  private func figure(
    _ series: [PlotSeries], y: PlotAxis = PlotAxis("loss"), references: [ReferenceLine] = [],
    bands: [PlotBand] = [], annotations: [PlotAnnotation] = []
  ) -> Figure {
    Figure(
      id: "f", title: "T",
      content: .lines(
        LinePlot(
          xAxis: PlotAxis("epoch", isInteger: true), yAxis: y, series: series,
          references: references, bands: bands, annotations: annotations)))
  }

  private func flat(_ name: String, _ value: Double, count: Int = 100) -> PlotSeries {
    PlotSeries(
      name, x: (1...count).map(Double.init), y: Array(repeating: value, count: count))
  }

  private func text(_ lines: [Line]) -> String { lines.map(\.text).joined(separator: "\n") }

  @Test func `a plot of 80 by 24 has at least 20 rows and 56 columns for the data`() {
    let lines = SampleFigures.loss.lines(in: size, glyphs: .braille).map(\.text)
    #expect(lines.count == 24)
    #expect(lines.count { $0.contains("│") || $0.contains("┤") } >= 20)
    let axis = lines.first { $0.contains("└") } ?? ""
    #expect(axis.count { "─┴".contains($0) } >= 56)
  }

  @Test func `names stand at the ends where there is room and above the plot where not`() {
    let wide = SampleFigures.loss.lines(in: size, glyphs: .braille).map(\.text)
    #expect(wide.contains { $0.hasSuffix(" ● training") })
    #expect(!wide.contains { $0.hasPrefix("● training") })
    let narrow = SampleFigures.loss.lines(in: Size(columns: 60, rows: 20), glyphs: .braille)
    #expect(narrow.map(\.text).contains("● training   ◇ validation"))
  }

  @Test func `the legend never vanishes`() {
    let many = figure((1...9).map { flat("a series named \($0)", Double($0)) })
    for columns in [40, 50, 60, 80, 120] {
      for rows in [12, 20, 30] {
        let shown = text(many.lines(in: Size(columns: columns, rows: rows), glyphs: .braille))
        #expect(shown.contains("a series named 1"))
      }
    }
  }

  @Test func `curves in the same cells take turns`() {
    let lines = figure([flat("a", 0.5), flat("b", 0.5)]).lines(in: size, glyphs: .ascii)
    let curve = lines.first { $0.text.contains("o") && $0.text.contains("*") }
    let roles = Set((curve?.spans ?? []).map(\.style.role))
    #expect(roles.isSuperset(of: [.series(0), .series(1)]))
  }

  @Test func `the series in focus wins every cell it shares`() {
    let lines = figure([flat("a", 0.5), flat("b", 0.5)]).lines(
      in: size, glyphs: .braille, options: ChartOptions(focus: 0))
    let row = lines.first { $0.text.contains("●") && $0.text.contains("┤") == false }
    let plotted = (row ?? Line()).spans.filter { $0.style.role == .series(0) }
    #expect(plotted.allSatisfy { $0.style.emphasis == .bold })
    #expect(!lines.contains { $0.spans.contains { $0.text.contains("◇⠤") } })
  }

  @Test func `what cannot be drawn is counted below`() {
    let broken = PlotSeries("a", x: [1, 2, 3, 4], y: [1, .nan, .infinity, -1])
    let linear = text(figure([broken]).lines(in: size, glyphs: .braille))
    #expect(linear.hasSuffix("2 values not finite"))
    let logarithmic = text(
      figure([broken]).lines(
        in: size, glyphs: .braille, options: ChartOptions(yScale: .logarithmic)))
    #expect(logarithmic.contains("1 value not above 0"))
    let limited = figure([flat("a", 7)], y: PlotAxis("y", limits: 0...1))
    #expect(text(limited.lines(in: size, glyphs: .braille)).contains("100 values outside the axis"))
  }

  @Test func `a reference line is named in the header, above its column`() {
    let reference = ReferenceLine(.vertical, at: 50, label: "best epoch 50", marksCurves: true)
    let lines = figure([flat("a", 0.5)], references: [reference]).lines(in: size, glyphs: .braille)
      .map(\.text)
    let column = Array(lines[1]).firstIndex(of: "╎")
    #expect(lines[1].contains("╎ best epoch 50"))
    #expect(lines.dropFirst(2).prefix(3).allSatisfy { Array($0).firstIndex(of: "╎") == column })
    #expect(lines.contains { $0.contains("◉") })
  }

  @Test func `a reference line says its value once`() {
    func header(_ label: String) -> String {
      let reference = ReferenceLine(.horizontal, at: 0.25, label: label)
      return figure([flat("a", 0.1)], references: [reference]).lines(in: size, glyphs: .braille)[1]
        .text
    }
    #expect(header("limit").hasSuffix("╌╌ limit 0.25"))
    #expect(header("limit 0.25").hasSuffix("╌╌ limit 0.25"))
  }

  @Test func `two lines too close for their labels lose none`() {
    let references = (0..<6).map {
      ReferenceLine(.vertical, at: Double(50 + $0), label: "a rather long label \($0)")
    }
    let shown = text(
      figure([flat("a", 0.5)], references: references).lines(in: size, glyphs: .braille))
    for index in 0..<6 { #expect(shown.contains("a rather long label \(index)")) }
  }

  @Test func `a band lies behind the data and is named`() {
    let lines = figure([flat("a", 0.5)], bands: [PlotBand(0.4...0.6, label: "good")]).lines(
      in: size, glyphs: .braille)
    let banded = lines.filter { $0.spans.contains { $0.style.ground == .band } }
    #expect(!banded.isEmpty)
    #expect(
      banded.contains {
        $0.spans.contains { $0.style.role == .series(0) && $0.style.ground == .band }
      })
    #expect(text(lines).contains("· good"))
  }

  @Test func `a note points at its curve, or is numbered where there is no room`() {
    let note = PlotAnnotation("look here", series: 0, x: 50)
    let roomy = text(
      figure([flat("a", 0.5)], annotations: [note]).lines(in: size, glyphs: .braille))
    #expect(roomy.contains("look here") && roomy.contains("↓"))
    let long = PlotAnnotation(String(repeating: "word ", count: 40) + "end", series: 0, x: 50)
    let tight = text(
      figure([flat("a", 0.5)], annotations: [long]).lines(in: size, glyphs: .braille))
    #expect(tight.contains("① word") && tight.contains("end"))
    #expect(tight.count { $0 == "①" } == 2)
    let ascii = text(figure([flat("a", 0.5)], annotations: [long]).lines(in: size, glyphs: .ascii))
    #expect(ascii.contains("(1) word"))
  }

  @Test func `a note too long for its row takes two, before it is numbered`() {
    let note = PlotAnnotation("the validation loss rises from here on", series: 0, x: 50)
    let region = Size(columns: 40, rows: 16)
    let shown = text(
      figure([flat("a", 0.5)], annotations: [note]).lines(in: region, glyphs: .ascii))
    #expect(shown.contains("the validation loss") && shown.contains("rises from here on"))
    #expect(!shown.contains("(1)"))
  }

  @Test func `a zoomed plot leaves out the notes of what is not shown`() {
    let note = PlotAnnotation("far away", series: 0, x: 90)
    let lines = figure([flat("a", 0.5)], annotations: [note]).lines(
      in: size, glyphs: .braille, options: ChartOptions(xRange: 1...20))
    #expect(!text(lines).contains("far away"))
  }

  @Test func `the cursor reads the values out`() {
    let lines = SampleFigures.loss.lines(
      in: size, glyphs: .braille, options: ChartOptions(cursor: 57.2))
    #expect(lines.last?.text == "epoch 57  ● training 0.0324  ◇ validation 0.259")
    #expect(SampleFigures.loss.cursorPlaces.count == 500)
    #expect(SampleFigures.loss.bestPlace == 57)
  }

  @Test func `a stale figure is dim all over`() {
    let lines = SampleFigures.loss.lines(
      in: size, glyphs: .braille, options: ChartOptions(isStale: true))
    #expect(lines.allSatisfy { $0.spans.allSatisfy { $0.style.emphasis.contains(.dim) } })
  }

  @Test func `axis labels take at most eight columns`() {
    for value in [1e-9, 1e300, -1e300, 123_456_789] {
      let lines = figure([flat("a", value)]).lines(in: size, glyphs: .braille).map(\.text)
      for line in lines {
        let cells = Array(line)
        if let axis = cells.firstIndex(where: { "│┤".contains($0) }) { #expect(axis <= 9) }
      }
    }
  }

  @Test func `panels share one legend and stand side by side from 76 columns on`() {
    let figures = [SampleFigures.loss, SampleFigures.accuracy]
    let beside = sideBySide(figures, width: 76, height: 20, glyphs: .braille).map(\.text)
    #expect(beside.count { $0.contains("● training") } == 1)
    #expect(beside.contains { $0.count { $0 == "└" } == 2 })
    let stacked = sideBySide(figures, width: 75, height: 40, glyphs: .braille).map(\.text)
    #expect(stacked.count { $0.contains("● training") } == 1)
    #expect(stacked.allSatisfy { $0.count { $0 == "└" } < 2 })
    #expect(stacked.count { $0.contains("└") } == 2)
  }
}
