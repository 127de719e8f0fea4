// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension LinePlot {
  /// One row a series, where there is no room for axes, or two where one is too short: its shape and
  /// its least, greatest and last value.
  func sparklines(title: String, in size: Size, glyphs: GlyphSet, options: ChartOptions) -> [Line] {
    var lines: [Line] = []
    if !title.isEmpty && size.rows > series.count {
      lines.append(Line(title, Style(.text, emphasis: .bold)))
    }
    let rowsLeft = size.rows - lines.count
    let widestName = series.map { $0.name.displayWidth + 2 }.max() ?? 2
    let hasTwoRows = rowsLeft >= 2 * series.count && widestName + 40 > size.columns
    let nameWidth = min(hasTwoRows ? size.columns / 2 : size.columns / 3, widestName)
    for (index, series) in series.enumerated() {
      let style = Style(.series(index))
      let name = Line("\(ChartGlyphs.of(glyphs).marker(index)) \(series.name)", style)
      let values = series.points.map(\.y).filter(\.isFinite)
      var line = name.clipped(to: nameWidth, glyphs: glyphs).padded(to: nameWidth)
      line.append(" ", .text)
      let indent = hasTwoRows ? 2 : line.width
      let numbers = extremes(
        of: values, width: size.columns - indent, reserve: hasTwoRows ? 0 : 6)
      let numbersLine = Line(numbers, Style(values.isEmpty ? .warning : .axis))
      let room = size.columns - line.width - (hasTwoRows ? 0 : numbers.displayWidth + 2)
      if room >= 4 && !values.isEmpty {
        let scale = options.scale(of: yAxis)
        line.append(spark(values, columns: min(room, 32), scale: scale, glyphs: glyphs), style)
        if !hasTwoRows { line.append("  ", .text) }
      }
      if hasTwoRows {
        lines += [line, Line(blanks(indent))]
      } else {
        lines.append(line)
      }
      lines[lines.count - 1].append(numbersLine)
    }
    return lines + omissions(options: options).map { Line($0, Style(.warning)) }
  }

  /// Least, greatest and last value, or the last alone, in as many digits as leave room for a shape
  /// beside them.
  private func extremes(of values: [Double], width: Int, reserve: Int) -> String {
    guard let least = values.min(), let greatest = values.max(), let last = values.last else {
      return "no finite value"
    }
    let all = [("min", least), ("max", greatest), ("last", last)]
    let texts = [(all, 3), (all, 2), ([("last", last)], 3), ([("last", last)], 2)].map {
      parts, digits in
      parts.map { "\($0) \(NumberFormat.significant($1, digits: digits))" }.joined(separator: "  ")
    }
    func first(within columns: Int) -> String? { texts.first { $0.displayWidth <= columns } }
    return first(within: width - reserve) ?? first(within: width) ?? texts[3]
  }

  private func spark(
    _ values: [Double], columns: Int, scale: PlotAxis.Scale, glyphs: GlyphSet
  ) -> String {
    let levels: [Character] = Array(glyphs == .ascii ? "_.-=*#" : "▁▂▃▄▅▆▇█")
    var data = AxisData(scale: scale)
    for value in values { data.include(value) }
    let range = data.range
    let map = AxisMap(scale: scale, lower: range.lowerBound, upper: range.upperBound)
    let count = min(columns, values.count)
    return String(
      (0..<count).map { column in
        let index = count > 1 ? column * (values.count - 1) / (count - 1) : 0
        let share = map.share(values[index]) ?? 0
        return levels[min(levels.count - 1, max(0, Int(share * Double(levels.count))))]
      })
  }
}
