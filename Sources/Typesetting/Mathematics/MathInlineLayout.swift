// SPDX-License-Identifier: MIT

import TerminalText

/// Sets a formula in one row.
struct MathInlineLayout {
  /// Whether only ASCII may be shown.
  var ascii: Bool

  /// The parts of a row with the blanks between them.
  func row(_ nodes: [MathNode], inScript: Bool = false) -> MathRun {
    let parts = MathSpacing.spaced(nodes, inScript: inScript)
    var run = MathRun()
    for (index, part) in parts.enumerated() {
      var piece = self.run(part.node)
      if case .fraction = part.node, isFactor(index, of: parts) { piece = piece.enclosed() }
      run.append(piece, gap: part.gap, breakBefore: part.breakBefore, depth: part.depth)
    }
    return run
  }

  /// Whether a fraction stands so close to its neighbours that it needs parentheses.
  private func isFactor(_ index: Int, of parts: [SpacedNode]) -> Bool {
    if index > 0, [.ordinary, .closing, .inner, .function].contains(parts[index - 1].right) {
      return true
    }
    guard index + 1 < parts.count else { return false }
    let next = parts[index + 1].left
    return [.ordinary, .opening, .inner, .function, .largeOperator].contains(next)
  }

  /// One part.
  func run(_ node: MathNode) -> MathRun {
    switch node {
    case .symbol(let symbol):
      var run = MathRun(
        MathGlyphs.shown(symbol.text(ascii: ascii), ascii: ascii), isWord: symbol.isWord)
      // An operator that is a letter in ASCII, as x for times, is not part of a name.
      if symbol.isOperator, run.trailing == .letter {
        run.leading = .word
        run.trailing = .word
      }
      return run
    case .number(let number): return MathRun(number)
    case .text(let words): return text(words)
    case .space(let width): return MathRun(blanks(width))
    case .source(let source):
      return text(source, style: Style(.wrong))
    case .row(let nodes): return row(nodes)
    case .fraction(let numerator, let denominator): return fraction(numerator, denominator)
    case .root(let radicand, let index): return root(radicand, index: index)
    case .scripts(let scripts): return self.scripts(scripts)
    case .accent(let accent, let node): return self.accent(accent, node)
    case .fenced(let left, let body, let right):
      return row(body).enclosed(delimiter(left), delimiter(right))
    case .grid(let grid): return self.grid(grid)
    }
  }

  /// Words, which may be broken at their blanks.
  private func text(_ words: String, style: Style = Style(.math)) -> MathRun {
    var run = MathRun()
    for word in MathGlyphs.shown(words, ascii: ascii).split(separator: " ") {
      run.append(
        MathRun(String(word), isWord: true, style: style), gap: run.segments.isEmpty ? 0 : 1,
        breakBefore: .blank)
    }
    return run
  }

  private func delimiter(_ symbol: MathSymbol?) -> String {
    symbol.map { $0.text(ascii: ascii) } ?? ""
  }

  private func fraction(_ numerator: MathNode, _ denominator: MathNode) -> MathRun {
    var run = self.run(numerator)
    if MathGrouping.needsParentheses(asNumerator: numerator) { run = run.enclosed() }
    var lower = self.run(denominator)
    if MathGrouping.needsParentheses(asDenominator: denominator) { lower = lower.enclosed() }
    run.append(MathRun("/"))
    run.append(lower, depth: 1)
    return run
  }

  /// The sign of a root with its index.
  func rootSign(_ index: MathNode?) -> String {
    guard let index else { return ascii ? "sqrt" : "√" }
    if !ascii, let glyphs = MathScriptGlyphs.glyphs(index, isUpper: true, anyDigits: true) {
      return glyphs + "√"
    }
    return "root" + script(index, isUpper: false)
  }

  private func root(_ radicand: MathNode, index: MathNode?) -> MathRun {
    let sign = rootSign(index)
    var run = MathRun(sign)
    let body = self.run(radicand)
    let isBare = sign.last == "√" && MathGrouping.isSingle(radicand)
    run.append(isBare ? body : body.enclosed())
    return run
  }

  private func accent(_ accent: MathAccent, _ node: MathNode) -> MathRun {
    let body = run(node)
    if accent.isBrace {
      return node.parts.count > 1 ? body.enclosed() : body
    }
    if !ascii, let joined = MathScriptGlyphs.accented(body.text, accent) {
      return MathRun(joined)
    }
    var run = MathRun(accent.rawValue, isWord: true)
    run.append(body.enclosed())
    return run
  }

  /// Whether a cell of cases goes on in words, as in "if x > 0".
  private func isClause(_ cell: [MathNode], _ environment: MathEnvironment) -> Bool {
    guard environment.columnGap == 3 else { return false }
    switch cell.first {
    case .text?, .space?, nil: return true
    default: return false
    }
  }

  private func grid(_ grid: MathGrid) -> MathRun {
    let environment = grid.environment
    var run = MathRun()
    for (index, cells) in grid.rows.enumerated() {
      if index > 0 { run.append(MathRun(environment.name == "binom" ? "," : ";")) }
      if environment.isEquations {
        run.append(row(Array(cells.joined())), gap: 1, breakBefore: .relation)
        continue
      }
      for (column, cell) in cells.enumerated() {
        if column > 0, !isClause(cell, environment) { run.append(MathRun(",")) }
        run.append(row(cell), gap: 1, breakBefore: column == 0 ? .operation : .blank)
      }
    }
    let left = environment.left.flatMap { MathSymbol.delimiter($0) }
    let right = environment.right.flatMap { MathSymbol.delimiter($0) }
    if environment.columnGap == 3 { return run.enclosed("{ ", " }") }
    run = run.enclosed(delimiter(left), delimiter(right))
    guard environment.name == "binom" else { return run }
    var chosen = MathRun("C")
    chosen.append(run)
    return chosen
  }
}
