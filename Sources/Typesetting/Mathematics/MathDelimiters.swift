// SPDX-License-Identifier: MIT

import TerminalText

/// Delimiters that grow with what they enclose.
enum MathDelimiters {
  /// The pieces of a tall delimiter: top, middle and bottom row, and the rows between.
  private struct Pieces {
    var top: String
    var between: String
    var middle: String
    var bottom: String

    init(_ top: String, _ between: String, _ bottom: String, middle: String? = nil) {
      self.top = top
      self.between = between
      self.middle = middle ?? between
      self.bottom = bottom
    }
  }

  private static let unicode: [String: Pieces] = [
    "(": Pieces("⎛", "⎜", "⎝"), ")": Pieces("⎞", "⎟", "⎠"),
    "[": Pieces("⎡", "⎢", "⎣"), "]": Pieces("⎤", "⎥", "⎦"),
    "{": Pieces("⎧", "⎪", "⎩", middle: "⎨"), "}": Pieces("⎫", "⎪", "⎭", middle: "⎬"),
    "⌊": Pieces("⎢", "⎢", "⎣"), "⌋": Pieces("⎥", "⎥", "⎦"),
    "⌈": Pieces("⎡", "⎢", "⎢"), "⌉": Pieces("⎤", "⎥", "⎥"),
    "|": Pieces("│", "│", "│"), "‖": Pieces("║", "║", "║"),
    "⟨": Pieces("╱", " ", "╲", middle: "⟨"), "⟩": Pieces("╲", " ", "╱", middle: "⟩"),
  ]

  private static let ascii: [String: Pieces] = [
    "(": Pieces("/", "|", "\\"), ")": Pieces("\\", "|", "/"),
    "[": Pieces("[", "[", "["), "]": Pieces("]", "]", "]"),
    "{": Pieces("/", "|", "\\", middle: "<"), "}": Pieces("\\", "|", "/", middle: ">"),
    "⌊": Pieces("|", "|", "L"), "⌋": Pieces("|", "|", "J"),
    "⌈": Pieces("[", "|", "|"), "⌉": Pieces("]", "|", "|"),
    "|": Pieces("|", "|", "|"), "‖": Pieces("||", "||", "||"),
    "⟨": Pieces("/", " ", "\\", middle: "<"), "⟩": Pieces("\\", " ", "/", middle: ">"),
  ]

  /// Whether a delimiter has a middle, and so needs an odd number of rows.
  static func hasMiddle(_ symbol: MathSymbol?) -> Bool {
    guard let symbol else { return false }
    return ["{", "}", "⟨", "⟩"].contains(symbol.unicode)
  }

  /// A delimiter of some rows, the middle one at a place.
  static func tall(_ symbol: MathSymbol, height: Int, middle: Int, ascii isASCII: Bool) -> [String]
  {
    guard let pieces = (isASCII ? ascii : unicode)[symbol.unicode], height > 1 else {
      return Array(repeating: symbol.text(ascii: isASCII), count: height)
    }
    return (0..<height).map { row in
      if row == middle, pieces.middle != pieces.between { return pieces.middle }
      if row == 0 { return pieces.top }
      return row == height - 1 ? pieces.bottom : pieces.between
    }
  }
}

extension MathDisplayLayout {
  /// A box between delimiters as tall as its body.
  func fenced(_ box: MathBox, left: MathSymbol?, right: MathSymbol?) -> MathBox {
    var box = box
    if MathDelimiters.hasMiddle(left) || MathDelimiters.hasMiddle(right), box.body.count > 1 {
      // The middle stands on the baseline, with as many rows above as below.
      let above = box.baseline - box.body.lowerBound
      let below = box.body.upperBound - 1 - box.baseline
      let missing = (above: max(below - above, 0), below: max(above - below, 0))
      let free = (above: box.body.lowerBound, below: box.height - box.body.upperBound)
      let body = (box.body.lowerBound - missing.above)..<(box.body.upperBound + missing.below)
      let extra = (
        above: max(missing.above - free.above, 0), below: max(missing.below - free.below, 0)
      )
      box = box.extended(above: extra.above, below: extra.below)
      box.body = (body.lowerBound + extra.above)..<(body.upperBound + extra.above)
    }
    var parts = [(gap: 0, box: box)]
    if let left { parts.insert((0, delimiter(left, of: box)), at: 0) }
    if let right { parts.append((0, delimiter(right, of: box))) }
    var result = MathBox(beside: parts)
    if left != nil { result.leading = .other }
    if right != nil { result.trailing = .closing }
    return result
  }

  private func delimiter(_ symbol: MathSymbol, of box: MathBox) -> MathBox {
    let middle = box.baseline - box.body.lowerBound
    let rows = MathDelimiters.tall(
      symbol, height: box.body.count, middle: middle, ascii: ascii)
    let width = rows.map(\.displayWidth).max() ?? 0
    return MathBox(rows: rows.map { Line($0, Style(.math)) }, width: width, baseline: middle)
  }

  /// A row of blanks.
  func blank(_ width: Int) -> Line { Line(blanks(width), Style(.math)) }
}
