// SPDX-License-Identifier: MIT
import Experiments
import TerminalText
import Testing

@testable import Charts

/// What a chart must do, requirement by requirement: how data are shown.
@Suite struct SeriesRequirementTests {
  private let names = ["a", "b", "c", "d", "e"]

  @Test(arguments: [GlyphSet.braille, .blocks, .ascii])
  func `9 eight series are told apart by colour, by dash and by marker`(glyphs: GlyphSet) {
    let symbols = ChartGlyphs.of(glyphs)
    #expect(Set(symbols.markers).count == 8)
    #expect(Set(symbols.dashes).count == 8)
    let series = (0..<8).map { PlotSeries.flat("series \($0)", Double($0)) }
    let chart = Chart(.lines(series), 100, 40, glyphs: glyphs)
    for index in 0..<8 {
      let own = chart.lines.flatMap(\.spans).filter { $0.style.role == .series(index) }
      #expect(own.contains { $0.text.contains(symbols.marker(index)) }, "\(index)")
    }
  }

  @Test func `9 and markers come every ten columns, out of step where curves coincide`() {
    let chart = Chart(.lines([.flat("a", 0.5), .flat("b", 0.5)]), 80, 24)
    let row = Array(chart.rows.first { $0.contains("●") && $0.contains("◇") } ?? "")
    let plot = row.prefix(70)
    let first = plot.indices.filter { plot[$0] == "●" }
    let second = plot.indices.filter { plot[$0] == "◇" }
    #expect(zip(first, first.dropFirst()).allSatisfy { (8...12).contains($1 - $0) })
    #expect(first.count >= 4 && second.count >= 4 && Set(first).isDisjoint(with: second))
  }

  @Test func `10 up to twenty data are marked each`() {
    for count in [2, 10, 20] {
      let curve = Chart.painter([.flat("a", 0.5, count: count)], y: 0...1).curves[0]
      #expect(curve.markers.count == count)
    }
    #expect(Chart.painter([.flat("a", 0.5, count: 21)], y: 0...1).curves[0].markers.count < 21)
  }

  @Test func `11 markers lie over dots, dots over lines, lines over bands, bands over the grid`() {
    let chart = Chart(
      .lines(
        [.flat("a", 0.5)], references: [ReferenceLine(.horizontal, at: 0.5, label: "limit")],
        bands: [PlotBand(0.4...0.6, label: "good")]), 80, 24)
    let row = chart.rows.first { $0.contains("●") } ?? ""
    #expect(!row.contains("╌") && row.count { $0 == "●" } >= 5)
    let cells = chart.lines.flatMap(\.spans).filter { $0.style.role == .series(0) }
    #expect(cells.contains { $0.style.ground == .band })
  }

  @Test func `12 names stand at the ends, moved apart, or in rows above the plot`() {
    let apart = names.enumerated().map {
      PlotSeries.flat("series \($0.element)", Double($0.offset))
    }
    let wide = Chart(.lines(apart), 100, 24)
    for name in names { #expect(wide.rows.contains { $0.hasSuffix("series \(name)") }) }
    let touching = Chart(.lines([.flat("a", 0.5), .flat("b", 0.5)]), 100, 24)
    #expect(touching.rows.contains { $0.hasSuffix("● a") })
    #expect(touching.rows.contains { $0.hasSuffix("◇ b") })
    let series = names.map { PlotSeries.flat("series \($0)", 0.5) }
    let narrow = Chart(.lines(series), 60, 24)
    #expect(narrow.rows[1].hasPrefix("● series a   ◇ series b"))
    #expect(!narrow.rows[1].contains("│"))
    // A name that would have to leave its curve by more than a row, or stand where its curve does
    // not reach, goes above the plot.
    for crowded in [series, [.flat("long", 0.5), .flat("short", 0.9, count: 20)]] {
      let chart = Chart(.lines(crowded), 100, 24)
      #expect(chart.rows[1].hasPrefix("● \(crowded[0].name)   ◇ \(crowded[1].name)"))
    }
  }

  @Test func `12 and a legend that finds no room says how many names are missing`() {
    let many = (1...30).map { PlotSeries.flat("a series with the number \($0)", Double($0)) }
    let text = Chart(.lines(many), 60, 12).text
    #expect(text.contains("a series with the number 1"))
    #expect(text.contains(" more)"))
    for columns in 40...70 {
      #expect(Chart(.lines(many), columns, 12).lines.allSatisfy { $0.width <= columns })
    }
  }

  @Test func `13 lines are dashed, named in the header, with their value`() {
    let references = [
      ReferenceLine(.vertical, at: 57, label: "best"),
      ReferenceLine(.horizontal, at: 0.25, label: "maximum"),
    ]
    let unicode = Chart(.lines([.flat("a", 0.5)], references: references), 80, 24)
    #expect(unicode.rows[1].contains("╎ best at 57") && unicode.rows[1].contains("╌╌ maximum 0.25"))
    #expect(unicode.text.contains("╌╌╌╌"))
    let ascii = Chart(.lines([.flat("a", 0.5)], references: references), 80, 24, glyphs: .ascii)
    #expect(ascii.rows[1].contains(": best at 57") && ascii.rows[1].contains("-- maximum 0.25"))
    #expect(ascii.text.contains("- - - -"))
  }

  @Test func `14 a band is a ground and sparse dots, with its name, and leaves the data alone`() {
    let chart = Chart(
      .lines([.flat("a", 0.5)], bands: [PlotBand(0.4...0.6, label: "good")]), 80, 24)
    let band = chart.lines.filter { $0.spans.contains { $0.style.ground == .band } }
    #expect(band.count >= 3)
    #expect(band.contains { $0.text.contains("·") })
    #expect(chart.text.contains("· good"))
  }

  @Test func `15 a note leads straight to its curve, else round one corner, else by number`() {
    let note = PlotAnnotation("look here", series: 0, x: 50)
    let straight = Chart(.lines([.flat("a", 0.5)], annotations: [note]), 80, 24).text
    #expect(straight.contains("look here") && straight.contains("↓"))
    #expect(!straight.contains("┐") && !straight.contains("┌"))
    let elbow = Chart(SeriesRequirementTests.shaft, 80, 24).text
    #expect(elbow.contains("the only way"))
    #expect(
      elbow.contains("─┐") || elbow.contains("┌─") || elbow.contains("─┘") || elbow.contains("└─"))
    let ascii = Chart(SeriesRequirementTests.shaft, 80, 24, glyphs: .ascii).text
    #expect(ascii.contains("-+") || ascii.contains("+-"))
    let long = PlotAnnotation(String(repeating: "word ", count: 40) + "end", series: 0, x: 50)
    #expect(Chart(.lines([.flat("a", 0.5)], annotations: [long]), 80, 24).text.contains("① word"))
    #expect(
      Chart(.lines([.flat("a", 0.5)], annotations: [long]), 80, 24, glyphs: .ascii).text
        .contains("(1) word"))
  }

  /// A point right beside a wall, so that a text with a blank around it cannot stand over it.
  static let shaft = Figure.Content.lines(
    [
      PlotSeries("a", x: [50, 100], y: [0.5, 0.5]),
      PlotSeries("", x: [1, 1.001, 49, 49.0001], y: [0, .nan, 0, 1]),
    ], y: PlotAxis("loss", limits: 0...1),
    annotations: [PlotAnnotation("the only way", series: 0, x: 50)])

  @Test(arguments: 0..<40)
  func `15 and no line to a note crosses a curve or its text`(seed: UInt64) {
    var dice = Dice(state: seed)
    let series = (0..<3).map { index in
      PlotSeries(
        "s\(index)", x: (1...12).map(Double.init),
        y: (1...12).map { _ in Double.random(in: 0...1, using: &dice) })
    }
    let notes = (0..<3).map { index in
      PlotAnnotation(
        "the note number \(index)", series: index, x: Double(Int.random(in: 1...12, using: &dice)))
    }
    let plain = Chart(.lines(series), 80, 24)
    let noted = Chart(.lines(series, annotations: notes), 80, 24)
    if noted.text.contains("①") { return }
    for index in 0..<3 { #expect(noted.text.contains("the note number \(index)")) }
    for (before, after) in zip(plain.rows, noted.rows) {
      for (old, new) in zip(before, after) where old != new {
        #expect(old == " " || old == "·", "\(old) became \(new)")
      }
    }
  }

  @Test func `16 pixels are 6, 4 or 2 columns, with their values from 4 on`() {
    let map = Figure.Content.heatMap(HeatMap(values: [[0.1, 0.9], [0.5, 0.3]]))
    #expect(Chart(map, 40, 20).rows.contains { $0.contains("0.90") })
    let small = Chart(map, 12, 8).rows
    #expect(small.allSatisfy { $0.count <= 12 })
    let grounds = Chart(map, 40, 20).lines.flatMap(\.spans).map(\.style.ground)
    #expect(grounds.contains(.heat(14)) || grounds.contains(.heat(15)))
    #expect(Chart(map, 40, 20, glyphs: .ascii).text.contains("#"))
  }

  /// What the requirements with a picture look like, in both kinds of characters.
  @Test(arguments: [GlyphSet.braille, .ascii])
  func `9 to 16 look as they were approved`(glyphs: GlyphSet) throws {
    let pictures: [(name: String, content: Figure.Content)] = [
      ("9", .lines(names.enumerated().map { .flat($0.element, Double($0.offset)) })),
      (
        "11-13-14",
        .lines(
          [.flat("a", 0.5), .flat("b", 0.5)],
          references: [
            ReferenceLine(.horizontal, at: 0.3, label: "limit"),
            ReferenceLine(.vertical, at: 57, label: "best", marksCurves: true),
          ], bands: [PlotBand(0.4...0.6, label: "good")])
      ),
      ("15", Self.shaft),
      (
        "16",
        .heatMap(
          HeatMap(
            values: [[0.1, 0.9], [0.5, 0.3]], rowLabels: ["noise 0.1", "noise 0.3"],
            columnLabels: ["4", "20"]))
      ),
    ]
    for (name, content) in pictures {
      try Snapshots.compare(
        Chart(content, 80, 24, glyphs: glyphs).text, name: "requirement-\(name)-\(glyphs.rawValue)")
    }
  }
}
