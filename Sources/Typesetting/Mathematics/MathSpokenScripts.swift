// SPDX-License-Identifier: MIT

extension MathSpeech {
  /// A base with its scripts.
  static func scripts(_ scripts: MathScripts) -> String {
    if case .symbol(let symbol) = scripts.base, symbol.role == .largeOperator || symbol.takesLimits
    {
      return limits(scripts, symbol)
    }
    if case .accent(let accent, let body) = scripts.base, accent.isBrace {
      let label = (scripts.lower ?? scripts.upper).map { words($0) } ?? ""
      return "\(words(body)), which is the \(label),"
    }
    if case .symbol(let symbol) = scripts.base, symbol.name == "nabla", let lower = scripts.lower {
      return "the gradient with respect to \(words(lower)) of"
    }
    let base = words(scripts.base)
    if scripts.isStacked {
      let marks = [(scripts.upper, "above"), (scripts.lower, "below")].compactMap { mark, place in
        mark.map { "with \(name($0)) \(place)" }
      }
      return ([base] + marks).joined(separator: " ") + ","
    }
    let tail = tail(scripts)
    return tail.isEmpty ? base : base.isEmpty ? tail : "\(base) \(tail)"
  }

  /// The scripts without their base.
  static func tail(_ scripts: MathScripts) -> String {
    var words: [String] = []
    if scripts.primes > 0 {
      let counts = ["prime", "double prime", "triple prime"]
      words.append(
        scripts.primes <= counts.count ? counts[scripts.primes - 1] : "\(scripts.primes) primes")
    }
    if let lower = scripts.lower { words.append("sub " + name(lower)) }
    if let upper = scripts.upper { words.append(power(upper, of: scripts.base)) }
    return words.joined(separator: " ")
  }

  /// A script, letters that form a name as one word.
  private static func name(_ node: MathNode) -> String {
    MathGrouping.name(node) ?? words(node.parts)
  }

  private static func power(_ node: MathNode, of base: MathNode) -> String {
    let parts = node.parts
    let text = words(parts)
    switch text {
    case "2": return "squared"
    case "3": return "cubed"
    case "T" where isMatrix(base), "transpose": return "transpose"
    case "minus 1" where isMatrix(base): return "inverse"
    case "times", "star": return "star"
    case "prime": return "prime"
    default: break
    }
    if case .symbol(let symbol) = base, symbol.unicode != symbol.name, symbol.name == symbol.ascii,
      symbol.name.count == 1
    {
      return "to the "
        + parts.map { words($0) }.map { $0 == "times" ? "by" : $0 }
        .joined(separator: " ")
    }
    if case .symbol(let first)? = parts.first, first.role == .opening {
      return "superscript " + words(Array(parts.dropFirst().dropLast()))
    }
    let isLong = parts.count > 2 || MathGrouping.hasFraction(node)
    return isLong ? "to the power of \(text), end power," : "to the power of \(text)"
  }

  /// Whether a base is a capital letter or something in parentheses.
  private static func isMatrix(_ base: MathNode) -> Bool {
    switch base {
    case .symbol(let symbol):
      symbol.role == .closing || (symbol.name.count == 1 && symbol.name.first?.isUppercase == true)
    case .row(let nodes): nodes.count == 1 && nodes.contains(where: isMatrix)
    case .grid, .fenced: true
    default: false
    }
  }

  private static func limits(_ scripts: MathScripts, _ symbol: MathSymbol) -> String {
    let lower = scripts.lower.map { words($0.parts) }
    let upper = scripts.upper.map { words($0.parts) }
    let isBare = symbol.role == .function
    switch (lower, upper) {
    case (let lower?, let upper?): return "\(symbol.spoken) from \(lower) to \(upper) of"
    case (let lower?, nil):
      return symbol.name.hasPrefix("lim")
        ? "\(symbol.spoken) as \(lower) of" : "\(symbol.spoken) over \(lower) of"
    case (nil, let upper?): return "\(symbol.spoken) to \(upper) of"
    case (nil, nil): return isBare ? symbol.spoken : "\(symbol.spoken) of"
    }
  }

  /// A fraction: a derivative, a simple quotient or one whose end is said.
  static func fraction(_ numerator: MathNode, _ denominator: MathNode) -> String {
    if let kind = differential(numerator), let below = differential(denominator),
      kind.name == below.name
    {
      let order = kind.order.map { "\($0) " } ?? ""
      let name = kind.name == "d" ? "derivative" : "partial derivative"
      let function = words(kind.rest)
      let subject = function.isEmpty ? "" : " of \(function)"
      return "the \(order)\(name)\(subject) with respect to \(words(below.rest))"
    }
    let (upper, lower) = (words(numerator), words(denominator))
    if MathGrouping.isSingle(numerator), MathGrouping.isSingle(denominator) {
      return "\(upper) over \(lower)"
    }
    return "the fraction \(upper) over \(lower), end fraction,"
  }

  /// The sign of a derivative, its order, and what follows it.
  private static func differential(
    _ node: MathNode
  ) -> (name: String, order: String?, rest: [MathNode])? {
    let parts = node.parts
    let rest = Array(parts.dropFirst())
    switch parts.first {
    case .symbol(let symbol)? where symbol.name == "partial" || symbol.name == "d":
      return (symbol.name, nil, rest)
    case .scripts(let scripts)?:
      guard case .symbol(let symbol) = scripts.base, symbol.name == "partial" || symbol.name == "d",
        let upper = scripts.upper
      else { return nil }
      let order = words(upper)
      let names = ["2": "second", "3": "third"]
      return (symbol.name, names[order] ?? "\(order)th", rest)
    default: return nil
    }
  }
}
