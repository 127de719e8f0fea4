// SPDX-License-Identifier: MIT

/// Where a formula in one row needs parentheses that its two-dimensional form does without.
enum MathGrouping {
  /// Whether blanks stand between the parts of a node.
  static func hasBlanks(_ node: MathNode) -> Bool {
    let parts = node.parts
    for part in parts {
      if case .text(let words) = part, words.contains(" ") { return true }
    }
    return MathSpacing.spaced(parts).contains { $0.gap > 0 }
  }

  /// Whether a numerator needs parentheses.
  static func needsParentheses(asNumerator node: MathNode) -> Bool {
    isFraction(node) || hasBlanks(node)
  }

  /// Whether a denominator needs parentheses: more than one factor, unless it is a differential.
  static func needsParentheses(asDenominator node: MathNode) -> Bool {
    if isFraction(node) || hasBlanks(node) { return true }
    let parts = node.parts
    if parts.count < 2 || isDifferential(parts) { return false }
    // The value of a function, as in g(x), is one factor.
    guard case .symbol(let symbol) = parts[1], symbol.role == .opening else { return true }
    return false
  }

  /// Whether a base needs parentheses before its scripts.
  static func needsParentheses(asBase node: MathNode) -> Bool {
    switch node {
    case .fraction: true
    case .root: true
    case .row(let nodes): nodes.count == 1 && nodes.contains(where: needsParentheses(asBase:))
    default: false
    }
  }

  /// Whether a node is one letter, number or name, with nothing raised on it.
  static func isSingle(_ node: MathNode) -> Bool {
    switch node {
    case .symbol, .number: true
    case .text(let words): !words.contains(" ")
    case .accent(_, let body): isSingle(body)
    case .scripts(let scripts): scripts.upper == nil && isSingle(scripts.base)
    case .row(let nodes): nodes.count == 1 && nodes.contains(where: isSingle)
    default: false
    }
  }

  /// The name that three letters or more form in a script, as in "new".
  static func name(_ node: MathNode) -> String? {
    var name = ""
    for part in node.parts {
      guard case .symbol(let symbol) = part, symbol.name.count == 1,
        symbol.name.allSatisfy(\.isLetter)
      else { return nil }
      name += symbol.name
    }
    return name.count >= 3 ? name : nil
  }

  /// Whether a subscript reads as one name: letters and digits alone.
  static func isBare(subscript node: MathNode) -> Bool {
    let parts = node.parts
    let isName = parts.allSatisfy { part in
      switch part {
      case .symbol(let symbol):
        symbol.name.allSatisfy { $0.isLetter } && (symbol.name.count == 1 || parts.count == 1)
      case .number(let number): number.allSatisfy(\.isNumber)
      case .text(let words): !words.contains(" ")
      default: false
      }
    }
    return isName && !parts.isEmpty
  }

  /// Whether a superscript reads as one: a letter, a number or a name, perhaps with a sign.
  static func isBare(superscript node: MathNode) -> Bool {
    var parts = node.parts[...]
    if case .symbol(let first)? = parts.first {
      if first.role == .opening, case .symbol(let last)? = parts.last, last.role == .closing {
        return !parts.dropFirst().dropLast().contains { MathSpacing.faces($0).left == .closing }
      }
      if first.role == .binary, parts.count == 2 { parts = parts.dropFirst() }
    }
    guard parts.count == 1, let only = parts.first else { return false }
    switch only {
    case .symbol, .number: return true
    case .text(let words): return !words.contains(" ")
    default: return false
    }
  }

  /// The parts of a fence around one row of symbols, which stands like plain parentheses.
  static func unfenced(_ node: MathNode) -> [MathNode] {
    guard case .fenced(var left?, let body, var right?) = node, body.allSatisfy(isFlat) else {
      return [node]
    }
    left.role = .opening
    right.role = .closing
    return [.symbol(left)] + body + [.symbol(right)]
  }

  private static func isFlat(_ node: MathNode) -> Bool {
    switch node {
    case .symbol, .number, .text, .space, .source: true
    case .row(let nodes): nodes.allSatisfy(isFlat)
    case .scripts(let scripts): isFlat(scripts.base)
    case .accent(_, let body): isFlat(body)
    case .fraction, .root, .fenced, .grid: false
    }
  }

  /// Whether a fraction is one of the parts of a node.
  static func hasFraction(_ node: MathNode) -> Bool {
    node.parts.contains { part in
      if case .fraction = part { return true }
      return false
    }
  }

  private static func isFraction(_ node: MathNode) -> Bool {
    guard let only = node.parts.first, node.parts.count == 1 else { return false }
    if case .fraction = only { return true }
    return false
  }

  private static func isDifferential(_ parts: [MathNode]) -> Bool {
    switch parts.first {
    case .symbol(let symbol)?: ["partial", "nabla", "Delta", "d"].contains(symbol.name)
    case .scripts(let scripts)?: isDifferential([scripts.base])
    default: false
    }
  }
}
