// SPDX-License-Identifier: MIT

extension MathParser {
  /// Reads the next part without its scripts; words may be several nodes.
  mutating func atom(after previous: MathNode?) -> [MathNode] {
    guard let token = next else { return [] }
    switch token {
    case .space:
      advance()
      return []
    case .command(let name):
      return command(name, after: previous)
    case .character("{"):
      return [group()]
    case .character("~"):
      advance()
      return [.space(1)]
    case .character(let character):
      if let number = number() { return [.number(number)] }
      if character == ".", isDots { return [dots(count: 3, after: previous)] }
      if character == "…" || character == "⋯" { return [dots(count: 1, after: previous)] }
      advance()
      let plain = MathGlyphs.plainLetter(character)
      return [.symbol(MathSymbol.typed(plain) ?? MathSymbol(character: plain))]
    }
  }

  /// Reads a number with its decimal point and thousands commas.
  private mutating func number() -> String? {
    var text = ""
    var hasPoint = false
    while let digit = digit(0) ?? mark(in: text, hasPoint) {
      if digit == "." { hasPoint = true }
      text.append(digit)
      advance()
    }
    return text.isEmpty ? nil : text
  }

  private func digit(_ distance: Int) -> Character? {
    guard case .character(let character)? = peek(distance) else { return nil }
    return character.isASCII && character.isNumber ? character : nil
  }

  /// A decimal point or a thousands comma, where digits follow that make it one.
  private func mark(in text: String, _ hasPoint: Bool) -> Character? {
    guard !hasPoint, digit(1) != nil else { return nil }
    if next == .character(".") { return "." }
    guard next == .character(","), !text.isEmpty, text.count <= 3 || text.contains(","),
      digit(2) != nil, digit(3) != nil, digit(4) == nil
    else { return nil }
    return ","
  }

  private var isDots: Bool { peek(1) == .character(".") && peek(2) == .character(".") }

  private mutating func dots(count: Int, after previous: MathNode?) -> MathNode {
    for _ in 0..<count { advance() }
    var name = "ldots"
    if case .symbol(let symbol)? = previous, symbol.role == .binary || symbol.role == .relation {
      name = "cdots"
    }
    return MathSymbol.named(name).map { .symbol($0) } ?? .text("...")
  }

  /// Reads a command and its arguments.
  private mutating func command(_ name: String, after previous: MathNode?) -> [MathNode] {
    let start = offset
    let shown = "\\" + name
    guard let command = MathCommand.named(name) else {
      advance()
      if let symbol = MathSymbol.named(name) { return [.symbol(symbol)] }
      return [unknown(shown, from: start)]
    }
    if command == .dots { return [dots(count: 1, after: previous)] }
    advance()
    switch command {
    case .fraction:
      let numerator = argument(of: shown)
      return [.fraction(numerator, argument(of: shown))]
    case .binomial:
      let upper = argument(of: shown)
      let rows = [[[upper]], [[argument(of: shown)]]]
      return [.grid(MathGrid(environment: .binomial, rows: rows))]
    case .root: return [root(shown)]
    case .text: return words(of: shown)
    case .operatorName: return [operatorName(shown)]
    case .font: return [letters(argument(of: shown))]
    case .doubleStruck: return [doubleStruck(argument(of: shown))]
    case .accent(let accent): return [.accent(accent, argument(of: shown))]
    case .left: return MathGrouping.unfenced(fence(from: start))
    case .begin: return [environment(from: start)]
    case .space(let width): return [.space(width)]
    case .not: return [negated(argument(of: shown))]
    case .above, .below: return [stacked(command, shown)]
    case .rows: return [rows(of: shown)]
    case .tag: return [.space(4), .symbol(.opening), argument(of: shown), .symbol(.closing)]
    case .modulus:
      let modulus: MathNode = .row([.text("mod"), .space(1), argument(of: shown)])
      return [.space(1), .symbol(.opening), modulus, .symbol(.closing)]
    case .ignoredWithArgument:
      _ = argument(of: shown)
      return []
    case .ignored, .right, .end, .newRow, .dots: return []
    }
  }
}
