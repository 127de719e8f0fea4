// SPDX-License-Identifier: MIT

/// Writes a formula as MathML.
enum MathMarkup {
  /// A row of parts, as one element.
  static func row(_ nodes: [MathNode]) -> String {
    let parts = MathSpacing.spaced(nodes)
    let elements = parts.map { part in
      (part.breakBefore == .blank ? "<mspace width=\"\(part.gap)ex\"/>" : "") + element(part)
    }
    let isSingle = elements.count == 1
    return isSingle ? elements.joined() : "<mrow>" + elements.joined() + "</mrow>"
  }

  private static func element(_ part: SpacedNode) -> String {
    guard case .symbol(let symbol) = part.node else { return element(part.node) }
    let form = part.right == .prefix && symbol.role == .binary ? " form=\"prefix\"" : ""
    return self.symbol(symbol, attributes: form)
  }

  /// One part, as one element.
  static func element(_ node: MathNode) -> String {
    switch node {
    case .symbol(let symbol): return self.symbol(symbol)
    case .number(let number): return tag("mn", escaped(number))
    case .text(let words): return tag("mtext", escaped(words))
    case .space(let width): return "<mspace width=\"\(width)ex\"/>"
    case .source(let source): return "<merror>" + tag("mtext", escaped(source)) + "</merror>"
    case .row(let nodes): return row(nodes)
    case .fraction(let upper, let lower): return tag("mfrac", element(upper) + element(lower))
    case .root(let radicand, let index?): return tag("mroot", element(radicand) + element(index))
    case .root(let radicand, nil): return tag("msqrt", element(radicand))
    case .scripts(let scripts): return self.scripts(scripts)
    case .accent(let accent, let body):
      let mark = "<mo stretchy=\"\(accent.isBrace)\">" + escaped(accent.markup) + "</mo>"
      let name = accent.isBelow ? "munder" : "mover"
      return "<\(name) \(name == "munder" ? "accentunder" : "accent")=\"true\">"
        + element(body) + mark + "</\(name)>"
    case .fenced(let left, let body, let right):
      return "<mrow>" + delimiter(left) + row(body) + delimiter(right) + "</mrow>"
    case .grid(let grid): return self.grid(grid)
    }
  }

  private static func symbol(_ symbol: MathSymbol, attributes: String = "") -> String {
    let text = escaped(symbol.unicode)
    switch symbol.role {
    case .ordinary, .inner:
      let isLetter = symbol.unicode.allSatisfy { $0.isLetter }
      return isLetter ? tag("mi", text) : tag("mo", text)
    case .function: return tag("mi", text)
    case .opening, .closing, .bar: return "<mo stretchy=\"false\">\(text)</mo>"
    default: return "<mo\(attributes)>\(text)</mo>"
    }
  }

  private static func delimiter(_ symbol: MathSymbol?) -> String {
    symbol.map { "<mo stretchy=\"true\">\(escaped($0.unicode))</mo>" } ?? ""
  }

  private static func scripts(_ scripts: MathScripts) -> String {
    var base = element(scripts.base)
    var upper = scripts.upper.map { row($0.parts) }
    if scripts.primes > 0 {
      let primes = tag("mo", String(repeating: "′", count: scripts.primes))
      upper = upper.map { "<mrow>" + primes + $0 + "</mrow>" } ?? primes
    }
    if base == "<mrow></mrow>" { base = "<mi></mi>" }
    let lower = scripts.lower.map { node in
      MathGrouping.name(node).map { tag("mi", $0) } ?? row(node.parts)
    }
    let areLimits = scripts.areLimits
    switch (lower, upper) {
    case (let lower?, let upper?):
      return tag(areLimits ? "munderover" : "msubsup", base + lower + upper)
    case (let lower?, nil): return tag(areLimits ? "munder" : "msub", base + lower)
    case (nil, let upper?): return tag(areLimits ? "mover" : "msup", base + upper)
    case (nil, nil): return base
    }
  }

  private static func grid(_ grid: MathGrid) -> String {
    let environment = grid.environment
    let rows = grid.rows.map { row in
      tag("mtr", row.map { tag("mtd", self.row($0)) }.joined())
    }
    let alignment =
      switch environment.alignment {
      case .left: "left"
      case .centre: "center"
      case .right: "right"
      case .alternating: "right left"
      }
    let table = "<mtable columnalign=\"\(alignment)\">" + rows.joined() + "</mtable>"
    let left = environment.left.flatMap(MathSymbol.delimiter)
    let right = environment.right.flatMap(MathSymbol.delimiter)
    return "<mrow>" + delimiter(left) + table + delimiter(right) + "</mrow>"
  }

  private static func tag(_ name: String, _ content: String) -> String {
    "<\(name)>\(content)</\(name)>"
  }

  /// Text that may stand in an element; controls are shown by their numbers.
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in MathGlyphs.shown(text, ascii: false) {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.append(character)
      }
    }
    return result
  }
}
