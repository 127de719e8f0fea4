// SPDX-License-Identifier: MIT

/// A chance to break a formula, from the best to the worst.
public enum MathBreak: Int, Comparable, Hashable, Sendable {
  /// Between two formulas, where the author asked for a wide blank.
  case formula
  /// Before a relation.
  case relation
  /// Before an operator.
  case operation
  /// At another blank: after a comma, between words.
  case blank
  /// Between two factors; only displayed formulas are broken there.
  case product
  /// Not there.
  case never

  /// Whether the first is a better place to break than the second.
  public static func < (first: MathBreak, second: MathBreak) -> Bool {
    first.rawValue < second.rawValue
  }
}

/// A part of a row with what stands before it.
struct SpacedNode {
  /// The part.
  var node: MathNode
  /// How it stands to the part before it.
  var left: MathClass
  /// How it stands to the part after it.
  var right: MathClass
  /// The blanks before it, in cells.
  var gap = 0
  /// Whether a line may end before it.
  var breakBefore = MathBreak.never
  /// The number of parentheses that are open before it.
  var depth = 0
}

/// The blanks between the parts of a formula: TeX's table, in cells.
enum MathSpacing {
  /// The parts of a row with the blanks before them; blanks at both ends are dropped.
  ///
  /// Within scripts only blanks that the author asked for are kept.
  static func spaced(_ nodes: [MathNode], inScript: Bool = false) -> [SpacedNode] {
    var parts: [SpacedNode] = []
    var asked = 0
    for node in nodes {
      if case .space(let width) = node {
        asked += width
        continue
      }
      let faces = faces(node)
      var part = SpacedNode(node: node, left: faces.left, right: faces.right)
      part.gap = parts.isEmpty ? 0 : asked
      parts.append(part)
      asked = 0
    }
    resolveBars(&parts)
    resolveSigns(&parts)
    resolveDepths(&parts)
    for index in parts.indices.dropFirst() {
      let (before, here) = (parts[index - 1], parts[index])
      if !inScript {
        parts[index].gap = max(here.gap, gap(before.right, here.left))
      }
      if parts[index].gap > 0 {
        parts[index].breakBefore = chance(asked: here.gap, before.right, here.left)
      }
    }
    return parts
  }

  /// The chance to break at a blank.
  private static func chance(asked: Int, _ before: MathClass, _ here: MathClass) -> MathBreak {
    switch (before, here) {
    case (.binary, _), (.relation, _), (.function, _), (.largeOperator, _): .never
    case _ where asked > 1: .formula
    case (_, .relation): .relation
    case (_, .binary): .operation
    case (.punctuation, _): .blank
    default: asked > 0 ? .blank : .product
    }
  }

  /// How a part stands to what is before and after it.
  static func faces(_ node: MathNode) -> (left: MathClass, right: MathClass) {
    switch node {
    case .symbol(let symbol): (symbol.role, symbol.role)
    case .scripts(let scripts): faces(scripts.base)
    case .fraction: (.inner, .inner)
    case .source(let source) where source.first == "\\": (.inner, .inner)
    case .fenced(let left, _, let right):
      (left == nil ? .ordinary : .opening, right == nil ? .ordinary : .closing)
    case .grid(let grid): grid.environment.left == nil ? (.inner, .inner) : (.opening, .closing)
    default: (.ordinary, .ordinary)
    }
  }

  /// Tells bars that open from bars that close, between the same parentheses.
  private static func resolveBars(_ parts: inout [SpacedNode]) {
    var levels: [[Int]] = [[]]
    var groups: [[Int]] = []
    for (index, part) in parts.enumerated() {
      if part.left == .bar { levels[levels.count - 1].append(index) }
      if part.left == .opening, part.right == .opening { levels.append([]) }
      if part.left == .closing, part.right == .closing, levels.count > 1 {
        groups.append(levels.removeLast())
      }
    }
    for group in groups + levels {
      let isPaired = group.count.isMultiple(of: 2)
      for (order, index) in group.enumerated() {
        let role: MathClass =
          isPaired ? (order.isMultiple(of: 2) ? .opening : .closing) : .ordinary
        parts[index].left = role
        parts[index].right = role
      }
    }
  }

  /// Tells signs before one operand from operators between two.
  private static func resolveSigns(_ parts: inout [SpacedNode]) {
    for index in parts.indices where parts[index].left == .binary {
      let before = index > 0 ? parts[index - 1].right : nil
      let after = index + 1 < parts.count ? parts[index + 1].left : nil
      switch (before, after) {
      case (nil, _), (.binary, _), (.prefix, _), (.relation, _), (.opening, _),
        (.punctuation, _), (.largeOperator, _), (.function, _):
        parts[index].left = .ordinary
        parts[index].right = .prefix
      case (_, nil), (_, .relation), (_, .closing), (_, .punctuation):
        parts[index].left = .ordinary
        parts[index].right = .ordinary
      default: break
      }
    }
  }

  private static func resolveDepths(_ parts: inout [SpacedNode]) {
    var depth = 0
    for index in parts.indices {
      let (left, right) = (parts[index].left, parts[index].right)
      if left == .closing, right == .closing { depth = max(depth - 1, 0) }
      parts[index].depth = depth
      if left == .opening, right == .opening { depth += 1 }
    }
  }

  private static func gap(_ before: MathClass, _ here: MathClass) -> Int {
    if before == .prefix || before == .opening || here == .closing || here == .punctuation {
      return 0
    }
    if before == .relation, here == .relation { return 0 }
    switch (before, here) {
    case (.relation, _), (_, .relation), (.binary, _), (_, .binary), (.punctuation, _): return 1
    case (.function, .opening): return 0
    case (.function, _), (_, .function), (.largeOperator, _), (_, .largeOperator): return 1
    case (.inner, _), (_, .inner): return 1
    default: return 0
    }
  }
}
