// SPDX-License-Identifier: MIT

extension MathParser {
  /// Reads a prime, a subscript or a superscript onto the last node; false where none is next.
  mutating func script(_ token: MathToken.Kind, on nodes: inout [MathNode]) -> Bool {
    guard case .character(let character) = token else { return false }
    let start = offset
    switch character {
    case "'", "’", "′":
      advance()
      attach(to: &nodes) { $0.primes += 1 }
    case "_":
      advance()
      let lower = argument(of: "_")
      if hasScript(nodes.last, \.lower) {
        double("subscript", at: start)
        nodes += [.source("_"), lower]
      } else {
        attach(to: &nodes) { $0.lower = lower }
      }
    case "^":
      advance()
      let upper = argument(of: "^")
      if hasScript(nodes.last, \.upper) {
        double("superscript", at: start)
        nodes += [.source("^"), upper]
      } else {
        attach(to: &nodes) { $0.upper = upper }
      }
    default:
      let (lower, upper) = smallCharacters()
      if lower.isEmpty, upper.isEmpty { return false }
      attach(to: &nodes) { scripts in
        if !lower.isEmpty { scripts.lower = .row((scripts.lower?.parts ?? []) + lower) }
        if !upper.isEmpty { scripts.upper = .row((scripts.upper?.parts ?? []) + upper) }
      }
    }
    return true
  }

  /// Reads characters that are raised or lowered already, as in x² and y₁.
  private mutating func smallCharacters() -> (lower: [MathNode], upper: [MathNode]) {
    var lower: [MathNode] = []
    var upper: [MathNode] = []
    while case .character(let small)? = next, let (plain, isUpper) = MathScriptGlyphs.plain(small) {
      advance()
      let symbol = MathSymbol.typed(plain) ?? MathSymbol(character: plain)
      let node: MathNode = plain.isNumber ? .number(String(plain)) : .symbol(symbol)
      if isUpper { upper.append(node) } else { lower.append(node) }
    }
    return (lower, upper)
  }

  private func hasScript(_ node: MathNode?, _ path: KeyPath<MathScripts, MathNode?>) -> Bool {
    guard case .scripts(let scripts)? = node else { return false }
    return scripts[keyPath: path] != nil
  }

  private mutating func double(_ kind: String, at offset: Int) {
    report("A second \(kind) on one base needs braces.", at: offset)
  }

  /// Changes the scripts of the last node, which gets scripts if it has none.
  private func attach(to nodes: inout [MathNode], _ change: (inout MathScripts) -> Void) {
    var scripts = MathScripts(base: .row([]))
    switch nodes.last {
    case .scripts(let present)?:
      scripts = present
      nodes.removeLast()
    case .space?, nil:
      break
    case let base?:
      scripts.base = base
      nodes.removeLast()
    }
    change(&scripts)
    nodes.append(.scripts(scripts))
  }

  /// Reads the argument of a command: a group, a command with its arguments, or one character.
  mutating func argument(of command: String) -> MathNode {
    skipSpace()
    guard let token = next else {
      report("\(command) lacks an argument.", at: offset)
      return .source("?")
    }
    switch token {
    case .character("}"), .character("&"), .command("right"), .command("end"), .command("\\"):
      report("\(command) lacks an argument.", at: offset)
      return .source("?")
    case .character("^"), .character("_"):
      report("\(command) lacks an argument.", at: offset)
      return .source("?")
    case .character(let digit) where digit.isASCII && digit.isNumber:
      advance()
      return .number(String(digit))
    case .character("{"):
      return MathNode(grouping: group().parts)
    default:
      return deeper { parser in MathNode(grouping: parser.atom(after: nil)) }
    }
  }

  /// Reads a group in braces.
  mutating func group() -> MathNode {
    deeper { parser in
      let start = parser.offset
      parser.advance()
      let nodes = parser.row(in: Context(closer: .brace))
      if !parser.take("}") { parser.report("{ has no partner.", at: start) }
      return .row(nodes)
    }
  }

  /// Reads the words of a group as they are, or one character.
  mutating func words(of command: String) -> [MathNode] {
    skipSpace()
    guard next == .character("{") else { return [argument(of: command)] }
    let start = offset
    advance()
    var text = ""
    var level = 0
    reading: while let token = next {
      let place = offset
      advance()
      switch token {
      case .character("{"): level += 1
      case .character("}"):
        if level == 0 { return Self.nodes(ofWords: text) }
        level -= 1
      case .character("$"): break
      case .character("~"), .space: text += " "
      case .character(let character): text.append(character)
      case .command(let name):
        if let symbol = MathSymbol.named(name) {
          text += symbol.unicode
        } else if case .space(let width)? = MathCommand.named(name) {
          if width > 0 { text += " " }
        } else {
          text += "\\" + name
          noteUnknown("\\" + name, at: place)
        }
      }
    }
    report("{ has no partner.", at: start)
    return Self.nodes(ofWords: text)
  }

  /// Words with the blanks at their ends as parts of their own, so that they join others' blanks.
  private static func nodes(ofWords text: String) -> [MathNode] {
    let words = text.split(separator: " ").joined(separator: " ")
    if words.isEmpty { return text.isEmpty ? [] : [.space(1)] }
    var nodes: [MathNode] = [.text(words)]
    if text.first == " " { nodes.insert(.space(1), at: 0) }
    if text.last == " " { nodes.append(.space(1)) }
    return nodes
  }
}
