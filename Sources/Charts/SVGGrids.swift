// SPDX-License-Identifier: MIT
import Experiments
import TerminalText

/// Shades of values: the share of the strongest one, and which side of zero it stands on.
private struct CellShade {
  private let lower: Double
  private let upper: Double
  private let isSigned: Bool

  init(_ values: [Double], isSigned: Bool, isRelative: Bool = false) {
    let finite = values.filter(\.isFinite).map(clampedForDrawing)
    let strongest = finite.map(abs).max() ?? 1
    self.isSigned = isSigned
    lower = isSigned ? 0 : isRelative ? finite.min() ?? 0 : min(0, finite.min() ?? 0)
    upper = isSigned ? strongest : finite.max() ?? 1
  }

  /// The colour of a cell's fill.
  func color(_ value: Double) -> Int { isSigned && value < 0 ? 2 : 1 }

  /// How much of the colour shows; nothing for a value that is not finite.
  func opacity(_ value: Double) -> Double {
    guard value.isFinite, upper > lower else { return 0 }
    let place = isSigned ? abs(clampedForDrawing(value)) : clampedForDrawing(value)
    return 0.75 * min(1, max(0, (place - lower) / (upper - lower)))
  }
}

extension SVGMarkup {
  /// Adds a cell of a grid.
  fileprivate mutating func cell(
    _ value: Double, _ shade: CellShade, x: Double, y: Double, width: Double, height: Double
  ) {
    self.shade(
      shade.color(value), opacity: shade.opacity(value), x: x, y: y, width: width, height: height)
  }

  /// Adds a rectangle that shows so much of a colour.
  mutating func shade(
    _ color: Int, opacity: Double, x: Double, y: Double, width: Double, height: Double
  ) {
    // Hundredths, since a shade has more steps than a length needs.
    let hundredths = (opacity * 100).rounded() / 100
    let place = [("x", x), ("y", y), ("width", width), ("height", height)]
      .map { " \($0.0)=\"\(Self.number($0.1))\"" }.joined()
    addRaw("<rect class=\"cell f\(color)\"\(place) fill-opacity=\"\(hundredths)\"/>")
  }
}

extension HeatMap {
  /// The grid with its values, 640 units wide.
  func drawing() -> (height: Double, markup: SVGMarkup) {
    var markup = SVGMarkup()
    let columns = max(1, values.map(\.count).max() ?? 1)
    let widest = rowLabels.map(\.displayWidth).max() ?? 0
    let left = widest == 0 ? 4 : min(200, Double(widest) * 8 + 12)
    let top = columnLabels.isEmpty ? 4.0 : 24
    let width = min(80, (636 - left) / Double(columns))
    let height = max(14, min(32, width))
    let shade = CellShade(
      values.flatMap { $0 }, isSigned: isSigned, isRelative: isRelative)
    for (column, label) in columnLabels.prefix(columns).enumerated() {
      markup.text(label, x: left + (Double(column) + 0.5) * width, y: 16, anchor: "middle")
    }
    for (row, list) in values.enumerated() {
      let y = top + Double(row) * height
      if row < rowLabels.count {
        markup.text(rowLabels[row], x: left - 8, y: y + height / 2 + 4, anchor: "end")
      }
      for (column, value) in list.enumerated() {
        let x = left + Double(column) * width
        markup.cell(value, shade, x: x, y: y, width: width, height: height)
        let text = NumberFormat.fixed(value, decimals: max(0, min(12, decimals)))
        if Double(text.count) * 8 < width {
          markup.text(text, x: x + width / 2, y: y + height / 2 + 4, anchor: "middle")
        }
      }
    }
    return (top + Double(values.count) * height + 4, markup)
  }
}

extension ImageGrid {
  /// The images in rows, 640 units wide.
  func drawing() -> (height: Double, markup: SVGMarkup) {
    var markup = SVGMarkup()
    let shade = CellShade(images.flatMap { $0.pixels.flatMap { $0 } }, isSigned: isSigned)
    let side = 96.0
    var (x, y) = (4.0, 4.0)
    for image in images {
      let room = max(side, Double(image.caption.displayWidth) * 8)
      if x > 4, x + room > 636 { (x, y) = (4, y + side + 32) }
      let columns = Double(max(1, image.pixels.map(\.count).max() ?? 1))
      let pixel = side / max(columns, Double(max(1, image.pixels.count)))
      for (row, list) in image.pixels.enumerated() {
        for (column, value) in list.enumerated() {
          markup.cell(
            value, shade, x: x + Double(column) * pixel, y: y + Double(row) * pixel, width: pixel,
            height: pixel)
        }
      }
      markup.text(image.caption, x: x, y: y + side + 16)
      x += room + 20
    }
    return (y + side + 28, markup)
  }
}
