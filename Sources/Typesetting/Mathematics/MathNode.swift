// SPDX-License-Identifier: MIT

/// A part of a formula.
indirect enum MathNode: Hashable, Sendable {
  /// A letter, an operator, a delimiter, a function's name.
  case symbol(MathSymbol)
  /// A number, thousands commas included.
  case number(String)
  /// Words set as they are.
  case text(String)
  /// A blank of some cells that the author asked for.
  case space(Int)
  /// A group, which counts as one ordinary part.
  case row([MathNode])
  /// A numerator over a denominator.
  case fraction(MathNode, MathNode)
  /// A root of a radicand.
  case root(MathNode, index: MathNode?)
  /// Primes, a subscript and a superscript on a base.
  case scripts(MathScripts)
  /// A mark over or under a part.
  case accent(MathAccent, MathNode)
  /// A part between delimiters that grow with it; nil is the invisible delimiter.
  case fenced(left: MathSymbol?, body: [MathNode], right: MathSymbol?)
  /// Rows and columns: a matrix, cases, aligned equations.
  case grid(MathGrid)
  /// Source that was not understood, shown as it was written.
  case source(String)
}

/// What stands at a base's right: primes, then subscript and superscript in one column.
struct MathScripts: Hashable, Sendable {
  /// What the scripts belong to.
  var base: MathNode
  /// The number of primes.
  var primes = 0
  /// The subscript.
  var lower: MathNode?
  /// The superscript.
  var upper: MathNode?

  /// Whether the author stacked them on the base.
  var isStacked = false

  /// Whether they are limits, of which a reader says "of" at the end.
  var hasLimits: Bool { areLimits && (lower != nil || upper != nil) }

  /// Whether the scripts stand below and above the base in a display, as those of a sum do.
  var areLimits: Bool {
    if isStacked { return true }
    return switch base {
    case .symbol(let symbol): symbol.takesLimits
    case .accent(let accent, _): accent.isBrace
    default: false
    }
  }
}

/// Rows of cells.
struct MathGrid: Hashable, Sendable {
  /// How the cells are set and what stands around them.
  var environment: MathEnvironment
  /// The cells, row by row; rows may differ in length.
  var rows: [[[MathNode]]]

  /// The number of columns of the longest row.
  var columnCount: Int { rows.map(\.count).max() ?? 0 }
}

extension MathNode {
  /// The parts of a group, or the part alone.
  var parts: [MathNode] {
    if case .row(let nodes) = self { return nodes }
    return [self]
  }

  /// A group of parts, or the part itself where there is one.
  init(grouping nodes: [MathNode]) {
    if nodes.count == 1, let only = nodes.first {
      self = only
    } else {
      self = .row(nodes)
    }
  }
}
