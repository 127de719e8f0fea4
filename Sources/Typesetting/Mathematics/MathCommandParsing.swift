// SPDX-License-Identifier: MIT

extension MathParser {
  /// Reads the radicand of a root and its index, which stands in brackets before it.
  mutating func root(_ command: String) -> MathNode {
    skipSpace()
    guard next == .character("[") else { return .root(argument(of: command), index: nil) }
    let index = deeper { parser in
      let start = parser.offset
      parser.advance()
      let nodes = parser.row(in: Context(closer: .bracket))
      if !parser.take("]") { parser.report("[ has no partner.", at: start) }
      return MathNode(grouping: nodes)
    }
    return .root(argument(of: command), index: index)
  }

  /// Letters as one word where there are several.
  func letters(_ node: MathNode) -> MathNode {
    guard case .row(let nodes) = node else { return node }
    var word = ""
    for node in nodes {
      guard case .symbol(let symbol) = node, symbol.name.count == 1, symbol.role == .ordinary,
        symbol.name.allSatisfy(\.isLetter)
      else { return .row(nodes) }
      word += symbol.name
    }
    return word.count > 1 ? .text(word) : .row(nodes)
  }

  mutating func operatorName(_ command: String) -> MathNode {
    let takesLimits = take("*")
    let words = words(of: command)
    let name = words.compactMap { node in
      if case .text(let text) = node { return text }
      if case .symbol(let symbol) = node { return symbol.unicode }
      return nil
    }.joined()
    return .symbol(MathSymbol(name, .function, name, name, name, takesLimits: takesLimits))
  }

  func doubleStruck(_ node: MathNode) -> MathNode {
    guard case .symbol(let symbol) = node, let letter = symbol.name.first,
      symbol.name.count == 1, let glyph = MathSymbol.doubleStruck[letter]
    else { return node }
    return .symbol(MathSymbol(symbol.name, .ordinary, glyph, symbol.ascii, symbol.spoken))
  }

  func negated(_ node: MathNode) -> MathNode {
    guard case .symbol(let symbol) = node else { return .row([.source("\\not"), node]) }
    let names = ["=": "neq", "in": "notin"]
    if let name = names[symbol.name], let negation = MathSymbol.named(name) {
      return .symbol(negation)
    }
    return .symbol(
      MathSymbol(
        "not" + symbol.name, symbol.role, symbol.unicode + "\u{338}", "not " + symbol.ascii,
        "not " + symbol.spoken))
  }

  mutating func stacked(_ command: MathCommand, _ shown: String) -> MathNode {
    let mark = argument(of: shown)
    var scripts = MathScripts(base: argument(of: shown))
    scripts.isStacked = true
    if command == .above { scripts.upper = mark } else { scripts.lower = mark }
    return .scripts(scripts)
  }

  mutating func rows(of command: String) -> MathNode {
    skipSpace()
    guard next == .character("{") else { return argument(of: command) }
    return deeper { parser in
      let start = parser.offset
      parser.advance()
      let rows = parser.cells(in: Context(closer: .brace, hasCells: true))
      if !parser.take("}") { parser.report("{ has no partner.", at: start) }
      return .grid(MathGrid(environment: .pile, rows: rows))
    }
  }

  /// Reads what stands between `\left` and `\right` with their delimiters.
  mutating func fence(from start: Int) -> MathNode {
    let left = delimiter(after: "\\left")
    return deeper { parser in
      let body = parser.row(in: Context(closer: .right))
      guard case .command(let name)? = parser.next, MathCommand.named(name) == .right else {
        parser.report("\\left has no \\right.", at: start)
        return .fenced(left: left, body: body, right: nil)
      }
      parser.advance()
      return .fenced(left: left, body: body, right: parser.delimiter(after: "\\right"))
    }
  }

  private mutating func delimiter(after command: String) -> MathSymbol? {
    skipSpace()
    let start = offset
    switch next {
    case .character("."):
      advance()
      return nil
    case .character(let character):
      if let symbol = MathSymbol.typed(character), symbol.isDelimiter {
        advance()
        return symbol
      }
      if character == "<" || character == ">" {
        advance()
        return MathSymbol.named(character == "<" ? "langle" : "rangle")
      }
    case .command(let name):
      if let symbol = MathSymbol.named(name), symbol.isDelimiter {
        advance()
        return symbol
      }
    case .space, nil: break
    }
    report("\(command) lacks a delimiter.", at: start)
    return nil
  }

  /// Reads an environment from its name to its end.
  mutating func environment(from start: Int) -> MathNode {
    guard let name = environmentName() else {
      report("\\begin lacks a name in braces.", at: start)
      return .source("\\begin")
    }
    guard let environment = MathEnvironment.named(name) else {
      noteUnknown("\\begin{\(name)}", at: start)
      return .source(slice(from: start, to: offset))
    }
    if environment.hasArgument, next == .character("{") { _ = skipGroup() }
    return deeper { parser in
      let rows = parser.cells(in: Context(closer: .end, hasCells: true))
      let end = parser.offset
      guard case .command(let command)? = parser.next, MathCommand.named(command) == .end else {
        parser.report("\\begin{\(name)} has no \\end.", at: start)
        return .grid(MathGrid(environment: environment, rows: rows))
      }
      parser.advance()
      if let closing = parser.environmentName(), closing != name {
        parser.report("\\begin{\(name)} is ended by \\end{\(closing)}.", at: end)
      }
      return .grid(MathGrid(environment: environment, rows: rows))
    }
  }

  private mutating func environmentName() -> String? {
    skipSpace()
    let start = offset + 1
    guard next == .character("{"), skipGroup() else { return nil }
    return slice(from: start, to: offset - 1)
  }
}
