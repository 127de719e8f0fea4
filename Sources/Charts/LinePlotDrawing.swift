// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlot {
  /// The plot drawn into a region, with its title above.
  func painted(title: String, in size: Size, glyphs: GlyphSet, options: ChartOptions)
    -> LinePlotPainter
  {
    // A plane is shown as it is: its axes are places, and its points no curves.
    let options = field == nil ? options : ChartOptions(isStale: options.isStale)
    let shown = thinned(to: size.columns, options: options)
    let omitted = omissions(options: options).map { Line($0, Style(.warning)) }
    var numbered: [Int] = []
    var overflow: [Line] = []
    while true {
      let setting = LinePlotSetting(
        title: title, plot: shown, size: size, glyphSet: glyphs, options: options,
        notes: overflow
          + shown.notes(numbered: numbered, glyphs: glyphs, options: options, width: size.columns)
          + omitted)
      var painter = LinePlotPainter(setting, layout: setting.layout())
      painter.paintPlot()
      painter.paintDirectLabels()
      let homeless = painter.paintAnnotations(numbered: numbered)
      // Each round moves at least one more note or label under the plot, so the rounds end.
      let moved = painter.overflow.filter { !overflow.contains($0) }
      if homeless.isEmpty && moved.isEmpty { return painter }
      numbered = (numbered + homeless).sorted()
      overflow += moved
    }
  }

  /// The rows under the plot: the values at the cursor, numbered notes.
  private func notes(numbered: [Int], glyphs: GlyphSet, options: ChartOptions, width: Int)
    -> [Line]
  {
    var lines = field.map { [$0.key(glyphs)] } ?? []
    if let cursor = options.cursor {
      let entries = readOut(at: cursor, glyphs: glyphs).enumerated().map { index, entry in
        // One that is wider than the plot may be broken at its blanks.
        let isWide = entry.text.displayWidth > width - 2
        let text = isWide ? entry.text : entry.text.replacing(" ", with: "\u{A0}")
        return Span(index == 0 ? text : " \u{A0}" + text, entry.style)
      }
      lines += wrap(entries, width: width, firstIndent: 0, hangingIndent: 2)
    }
    for (place, index) in numbered.enumerated() {
      let number = ChartGlyphs.of(glyphs).noteNumber(place + 1)
      lines += wrap(
        [Span("\(number) \(annotations[index].text)", Style(.annotation))], width: width,
        firstIndent: 0, hangingIndent: 2)
    }
    return lines
  }

  /// The values at a place: `epoch 57`, `training 0.018`, `validation 0.259`.
  private func readOut(at place: Double, glyphs: GlyphSet) -> [Span] {
    let nearest = series.compactMap { $0.point(nearest: place)?.x }
      .min { abs($0 - place) < abs($1 - place) }
    let shown = nearest ?? place
    let unit = yAxis.label.hasSuffix(" %") ? " %" : ""
    let head = Span(
      "\(xAxis.label) \(NumberFormat.significant(shown, digits: 6))", Style(.status))
    return [head]
      + series.enumerated().map { index, series in
        let value = series.points.first { $0.x == shown }?.y
        let text = value.map { NumberFormat.significant($0, digits: 3) } ?? "no value"
        return Span(
          "\(ChartGlyphs.of(glyphs).marker(index)) \(series.name) \(text)\(unit)",
          Style(.series(index)))
      }
  }

  /// What the data have but the plot cannot show, counted.
  func omissions(options: ChartOptions) -> [String] {
    let scale = options.scale(of: yAxis)
    func count(_ isMeant: (_ x: Double, _ y: Double) -> Bool) -> Int {
      series.reduce(0) { sum, series in
        sum
          + (series.x.isEmpty
            ? series.y.indices.count { isMeant(Double($0 + 1), series.y[$0]) }
            : zip(series.x, series.y).count { isMeant($0, $1) })
      }
    }
    let notFinite = count { !$0.isFinite || !$1.isFinite }
    let notPositive =
      scale == .logarithmic ? count { $0.isFinite && $1.isFinite && $1 <= 0 } : 0
    var notes: [String] = []
    if notFinite > 0 { notes.append("\(counted(notFinite, "value")) not finite") }
    if notPositive > 0 {
      notes.append("\(counted(notPositive, "value")) not above 0, so not on this axis")
    }
    if let limits = yAxis.limits, scale == yAxis.scale {
      let outside = count {
        $0.isFinite && $1.isFinite && !limits.contains($1) && (scale == .linear || $1 > 0)
          && options.xRange?.contains($0) != false
      }
      if outside > 0 { notes.append("\(counted(outside, "value")) outside the axis") }
    }
    return notes
  }
}

/// A number with its noun: `1 value`, `3 values`.
func counted(_ number: Int, _ noun: String) -> String {
  "\(NumberFormat.grouped(number)) \(noun)\(number == 1 ? "" : "s")"
}
