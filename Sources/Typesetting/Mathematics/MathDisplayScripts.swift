// SPDX-License-Identifier: MIT

extension MathDisplayLayout {
  /// A base with its primes and scripts.
  func scripts(_ scripts: MathScripts) throws -> MathBox {
    if scripts.areLimits { return try limits(scripts) }
    var base = try box(scripts.base)
    let edge = base.trailing
    if scripts.primes > 0 {
      let primes = MathBox(String(repeating: ascii ? "'" : "′", count: scripts.primes))
      base = MathBox(beside: [(0, base), (0, primes)])
    }
    let lower = try scripts.lower.map { try script($0, isUpper: false) }
    let upper = try scripts.upper.map { try script($0, isUpper: true) }
    var result = beside(base, lower: lower, upper: upper)
    result.leading = base.leading
    let isSmall = (lower?.isSmall ?? true) && (upper?.isSmall ?? true)
    result.trailing = isSmall && (lower != nil || upper != nil) ? .other : edge
    return try result.fitting(width)
  }

  /// A script, and whether it is in small glyphs on the row of its base.
  private func script(_ node: MathNode, isUpper: Bool) throws -> (box: MathBox, isSmall: Bool) {
    if isUpper ? hasUpperGlyphs : hasLowerGlyphs,
      let glyphs = MathScriptGlyphs.glyphs(node, isUpper: isUpper, anyDigits: false)
    {
      return (MathBox(glyphs), true)
    }
    return (try row(node.parts, inScript: true), false)
  }

  /// A base with scripts in one column at its right.
  private func beside(
    _ base: MathBox, lower: (box: MathBox, isSmall: Bool)?, upper: (box: MathBox, isSmall: Bool)?
  ) -> MathBox {
    let column = max(lower?.box.width ?? 0, upper?.box.width ?? 0)
    // Small glyphs and the scripts of a tall base stand beside its first and last rows.
    let isTall = base.body.count > 1
    var upperTop = base.body.lowerBound - (upper?.box.height ?? 0)
    if let upper, upper.isSmall || isTall { upperTop += 1 }
    var lowerTop = base.body.upperBound
    if let lower, lower.isSmall || isTall { lowerTop -= 1 }
    if upper?.isSmall == true, lower?.isSmall == true, !isTall {
      let glyphs = MathBox(
        beside: [lower, upper].compactMap { part in part.map { (gap: 0, box: $0.box) } })
      return MathBox(beside: [(0, base), (0, glyphs)])
    }
    let top = min(0, upper == nil ? 0 : upperTop)
    let bottom = max(base.height, lower.map { lowerTop + $0.box.height } ?? 0)
    var result = base.extended(above: -top, below: bottom - base.height)
    let margin = result.padded(to: base.width + column, .left)
    result.rows = margin.rows
    result.width = margin.width
    for (part, start) in [(upper, upperTop), (lower, lowerTop)] {
      guard let box = part?.box.padded(to: column, .left) else { continue }
      for (row, line) in box.rows.enumerated() {
        let place = start - top + row
        var shown = place >= -top && place < base.height - top ? base.rows[place + top] : nil
        if shown == nil { shown = blank(base.width) }
        shown?.append(line)
        if let shown { result.rows[place] = shown }
      }
    }
    return result
  }

  /// A sum or the like with its limits below and above.
  private func limits(_ scripts: MathScripts) throws -> MathBox {
    let base = try box(scripts.base)
    var boxes = [base]
    if let upper = scripts.upper { boxes.insert(try row(upper.parts, inScript: true), at: 0) }
    if let lower = scripts.lower { boxes.append(try row(lower.parts, inScript: true)) }
    let isUpper = scripts.upper != nil
    var result = MathBox(stacked: boxes, baselineOf: isUpper ? 1 : 0)
    let top = isUpper ? boxes[0].height : 0
    result.body = (top + base.body.lowerBound)..<(top + base.body.upperBound)
    result.leading = base.leading
    result.trailing = base.trailing
    return try result.fitting(width)
  }
}
