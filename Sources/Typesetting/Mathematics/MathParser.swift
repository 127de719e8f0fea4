// SPDX-License-Identifier: MIT

/// Reads LaTeX by recursive descent, at most ``MathExpression/maximumDepth`` deep.
struct MathParser {
  /// What ends the row that is being read.
  struct Context: Hashable {
    /// The token that closes it.
    enum Closer: Hashable { case nothing, brace, bracket, right, end }
    /// The token that closes it.
    var closer: Closer
    /// Whether `&` and `\\` part its cells.
    var hasCells = false
  }

  private(set) var unknownCommands: [MathExpression.UnknownCommand] = []
  private(set) var problems: [MathExpression.Problem] = []
  private let bytes: [UInt8]
  private let tokens: [MathToken]
  /// The closing brace of each opening one, by their places among the tokens.
  private let partners: [Int: Int]
  private var position = 0
  private var contexts: [Context] = []
  private var depth = 0
  private var hasReportedDepth = false

  init(_ source: String) {
    bytes = Array(source.utf8)
    tokens = MathToken.tokens(of: source)
    var open: [Int] = []
    var partners: [Int: Int] = [:]
    for (index, token) in tokens.enumerated() {
      if token.kind == .character("{") { open.append(index) }
      if token.kind == .character("}"), let start = open.popLast() { partners[start] = index }
    }
    self.partners = partners
  }

  /// Reads the whole formula.
  mutating func parse() -> [MathNode] {
    let rows = cells(in: Context(closer: .nothing, hasCells: true))
    if rows.count == 1, let row = rows.first, row.count == 1, let only = row.first { return only }
    return [.grid(MathGrid(environment: .aligned, rows: rows))]
  }

  // MARK: Tokens

  /// The next token, blanks included.
  var next: MathToken.Kind? { position < tokens.count ? tokens[position].kind : nil }

  /// Where the next token starts, in bytes.
  var offset: Int { position < tokens.count ? tokens[position].start : bytes.count }

  /// Passes over one token.
  mutating func advance() { position = min(position + 1, tokens.count) }

  /// Passes over blanks.
  mutating func skipSpace() { if next == .space { position += 1 } }

  /// Passes over a character if it is the next token.
  mutating func take(_ character: Character) -> Bool {
    guard next == .character(character) else { return false }
    position += 1
    return true
  }

  /// The source between two places in bytes.
  func slice(from start: Int, to end: Int) -> String {
    String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// Notes a mistake.
  mutating func report(_ message: String, at offset: Int) {
    problems.append(MathExpression.Problem(message: message, offset: offset))
  }

  /// Notes a command that is not known, and shows it with the groups that follow it closely.
  mutating func unknown(_ name: String, from start: Int) -> MathNode {
    unknownCommands.append(MathExpression.UnknownCommand(name: name, offset: start))
    while next == .character("{"), skipGroup() {}
    return .source(slice(from: start, to: offset))
  }

  /// Notes a command that is not known and that stands within words.
  mutating func noteUnknown(_ name: String, at offset: Int) {
    unknownCommands.append(MathExpression.UnknownCommand(name: name, offset: offset))
  }

  /// Passes over a balanced group; stays where it is if the group never ends.
  mutating func skipGroup() -> Bool {
    guard position < tokens.count, let end = partners[position] else { return false }
    position = end + 1
    return true
  }

  /// The token some places ahead.
  func peek(_ distance: Int) -> MathToken.Kind? {
    position + distance < tokens.count ? tokens[position + distance].kind : nil
  }

  /// Reads one level deeper, or shows the source where that is too deep.
  mutating func deeper(_ read: (inout MathParser) -> MathNode) -> MathNode {
    guard depth < MathExpression.maximumDepth else {
      let start = offset
      if !hasReportedDepth {
        hasReportedDepth = true
        report("Parts are nested more than \(MathExpression.maximumDepth) deep.", at: start)
      }
      if next != .character("{") || !skipGroup() { advance() }
      return .source(slice(from: start, to: offset))
    }
    depth += 1
    defer { depth -= 1 }
    return read(&self)
  }

  // MARK: Rows

  /// Reads rows of cells up to what closes the context, which stays unread.
  mutating func cells(in context: Context) -> [[[MathNode]]] {
    var rows: [[[MathNode]]] = [[row(in: context)]]
    while let token = next {
      if token == .character("&") {
        if context.closer == .nothing { report("& stands outside an environment.", at: offset) }
        advance()
        rows[rows.count - 1].append(row(in: context))
      } else if case .command(let name) = token, MathCommand.named(name) == .newRow {
        advance()
        skipRowGap()
        rows.append([row(in: context)])
      } else {
        break
      }
    }
    if rows.count > 1, let last = rows.last, last.count == 1, last[0].isEmpty { rows.removeLast() }
    return rows
  }

  /// Passes over the blank that may be asked for after a row, as in `\\[2pt]`.
  private mutating func skipRowGap() {
    let start = position
    guard take("[") else { return }
    for _ in 0..<8 {
      if take("]") { return }
      advance()
    }
    position = start
  }

  /// Reads one row up to a token that ends it, which stays unread.
  mutating func row(in context: Context) -> [MathNode] {
    contexts.append(context)
    defer { contexts.removeLast() }
    var nodes: [MathNode] = []
    while let token = next {
      if let closer = closer(of: token) {
        if context.closer == closer { return nodes }
        if contexts.contains(where: { $0.closer == closer }) { return nodes }
        nodes.append(stray(token))
      } else if separatesCells(token) {
        if context.hasCells { return nodes }
        if contexts.dropFirst().contains(where: \.hasCells) { return nodes }
        nodes.append(stray(token))
      } else if !script(token, on: &nodes) {
        nodes += atom(after: nodes.last)
      }
    }
    return nodes
  }

  /// What a token closes; a bracket closes only an optional argument.
  private func closer(of token: MathToken.Kind) -> Context.Closer? {
    switch token {
    case .character("}"): return .brace
    case .character("]"): return contexts.last?.closer == .bracket ? .bracket : nil
    case .command(let name):
      switch MathCommand.named(name) {
      case .right: return .right
      case .end: return .end
      default: return nil
      }
    default: return nil
    }
  }

  private func separatesCells(_ token: MathToken.Kind) -> Bool {
    if case .command(let name) = token { return MathCommand.named(name) == .newRow }
    return token == .character("&")
  }

  /// Shows a token that has no partner.
  private mutating func stray(_ token: MathToken.Kind) -> MathNode {
    let start = offset
    advance()
    if case .command(let name) = token, MathCommand.named(name) == .end, next == .character("{") {
      _ = skipGroup()
    }
    let shown = slice(from: start, to: offset)
    report("\(shown) has no partner.", at: start)
    return .source(shown)
  }
}
