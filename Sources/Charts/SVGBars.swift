// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

extension BarPlot {
  /// One bar a row from zero on, its value beside it, 640 units wide.
  func drawing() -> (height: Double, markup: SVGMarkup) {
    var markup = SVGMarkup()
    let values = series.flatMap(\.y).filter(\.isFinite).map(clampedForDrawing)
    let least = min(0, axis.limits?.lowerBound ?? 0, values.min() ?? 0)
    let greatest = max(0, axis.limits?.upperBound ?? 0, values.max() ?? 0)
    let map = AxisMap(
      scale: .linear, lower: least, upper: greatest > least ? greatest : least + 1)
    let widest = categories.map(\.displayWidth).max() ?? 0
    let left = min(240, Double(widest) * 8 + 12)
    let room = 560 - left
    var y = 8.0
    markup.text(axis.label, x: left, y: y + 10)
    if !axis.label.isEmpty { y += 20 }
    if series.count > 1 {
      var place = left
      for (index, one) in series.enumerated() {
        let style = index % Figure.svgSeriesCount + 1
        markup.add(
          "rect", "f\(style)", [("x", place), ("y", y), ("width", 14), ("height", 12)])
        markup.text(one.name, x: place + 20, y: y + 11)
        place += 40 + Double(one.name.displayWidth) * 8
      }
      y += 22
    }
    let zero = left + (map.share(0) ?? 0) * room
    let top = y
    for (number, category) in categories.enumerated() {
      markup.text(category, x: left - 8, y: y + 14, anchor: "end")
      for (index, one) in series.enumerated() where number < one.y.count {
        let value = one.y[number]
        let end = map.share(value).map { left + $0 * room } ?? zero
        markup.add(
          "rect", "f\(index % Figure.svgSeriesCount + 1)",
          [
            ("x", min(zero, end)), ("y", y + 2), ("width", max(1, abs(end - zero))), ("height", 14),
          ])
        markup.text(
          NumberFormat.significant(value, digits: 3), x: max(zero, end) + 6, y: y + 14)
        y += 20
      }
      y += series.count > 1 ? 6 : 2
    }
    markup.path("axis", SVGMarkup.way([(zero, top), (zero, y)]))
    return (y + 4, markup)
  }
}
