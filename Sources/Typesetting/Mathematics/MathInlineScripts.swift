// SPDX-License-Identifier: MIT

extension MathInlineLayout {
  /// A base with its primes and scripts.
  func scripts(_ scripts: MathScripts) -> MathRun {
    var run = self.run(scripts.base)
    if MathGrouping.needsParentheses(asBase: scripts.base) { run = run.enclosed() }
    let baseEdge = run.trailing
    run.append(MathRun(String(repeating: ascii ? "'" : "′", count: scripts.primes)))
    if scripts.primes > 0 { run.trailing = baseEdge }
    let lower = scripts.lower.map { (node: $0, isUpper: false, glyphs: glyphs($0, isUpper: false)) }
    let upper = scripts.upper.map { (node: $0, isUpper: true, glyphs: glyphs($0, isUpper: true)) }
    var order = [lower, upper].compactMap(\.self)
    // A raised glyph behind a lowered word would read as the word's.
    if lower?.glyphs == nil, upper?.glyphs != nil { order.reverse() }
    for part in order {
      if let glyphs = part.glyphs {
        var raised = MathRun(glyphs)
        raised.leading = .other
        run.append(raised)
        run.trailing = .other
      } else {
        run.append(MathRun(script(part.node, isUpper: part.isUpper)))
        if run.trailing == .letter { run.trailing = .word }
      }
    }
    return run
  }

  private func glyphs(_ node: MathNode, isUpper: Bool) -> String? {
    ascii ? nil : MathScriptGlyphs.glyphs(node, isUpper: isUpper, anyDigits: true)
  }

  /// A script behind `_` or `^`, in braces or parentheses where it needs them.
  func script(_ node: MathNode, isUpper: Bool) -> String {
    let text = row(node.parts, inScript: true).text
    if isUpper {
      return MathGrouping.isBare(superscript: node) ? "^" + text : "^(" + text + ")"
    }
    return MathGrouping.isBare(subscript: node) ? "_" + text : "_{" + text + "}"
  }
}
