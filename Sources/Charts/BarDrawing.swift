// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension BarPlot {
  /// One bar a row: category, bar from zero on, value.
  func lines(in size: Size, glyphs: GlyphSet) -> [Line] {
    let symbols = ChartGlyphs.of(glyphs)
    let values = series.flatMap(\.y).filter(\.isFinite).map(clampedForDrawing)
    let limits = axis.limits
    let least = min(0, limits?.lowerBound ?? 0, values.min() ?? 0)
    let greatest = max(0, limits?.upperBound ?? 0, values.max() ?? 0)
    let range = greatest > least ? least...greatest : least...(least + 1)
    let labelWidth = min(size.columns / 3, categories.map(\.displayWidth).max() ?? 0)
    let texts = series.map { one in one.y.indices.map { valueText(one, at: $0) } }
    let valueWidth = min(size.columns / 3, texts.joined().map(\.displayWidth).max() ?? 0)
    let room = max(1, size.columns - labelWidth - valueWidth - 3)
    var lines: [Line] = []
    if series.count > 1 || !axis.label.isEmpty { lines.append(legend(symbols, glyphs: glyphs)) }
    for (number, category) in categories.enumerated() {
      for (index, one) in series.enumerated() {
        let label = index == 0 ? category : ""
        var line = Line(label, Style(.axis)).clipped(to: labelWidth, glyphs: glyphs)
          .padded(to: labelWidth)
        line.append(" \(symbols.axis)", Style(.axis))
        guard number < one.y.count else {
          line.append(" no value", Style(.warning))
          lines.append(line)
          continue
        }
        let bar = bar(
          one.y[number], in: range, columns: room, fill: symbols.fills[index % symbols.fills.count],
          glyphs: glyphs)
        line.append(bar, Style(.series(index)))
        line.append(" " + texts[index][number], Style(.text))
        lines.append(line.withoutTrailingBlanks)
      }
      if series.count > 1 && number + 1 < categories.count { lines.append(Line()) }
    }
    return lines.map { $0.clipped(to: size.columns, glyphs: glyphs) }
  }

  private func legend(_ symbols: ChartGlyphs, glyphs: GlyphSet) -> Line {
    var line = Line(axis.label, Style(.axis))
    if series.count < 2 { return line }
    for (index, one) in series.enumerated() {
      line.append(line.width == 0 ? "" : "   ", .text)
      let fill = symbols.fills[index % symbols.fills.count]
      line.append("\(fill)\(fill) \(one.name)", Style(.series(index)))
    }
    return line
  }

  private func valueText(_ series: PlotSeries, at index: Int) -> String {
    let value = NumberFormat.significant(series.y[index], digits: 3)
    guard index < series.lower.count && index < series.upper.count else { return value }
    let low = NumberFormat.significant(series.lower[index], digits: 3)
    let high = NumberFormat.significant(series.upper[index], digits: 3)
    return "\(value) (\(low) to \(high))"
  }

  /// The bar between zero and a value; with eighths of a cell at its right end where they exist.
  private func bar(
    _ value: Double, in range: ClosedRange<Double>, columns: Int, fill: Character, glyphs: GlyphSet
  ) -> String {
    let map = AxisMap(scale: .linear, lower: range.lowerBound, upper: range.upperBound)
    guard let zero = map.share(0), let end = map.share(value) else { return "" }
    let eighths = (
      start: Double(columns) * 8 * min(zero, end), end: Double(columns) * 8 * max(zero, end)
    )
    let first = Int((eighths.start / 8).rounded())
    if fill != "█" || end < zero {
      let last = Int((eighths.end / 8).rounded())
      // A value that is not zero shows at least one cell.
      let count = max(last - first, value == 0 ? 0 : 1)
      return blanks(min(first, columns - count)) + String(repeating: fill, count: count)
    }
    let total = max(Int((eighths.end - Double(first * 8)).rounded()), value == 0 ? 0 : 1)
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return blanks(first) + String(repeating: "█", count: total / 8) + parts[total % 8]
  }
}
