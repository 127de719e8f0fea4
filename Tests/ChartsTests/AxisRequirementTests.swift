// SPDX-License-Identifier: MIT
import Experiments
import Glibc
import TerminalText
import Testing

@testable import Charts

/// What a chart must do, requirement by requirement; the numbers run on in
/// `SeriesRequirementTests` and `ViewRequirementTests`.
@Suite struct AxisRequirementTests {
  private func axis(
    _ range: ClosedRange<Double>, scale: PlotAxis.Scale = .linear, rows: Int = 20,
    limits: ClosedRange<Double>? = nil, isInteger: Bool = false, isASCII: Bool = false
  ) -> ReadyAxis {
    var data = AxisData(scale: scale)
    data.include(range.lowerBound)
    data.include(range.upperBound)
    return verticalAxis(
      PlotAxis("y", scale: scale, limits: limits, isInteger: isInteger), scale: scale, data: data,
      rows: rows, isASCII: isASCII)
  }

  @Test func `1 a chart is a function of figure, size and characters alone`() {
    for (_, figure) in SampleFigures.all {
      let first = Chart(figure, 80, 24).lines
      #expect(first == Chart(figure, 80, 24).lines)
    }
  }

  @Test func `2 every series has dots of its own, whatever shares its cells`() {
    let alone = Chart.painter([.flat("a", 0.5)], y: 0...1).curves[0].dots.masks
    let together = Chart.painter([.flat("a", 0.5), .flat("b", 0.5)], y: 0...1).curves
    #expect(together[0].dots.masks == alone)
  }

  @Test func `3 values go to the nearest dot, a spike survives, a gap is counted`() {
    let plane = Chart.painter([PlotSeries("a", x: [0, 1], y: [0.49, 0.51])], y: 0...1).curves[0]
      .dots
    let rows = (0..<plane.height).filter { y in
      (0..<plane.width).contains { plane.isSet(x: $0, y: y) }
    }
    let middle = Double(plane.height - 1) / 2
    #expect(rows.allSatisfy { abs(Double($0) - middle) <= 2 })
    var values = [Double](repeating: 0, count: 5_000)
    values[2_501] = 1
    let spike = Chart(.lines([PlotSeries("a", x: [], y: values)]), 80, 24)
    #expect(spike.rows[2].contains { "⢀⢸⡀⡇⠁⠈⣸⣇".contains($0) })
    let broken = Chart(.lines([PlotSeries("a", x: [1, 2, 3], y: [1, .nan, .infinity])]), 80, 24)
    #expect(broken.rows.last == "2 values not finite")
  }

  @Test(arguments: 16...40)
  func `3 and a curve along a tick runs on the tick's own row`(rows: Int) {
    for value in [1.0, 2, 3] {
      let series = [PlotSeries.flat("a", 0), .flat("b", value), .flat("c", 4)]
      let chart = Chart(.lines(series), 100, rows)
      let row = chart.rows.first { $0.hasPrefix("\(Int(value)) ┤") || $0.hasPrefix("\(value) ┤") }
      if let row { #expect(row.contains("◇"), "\(value) in \(rows) rows") }
    }
  }

  @Test func `4 linear steps are 1, 2, 2.5 or 5 times a power of ten`() {
    var dice = Dice(state: 4)
    for _ in 0..<500 {
      let low = Double.random(in: -1000...1000, using: &dice)
      let ready = axis(low...(low + Double.random(in: 0.001...5000, using: &dice)), rows: 20)
      let values = ready.ticks.map(\.value)
      let step = values[1] - values[0]
      let mantissa = step / pow10((log10(step) + 1e-9).rounded(.down))
      #expect([1, 2, 2.5, 5].contains { abs($0 - mantissa) < 1e-6 }, "\(step)")
      let decimals = Set(
        ready.ticks.map { $0.label.split(separator: ".").dropFirst().first?.count ?? 0 })
      #expect(decimals.count == 1, "\(ready.ticks.map(\.label))")
      #expect(
        ready.ticks.allSatisfy {
          !$0.label.hasPrefix("-0") || $0.label.contains { "123456789".contains($0) }
        })
    }
    #expect(axis(0...3, rows: 60, isInteger: true).ticks.map(\.label) == ["0", "1", "2", "3"])
  }

  @Test func `4 and labels of one axis have one form, however large or small`() {
    #expect(axis(0...1_800_000).ticks.map(\.label) == ["0", "0.5e6", "1.0e6", "1.5e6", "2.0e6"])
    #expect(axis(0...4e-7).ticks.map(\.label) == ["0", "1e-7", "2e-7", "3e-7", "4e-7"])
    #expect(axis(0...4e5).ticks.map(\.label) == ["0", "100000", "200000", "300000", "400000"])
  }

  @Test func `5 limits that the author gave are kept, automatic ones end in a tick`() {
    let given = axis(0...1, limits: 40...105)
    #expect(given.map.lower == 40 && given.map.upper == 105)
    #expect(given.ticks.map(\.label) == ["40", "60", "80", "100"])
    let automatic = axis(0.0006...0.76)
    #expect(automatic.map.lower == automatic.ticks.first?.value)
    #expect(automatic.map.upper == automatic.ticks.last?.value)
  }

  @Test(arguments: [6, 8, 10, 12, 15, 20, 40])
  func `6 decades are two rows apart, 1 among them, in one form`(rows: Int) {
    for (low, high) in [(1e-8, 1e4), (1e-3, 1e2), (1e-6, 1), (1, 1e12), (1e-150, 1e150)] {
      let ready = axis(low...high, scale: .logarithmic, rows: rows)
      let places = ready.ticks.compactMap { ready.map.place($0.value, among: rows) }
      #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 2 }, "\(low) \(rows)")
      #expect(ready.ticks.count >= 2)
      #expect(ready.ticks.contains { $0.label == "1" })
    }
  }

  @Test func `6 and many decades on a low plot never mix two forms`() {
    for rows in 3...12 {
      let unicode = axis(1e5...1e150, scale: .logarithmic, rows: rows).ticks.map(\.label)
      #expect(unicode.count >= 2 && unicode.allSatisfy { $0.hasPrefix("10") && $0.count <= 5 })
      let ascii = axis(1e5...1e150, scale: .logarithmic, rows: rows, isASCII: true).ticks.map(
        \.label)
      #expect(ascii.count >= 2 && ascii.allSatisfy { $0.hasPrefix("1e") })
    }
    let few = axis(2...9, scale: .logarithmic, limits: 9e6...1.5e7).ticks.map(\.label)
    #expect(few.allSatisfy { $0.contains("e7") } || few == ["10⁷"])
  }

  @Test func `6 and what is not above zero is counted`() {
    let plot = Chart(
      .lines([PlotSeries("a", x: [], y: [1, 0, -1, 10])]), 80, 24, scale: .logarithmic)
    #expect(plot.rows.last == "2 values not above 0, so not on this axis")
  }

  @Test func `7 labels touch their axis, names stand on the rows of header and ticks`() {
    let rows = Chart(SampleFigures.loss, 80, 24).rows
    #expect(rows[1].hasPrefix("loss "))
    #expect(rows.contains { $0.hasPrefix("0.6 ┤") })
    #expect(rows[23].hasSuffix("500  epoch"))
    #expect(!rows.contains { $0.contains("┐") || $0.contains("├") })
    #expect(rows.count { $0.contains("│") || $0.contains("┤") } >= 20)
    #expect((rows.first { $0.contains("└") } ?? "").count { "─┴".contains($0) } >= 56)
    for value in [1e-300, 1e300, 123_456.789, -98_765.4321] {
      let labels = axis(value...(value + abs(value))).ticks.map(\.label.displayWidth)
      #expect(labels.allSatisfy { $0 <= 8 }, "\(value)")
    }
  }

  @Test func `8 the grid is dots on the rows of ticks, every fourth column, dim, in empty cells`() {
    let lines = Chart(SampleFigures.accuracy, 80, 24).lines
    for line in lines where line.text.contains("·") {
      #expect(line.text.contains("┤"))
      for span in line.spans where span.text.contains("·") {
        #expect(span.style.role == .grid && span.style.emphasis.contains(.dim))
      }
      let axis = Array(line.text).firstIndex(of: "┤") ?? 0
      let columns = Array(line.text).indices.filter { Array(line.text)[$0] == "·" }
      #expect(columns.allSatisfy { ($0 - axis) % 4 == 0 })
    }
  }

  @Test func `equal units keep directions true on cells twice as high as wide`() {
    var plot = LinePlot(
      xAxis: PlotAxis("x", limits: 0...4), yAxis: PlotAxis("y", limits: 0...4),
      series: [PlotSeries("", x: [0, 4], y: [0, 4])])
    plot.hasEqualUnits = true
    let figure = Figure(id: "t", title: "T", content: .lines(plot))
    let lines = figure.lines(in: Size(columns: 100, rows: 24), glyphs: .braille)
    let rows = lines.filter { $0.text.contains("│") || $0.text.contains("┤") }.count
    let axis = lines.first { $0.text.contains("└") }?.text.count { "─┴".contains($0) }
    #expect(axis == 2 * rows)
  }
}
