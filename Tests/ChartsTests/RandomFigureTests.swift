// SPDX-License-Identifier: MIT
import Charts
import Experiments
import TerminalText
import Testing

@Suite struct RandomFigureTests {
  private static let oddValues: [Double] = [
    .nan, .infinity, -.infinity, 0, -0.0, 1, -1, 1e308, -1e308, .leastNonzeroMagnitude, 1e-300,
    1e15, 0.1, 57,
  ]
  private static let texts = [
    "", "loss", "Größe 日本語", "a\u{202E}b", "line\nbreak", "\u{1B}[31m", "σ(z)",
    String(repeating: "long ", count: 40),
  ]

  private func value(_ dice: inout Dice) -> Double {
    Int.random(in: 0..<3, using: &dice) == 0
      ? Self.oddValues[Int.random(in: 0..<Self.oddValues.count, using: &dice)]
      : Double.random(in: -2...3, using: &dice)
  }

  private func values(_ dice: inout Dice) -> [Double] {
    let count = [0, 1, 2, 5, 30, 300][Int.random(in: 0..<6, using: &dice)]
    let constant = value(&dice)
    let isConstant = Int.random(in: 0..<6, using: &dice) == 0
    return (0..<count).map { _ in isConstant ? constant : value(&dice) }
  }

  private func text(_ dice: inout Dice) -> String {
    Self.texts[Int.random(in: 0..<Self.texts.count, using: &dice)]
  }

  private func axis(_ dice: inout Dice) -> PlotAxis {
    let (first, second) = (value(&dice), value(&dice))
    let hasLimits = Bool.random(using: &dice) && first <= second
    return PlotAxis(
      text(&dice), scale: Bool.random(using: &dice) ? .linear : .logarithmic,
      limits: hasLimits ? first...second : nil, isInteger: Bool.random(using: &dice))
  }

  private func linePlot(_ dice: inout Dice) -> LinePlot {
    let series = (0..<Int.random(in: 0...7, using: &dice)).map { _ in
      let y = values(&dice)
      let isOrdered = Bool.random(using: &dice)
      let x = isOrdered ? y.indices.map { Double($0 + 1) } : values(&dice)
      let hasSpread = Bool.random(using: &dice)
      return PlotSeries(
        text(&dice), x: x, y: y, lower: hasSpread ? values(&dice) : [],
        upper: hasSpread ? values(&dice) : [], isScatter: Int.random(in: 0..<5, using: &dice) == 0)
    }
    let count = Int.random(in: 0...3, using: &dice)
    let (low, high) = (value(&dice), value(&dice))
    return LinePlot(
      xAxis: axis(&dice), yAxis: axis(&dice), series: series,
      references: (0..<count).map { _ in
        ReferenceLine(
          Bool.random(using: &dice) ? .vertical : .horizontal, at: value(&dice),
          label: text(&dice), marksCurves: Bool.random(using: &dice))
      },
      bands: low <= high ? [PlotBand(low...high, label: text(&dice))] : [],
      annotations: (0..<count).map { _ in
        PlotAnnotation(
          text(&dice), series: Int.random(in: -1...3, using: &dice), x: value(&dice))
      })
  }

  private func figure(_ dice: inout Dice) -> Figure {
    let content: Figure.Content
    switch Int.random(in: 0..<8, using: &dice) {
    case 0:
      content = .bars(
        BarPlot(
          categories: (0..<Int.random(in: 0...6, using: &dice)).map { _ in text(&dice) },
          series: [PlotSeries(text(&dice), x: [], y: values(&dice))], axis: axis(&dice)))
    case 1:
      content = .heatMap(
        HeatMap(
          values: (0..<Int.random(in: 0...5, using: &dice)).map { _ in
            Array(values(&dice).prefix(6))
          },
          rowLabels: [text(&dice)], columnLabels: [text(&dice), text(&dice)],
          isSigned: Bool.random(using: &dice), decimals: Int.random(in: -2...20, using: &dice)))
    case 2:
      content = .images(
        ImageGrid(
          images: (0..<Int.random(in: 0...4, using: &dice)).map { _ in
            .init(
              caption: text(&dice),
              pixels: (0..<3).map { _ in (0..<3).map { _ in value(&dice) } })
          }, isSigned: Bool.random(using: &dice)))
    case 3:
      content = .table(
        FigureTable(
          head: (0..<Int.random(in: 0...4, using: &dice)).map { _ in text(&dice) },
          rows: [[text(&dice)], [text(&dice), text(&dice)], []]))
    default:
      content = .lines(linePlot(&dice))
    }
    return Figure(id: "random", title: text(&dice), content: content)
  }

  private func options(_ dice: inout Dice) -> ChartOptions {
    let (low, high) = (value(&dice), value(&dice))
    return ChartOptions(
      cursor: Bool.random(using: &dice) ? value(&dice) : nil,
      focus: Bool.random(using: &dice) ? Int.random(in: -1...8, using: &dice) : nil,
      xRange: low <= high && Bool.random(using: &dice) ? low...high : nil,
      yScale: Bool.random(using: &dice) ? .logarithmic : nil, isStale: Bool.random(using: &dice))
  }

  /// The first thing that is wrong with rows in a region.
  private func fault(_ lines: [Line], columns: Int, rows: Int, glyphs: GlyphSet) -> String? {
    if lines.count > rows { return "\(lines.count) rows in \(rows)" }
    for line in lines {
      if line.width > columns { return "\(line.width) columns in \(columns): \(line.text)" }
      if line.text.hasSuffix(" ") { return "trailing blank: \(line.text)|" }
      if line.text.unicodeScalars.contains("\u{2800}") { return "blank braille" }
      let isASCII = line.text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
      if glyphs == .ascii && !isASCII { return "not ASCII: \(line.text)" }
    }
    return nil
  }

  @Test(arguments: 0..<6)
  func `any figure fits any region, in ASCII where asked, without trailing blanks`(seed: UInt64) {
    var dice = Dice(state: seed)
    for round in 0..<60 {
      let figure = figure(&dice)
      let isSmall = Bool.random(using: &dice)
      let columns = Int.random(in: 1...(isSmall ? 45 : 300), using: &dice)
      let rows = Int.random(in: 1...(isSmall ? 14 : 100), using: &dice)
      let glyphs = GlyphSet.allCases[Int.random(in: 0..<3, using: &dice)]
      let options = options(&dice)
      let region = Size(columns: columns, rows: rows)
      let lines = figure.lines(in: region, glyphs: glyphs, options: options)
      #expect(fault(lines, columns: columns, rows: rows, glyphs: glyphs) == nil)
      #expect(lines == figure.lines(in: region, glyphs: glyphs, options: options))
      #expect(!figure.summary.contains("\u{1B}"))
      if round.isMultiple(of: 10) {
        #expect(figure.table.rows.count <= 3_000)
      }
      let panels = sideBySide(
        [figure, figure], width: columns, height: rows, glyphs: glyphs, options: options)
      #expect(fault(panels, columns: columns, rows: rows, glyphs: glyphs) == nil)
    }
  }
}
