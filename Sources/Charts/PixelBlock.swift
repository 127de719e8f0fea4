// SPDX-License-Identifier: MIT
import TerminalText

/// How values become shades: the range they are measured in and the cells of one value.
struct PixelBlock {
  /// Cells across one value: 6, 4 or 2, more under wide labels.
  let columns: Int
  let lower: Double
  let upper: Double
  let isSigned: Bool
  let glyphSet: GlyphSet

  /// Rows of one value, so that it looks square on cells twice as high as wide.
  var rows: Int { min(3, max(1, columns / 2)) }

  /// Makes blocks for values; a signed scale has zero in its middle, a relative one begins at the
  /// least value.
  init(
    columns: Int, values: [Double], isSigned: Bool, isRelative: Bool = false, glyphSet: GlyphSet
  ) {
    self.columns = columns
    self.isSigned = isSigned
    self.glyphSet = glyphSet
    let finite = values.filter(\.isFinite).map(clampedForDrawing)
    let least = finite.min() ?? 0
    let greatest = finite.max() ?? 1
    if isSigned {
      let extent = max(abs(least), abs(greatest))
      upper = extent > 0 ? extent : 1
      lower = -upper
    } else if isRelative, greatest > least {
      (lower, upper) = (least, greatest)
    } else {
      // Shares and pixels are read against 0 and 1, whatever the few values at hand are.
      lower = min(0, least)
      upper = greatest > lower ? (greatest <= 1 && lower == 0 ? 1 : greatest) : lower + 1
    }
  }

  /// The share of the scale, 0 to 1; for signed values -1 to 1.
  func share(_ value: Double) -> Double {
    let clamped = clampedForDrawing(value)
    let share = isSigned ? clamped / upper : (clamped - lower) / (upper - lower)
    return min(1, max(isSigned ? -1 : 0, share))
  }

  /// The ground of a value.
  func ground(_ value: Double) -> Ground {
    if !value.isFinite { return .none }
    let share = share(value)
    return isSigned
      ? .diverging(Int((share * 8).rounded())) : .heat(Int((share * 15).rounded()))
  }

  /// The shade of a value: its size, as the sign is printed.
  func shade(_ value: Double) -> Character {
    if !value.isFinite { return " " }
    let shades = ChartGlyphs.of(glyphSet).shades
    return shades[min(shades.count - 1, Int(abs(share(value)) * Double(shades.count)))]
  }

  /// The rows of cells of one value; its number stands in the middle where there is room.
  ///
  /// The shades are faint text on the value's ground: a palette with colours lets them vanish in it.
  func lines(_ value: Double, label: String) -> [Line] {
    let style = Style(.faint, ground: ground(value))
    let fill = Line(String(repeating: String(shade(value)), count: columns), style)
    var lines = Array(repeating: fill, count: rows)
    guard columns > 2 && label.displayWidth <= columns else { return lines }
    // Blanks around the number where they fit, so that shades do not touch it.
    let room = columns - label.displayWidth
    let padded = room >= 2 ? " \(label) " : room == 1 ? label + " " : label
    let left = (columns - padded.displayWidth) / 2
    var middle = Line(String(repeating: String(shade(value)), count: left), style)
    middle.append(padded, Style(.text, ground: ground(value)))
    middle.append(
      String(repeating: String(shade(value)), count: columns - left - padded.displayWidth), style)
    lines[rows / 2] = middle
    return lines
  }

  /// The key to the shades: from the least to the greatest value.
  func key(width: Int) -> Line {
    let low = NumberFormat.significant(lower, digits: 3)
    let high = NumberFormat.significant(upper, digits: 3)
    let steps = (isSigned ? Array(-4...4) : Array(0...4)).map { Double($0) / 4 }
    var line = Line("\(low) ", Style(.axis))
    for step in steps {
      let value = isSigned ? step * upper : lower + step * (upper - lower)
      line.append(
        String(repeating: String(shade(value)), count: 2), Style(.faint, ground: ground(value)))
    }
    line.append(" \(high)", Style(.axis))
    return line.clipped(to: width, glyphs: glyphSet)
  }

  /// A number that fits into a block: the sign where signs matter, no zero before the point where
  /// there is no room for it.
  func label(_ value: Double, decimals: Int) -> String {
    if !value.isFinite { return NumberFormat.fixed(value, decimals: 0) }
    for places in stride(from: decimals, through: 0, by: -1) {
      var text = NumberFormat.unsignedZero(value, decimals: places)
      let isZero = !text.contains { "123456789".contains($0) }
      if isSigned && value > 0 && !isZero { text = "+" + text }
      if text.count < columns { return text }
      if places == 1 {
        let short = text.replacing("0.", with: ".")
        if short.count < columns { return short }
      }
    }
    return ""
  }
}
