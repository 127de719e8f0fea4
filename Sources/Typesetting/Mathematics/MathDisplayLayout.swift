// SPDX-License-Identifier: MIT

import TerminalText

/// Sets a formula in two dimensions, no part wider than a width.
struct MathDisplayLayout {
  /// Whether only ASCII may be shown.
  var ascii: Bool
  /// The number of cells that a part may take.
  var width: Int
  /// Whether all subscripts of the formula have small glyphs.
  var hasLowerGlyphs: Bool
  /// Whether all superscripts of the formula have small glyphs.
  var hasUpperGlyphs: Bool

  init(_ nodes: [MathNode], ascii: Bool, width: Int) {
    self.ascii = ascii
    self.width = width
    hasLowerGlyphs = !ascii && MathScriptGlyphs.haveGlyphs(nodes, isUpper: false)
    hasUpperGlyphs = !ascii && MathScriptGlyphs.haveGlyphs(nodes, isUpper: true)
  }

  /// The same formula set in one row, for parts without a second dimension.
  var inline: MathInlineLayout { MathInlineLayout(ascii: ascii) }

  /// The parts of a row, which may be broken between them.
  func pieces(_ nodes: [MathNode]) throws -> [MathLineBreaking.Piece] {
    var pieces: [MathLineBreaking.Piece] = []
    var follows = MathClass.ordinary
    for part in MathSpacing.spaced(nodes) {
      let box = try box(part.node)
      var gap = part.gap
      // A minus sign would run into the bar of a fraction.
      if case .fraction = part.node, follows == .prefix { gap = 1 }
      follows = part.right
      if gap == 0, let last = pieces.last, MathEdge.runTogether(last.box.trailing, box.leading) {
        gap = 1
      }
      pieces.append(
        MathLineBreaking.Piece(
          box: box, gap: gap, breakBefore: part.breakBefore, depth: part.depth))
    }
    return pieces
  }

  /// A row that is not broken.
  func row(_ nodes: [MathNode], inScript: Bool = false) throws -> MathBox {
    if inScript {
      var boxes: [(gap: Int, box: MathBox)] = []
      for part in MathSpacing.spaced(nodes, inScript: true) {
        let box = try box(part.node)
        let trailing = boxes.last?.box.trailing ?? .other
        let gap = max(part.gap, MathEdge.runTogether(trailing, box.leading) ? 1 : 0)
        boxes.append((gap, box))
      }
      return try MathBox(beside: boxes).fitting(width)
    }
    return try MathBox(beside: pieces(nodes).map { ($0.gap, $0.box) }).fitting(width)
  }

  /// One part.
  func box(_ node: MathNode) throws -> MathBox {
    switch node {
    case .symbol, .number, .text, .space, .source:
      return try MathBox(inline.run(node)).fitting(width)
    case .row(let nodes): return try row(nodes)
    case .fraction(let numerator, let denominator):
      return try fraction(numerator, denominator)
    case .root(let radicand, let index): return try root(radicand, index: index)
    case .scripts(let scripts): return try self.scripts(scripts)
    case .accent(let accent, let node): return try self.accent(accent, node)
    case .fenced(let left, let body, let right):
      return try fenced(row(body), left: left, right: right)
    case .grid(let grid): return try self.grid(grid)
    }
  }

  private func fraction(_ numerator: MathNode, _ denominator: MathNode) throws -> MathBox {
    let upper = try box(numerator)
    let lower = try box(denominator)
    // The bar of a fraction is longer than those of the fractions in it.
    let isNested = MathGrouping.hasFraction(numerator) || MathGrouping.hasFraction(denominator)
    // A bar of one cell would read as a minus sign.
    let length = max(upper.width + (isNested ? 2 : 0), lower.width + (isNested ? 2 : 0), 3)
    let bar = String(repeating: ascii ? "-" : "─", count: length)
    return try MathBox(stacked: [upper, MathBox(bar), lower], baselineOf: 1).fitting(width)
  }

  private func root(_ radicand: MathNode, index: MathNode?) throws -> MathBox {
    if MathGrouping.isSingle(radicand), index == nil, !ascii {
      return try MathBox(inline.run(.root(radicand, index: nil))).fitting(width)
    }
    let body = try box(radicand)
    var sign = inline.rootSign(index)
    if ascii || sign.last != "√" {
      let enclosed = fenced(body, left: .opening, right: .closing)
      return try MathBox(beside: [(0, MathBox(sign)), (0, enclosed)]).fitting(width)
    }
    sign = String(sign.dropLast())
    let margin = sign.displayWidth
    var rows = [
      Line(
        blanks(margin + 1) + "┌"
          + String(repeating: "─", count: body.width), Style(.math))
    ]
    for (place, row) in body.rows.enumerated() {
      let isLast = place == body.height - 1
      var line = Line(
        isLast ? sign + "√│" : blanks(margin + 1) + "│", Style(.math))
      line.append(row)
      rows.append(line)
    }
    return try MathBox(rows: rows, width: body.width + margin + 2, baseline: body.baseline + 1)
      .fitting(width)
  }

  private func accent(_ accent: MathAccent, _ node: MathNode) throws -> MathBox {
    let body = try box(node)
    if !accent.isBrace, body.height == 1,
      let joined = ascii ? nil : MathScriptGlyphs.accented(body.rows[0].text, accent)
    {
      return MathBox(MathRun(joined))
    }
    let mark = MathBox(accent.drawn(width: body.width, ascii: ascii))
    var result =
      accent.isBelow
      ? MathBox(stacked: [body, mark], baselineOf: 0)
      : MathBox(stacked: [mark, body], baselineOf: 1)
    let top = accent.isBelow ? 0 : mark.height
    result.body = (top + body.body.lowerBound)..<(top + body.body.upperBound)
    result.leading = body.leading
    result.trailing = body.trailing
    return try result.fitting(width)
  }
}
