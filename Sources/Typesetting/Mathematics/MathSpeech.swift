// SPDX-License-Identifier: MIT

/// Reads a formula aloud.
enum MathSpeech {
  /// The words of a row of parts.
  static func words(_ nodes: [MathNode]) -> String {
    let parts = MathSpacing.spaced(nodes)
    return joined(words(parts[...], of: parts))
  }

  /// The words of one part.
  static func words(_ node: MathNode) -> String {
    switch node {
    case .symbol(let symbol): return symbol.spoken
    case .number(let number): return number
    case .text(let words): return words
    case .space: return ""
    case .source(let source): return source
    case .row(let nodes): return words(nodes)
    case .fraction(let numerator, let denominator): return fraction(numerator, denominator)
    case .root(let radicand, let index): return root(radicand, index)
    case .scripts(let scripts): return self.scripts(scripts)
    case .accent(.vec, let body): return "vector " + words(body)
    case .accent(let accent, let body):
      return accent.isBrace ? words(body) : words(body) + " " + accent.spoken
    case .fenced(let left, let body, let right):
      return fenced(left, words(body), right)
    case .grid(let grid): return self.grid(grid)
    }
  }

  /// Words with one blank between them and one comma at most.
  private static func joined(_ words: [String]) -> String {
    var text = ""
    for word in words where !word.isEmpty {
      let isMark = word.first == "," || word.first == ";"
      if isMark, text.last == "," { text.removeLast() }
      if !text.isEmpty, !isMark { text += " " }
      text += word
    }
    return text
  }

  private static func words(_ range: ArraySlice<SpacedNode>, of parts: [SpacedNode]) -> [String] {
    var words: [String] = []
    var index = range.startIndex
    while index < range.endIndex {
      let part = parts[index]
      let before = index > range.startIndex ? parts[index - 1] : nil
      guard part.left == .opening, part.right == .opening,
        let end = closing(index, of: parts, before: range.endIndex)
      else {
        if takesArgument(before, part) { words.append("of") }
        if case .fraction? = before?.node, part.left == .ordinary || part.left == .largeOperator {
          words.append("times")
        }
        words.append(word(part, after: before))
        index += 1
        continue
      }
      let inner = parts[(index + 1)..<end]
      words += group(part.node, inner, of: parts, after: before)
      let goesOn = end + 1 < range.endIndex && !isPause(parts[end + 1])
      let isLong = inner.contains { $0.gap > 0 }
      if case .scripts(let scripts) = parts[end].node {
        if isLong { words += [",", "all"] }
        words.append(tail(scripts))
      } else if goesOn, isLong, words.contains("the quantity") {
        words += [",", "end quantity,"]
      }
      index = end + 1
    }
    return words
  }

  /// Whether a part is the argument of a function before it, without parentheses.
  private static func takesArgument(_ before: SpacedNode?, _ part: SpacedNode) -> Bool {
    guard let before, before.right == .function, part.left != .function else { return false }
    if case .scripts(let scripts) = before.node, scripts.hasLimits { return false }
    return part.left == .ordinary || part.left == .inner || part.left == .opening
  }

  private static func word(_ part: SpacedNode, after before: SpacedNode?) -> String {
    if case .fenced(let left?, let body, _?) = part.node, left.unicode == "(", let before,
      isFunction(before.node, isSum: true)
    {
      return "of " + words(body) + ","
    }
    guard case .symbol(let symbol) = part.node else { return words(part.node) }
    switch symbol.role {
    case .punctuation where symbol.name != "colon": return symbol.unicode
    case .largeOperator: return symbol.spoken + " of"
    case .bar: return part.left == .ordinary ? "given" : symbol.spoken
    default: return symbol.spoken
    }
  }

  /// Whether a part ends a group well enough for the ear.
  private static func isPause(_ part: SpacedNode) -> Bool {
    part.left == .relation || part.left == .punctuation || part.left == .closing
      || part.left == .opening
  }

  /// The place of the delimiter that closes the one at a place.
  private static func closing(
    _ start: Int, of parts: [SpacedNode], before limit: Int
  ) -> Int? {
    let depth = parts[start].depth
    return parts[(start + 1)..<limit].indices.first {
      parts[$0].depth == depth && parts[$0].left == .closing && parts[$0].right == .closing
    }
  }

  /// What stands between delimiters: a function's arguments, a factor, an absolute value.
  private static func group(
    _ opening: MathNode, _ inner: ArraySlice<SpacedNode>, of parts: [SpacedNode],
    after before: SpacedNode?
  ) -> [String] {
    let content = words(inner, of: parts)
    if case .symbol(let symbol) = opening, let name = enclosures[symbol.unicode] {
      return [name] + content
    }
    let isSum = inner.contains { $0.left == .binary }
    if let before, before.right == .function || isFunction(before.node, isSum: isSum) {
      return ["of"] + content
    }
    let isFactor = before.map { [.ordinary, .closing, .inner].contains($0.right) } ?? false
    return (isFactor ? ["times"] : []) + (isSum ? ["the quantity"] : []) + content
  }

  private static let enclosures = [
    "|": "the absolute value of", "‖": "the norm of", "⌊": "the floor of",
    "⌈": "the ceiling of", "{": "the set of",
  ]

  private static let functionNames: Set<String> = [
    "f", "g", "h", "F", "G", "H", "J", "L", "p", "P", "q", "E", "sigma", "phi", "psi",
  ]

  /// Whether what stands before a parenthesis is a function; a sum is the argument of few.
  private static func isFunction(_ node: MathNode, isSum: Bool) -> Bool {
    switch node {
    case .symbol(let symbol):
      symbol.role == .ordinary && (functionNames.contains(symbol.name) || !isSum)
    case .text: true
    case .scripts(let scripts): isFunction(scripts.base, isSum: isSum)
    case .accent(_, let body): isFunction(body, isSum: isSum)
    default: false
    }
  }

  private static func root(_ radicand: MathNode, _ index: MathNode?) -> String {
    let name =
      switch index.map({ words($0) }) {
      case nil, "2"?: "the square root of"
      case "3"?: "the cube root of"
      case let index?: "the root of order \(index) of"
      }
    let body = words(radicand)
    return MathGrouping.isSingle(radicand) ? "\(name) \(body)" : "\(name) \(body), end root,"
  }

  private static func fenced(_ left: MathSymbol?, _ body: String, _ right: MathSymbol?) -> String {
    if let name = left.flatMap({ enclosures[$0.unicode] }) { return "\(name) \(body)" }
    return left == nil ? "\(body), \(right?.spoken ?? "")" : "the quantity \(body), end quantity,"
  }

  private static func grid(_ grid: MathGrid) -> String {
    let environment = grid.environment
    if environment.isEquations {
      return grid.rows.map { words(Array($0.joined())) }.joined(separator: "; ")
    }
    let rows = grid.rows.map { row in row.map { words($0) } }
    if environment.name == "binom" { return rows.joined().joined(separator: " choose ") }
    let text = rows.map { $0.joined(separator: ", ") }.joined(separator: "; ")
    if environment.columnGap == 3 {
      return "\(rows.count) cases: \(text); end of cases"
    }
    if environment.columnGap == 1 { return text }
    return "the \(rows.count) by \(grid.columnCount) matrix \(text); end of matrix"
  }
}
