// SPDX-License-Identifier: MIT

/// Reads a formula aloud.
enum MathSpeech {
  /// The words of a row of parts.
  static func words(_ nodes: [MathNode]) -> String {
    joined(words(of: MathSpacing.spaced(nodes)))
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

  /// What is said at a closing delimiter.
  private struct Group {
    var isQuantity: Bool
    var isLong: Bool
  }

  private static func words(of parts: [SpacedNode]) -> [String] {
    let partners = partners(of: parts)
    let operators = counts(parts) { $0.left == .binary }
    let blanks = counts(parts) { $0.gap > 0 }
    var groups: [Int: Group] = [:]
    var words: [String] = []
    for (index, part) in parts.enumerated() {
      let before = index > 0 ? parts[index - 1] : nil
      if let end = partners[index] {
        var isSum = operators[end] > operators[index + 1]
        if case .scripts = parts[end].node, end > index + 2 { isSum = true }
        let opening = opening(part.node, isSum: isSum, after: before)
        words += opening
        groups[end] = Group(
          isQuantity: opening.contains("the quantity"), isLong: blanks[end] > blanks[index + 1])
      } else if let group = groups[index] {
        let next = index + 1 < parts.count ? parts[index + 1] : nil
        words += closing(part.node, group, before: next)
      } else {
        // Formulas set apart by a wide blank are read as two, not as a product.
        let isApart = index > 0 && part.gap > 1
        if isApart { words.append(";") }
        if !isApart, takesArgument(before, part) { words.append("of") }
        if !isApart, isFactor(part, after: before) { words.append("times") }
        words.append(word(part, after: before))
      }
    }
    return words
  }

  /// How many parts before each place have a property.
  private static func counts(
    _ parts: [SpacedNode], where isCounted: (SpacedNode) -> Bool
  ) -> [Int] {
    parts.reduce(into: [0]) { counts, part in
      counts.append((counts.last ?? 0) + (isCounted(part) ? 1 : 0))
    }
  }

  /// The closing delimiter of each opening one, by their places.
  private static func partners(of parts: [SpacedNode]) -> [Int: Int] {
    var open: [Int] = []
    var partners: [Int: Int] = [:]
    for (index, part) in parts.enumerated() {
      if part.left == .opening, part.right == .opening { open.append(index) }
      if part.left == .closing, part.right == .closing, let start = open.popLast() {
        partners[start] = index
      }
    }
    return partners
  }

  /// Whether a part multiplies the one before it in a way that the ear would miss.
  private static func isFactor(_ part: SpacedNode, after before: SpacedNode?) -> Bool {
    guard let before else { return false }
    if part.left == .largeOperator {
      return [.ordinary, .closing, .inner].contains(before.right)
    }
    guard case .fraction = before.node else { return false }
    return part.left == .ordinary
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

  /// What is said at an opening delimiter: of a function's arguments, a factor, a value.
  private static func opening(
    _ node: MathNode, isSum: Bool, after before: SpacedNode?
  ) -> [String] {
    if case .symbol(let symbol) = node, let name = enclosures[symbol.unicode] { return [name] }
    if let before, before.right == .function || isFunction(before.node, isSum: isSum) {
      return ["of"]
    }
    let isFactor = before.map { [.ordinary, .closing, .inner].contains($0.right) } ?? false
    return (isFactor ? ["times"] : []) + (isSum ? ["the quantity"] : [])
  }

  /// What is said at a closing delimiter, where the ear needs it.
  private static func closing(
    _ node: MathNode, _ group: Group, before next: SpacedNode?
  ) -> [String] {
    if case .scripts(let scripts) = node {
      let tail = tail(scripts)
      guard group.isLong || group.isQuantity else { return [tail] }
      return [",", tail == "squared" || tail == "cubed" ? "all" : "end quantity,", tail]
    }
    guard group.isQuantity, group.isLong, let next, !isPause(next) else { return [] }
    return [",", "end quantity,"]
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
      symbol.role == .ordinary && symbol.name.first?.isLetter == true
        && (functionNames.contains(symbol.name) || !isSum)
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
