// SPDX-License-Identifier: MIT

/// How the rows and columns between `\begin` and `\end` are set.
struct MathEnvironment: Hashable, Sendable {
  /// Where a cell stands in its column.
  enum Alignment: Hashable, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case centre
    /// At the right.
    case right
    /// At the right and the left in turn, so that relations stand below each other.
    case alternating
  }

  /// The name after `\begin`.
  var name: String
  /// The delimiter on the left, by its command or character.
  var left: String?
  /// The delimiter on the right.
  var right: String?
  /// Where cells stand.
  var alignment: Alignment
  /// The blanks between two columns.
  var columnGap: Int

  /// Whether the environment is equations below each other rather than a table of parts.
  var isEquations: Bool { alignment == .alternating || name == "gathered" }

  /// Whether `\begin{name}` is followed by an argument that says how columns stand.
  var hasArgument: Bool { name == "array" || name == "alignat" }

  /// Parts below each other without a gap.
  static let pile = MathEnvironment(
    name: "substack", left: nil, right: nil, alignment: .centre, columnGap: 1)

  /// The two parts of a binomial coefficient.
  static let binomial = MathEnvironment(
    name: "binom", left: "(", right: ")", alignment: .centre, columnGap: 1)

  /// The environment of a name, starred or not.
  static func named(_ name: String) -> MathEnvironment? {
    var plain = name
    if plain.last == "*" { plain.removeLast() }
    return byName[plain]
  }

  /// Equations below each other, for rows that stand outside an environment.
  static let aligned = MathEnvironment(
    name: "aligned", left: nil, right: nil, alignment: .alternating, columnGap: 0)

  private static let table: [MathEnvironment] = [
    matrix("matrix", nil, nil), matrix("smallmatrix", nil, nil), matrix("bmatrix", "[", "]"),
    matrix("pmatrix", "(", ")"), matrix("Bmatrix", "{", "}"), matrix("vmatrix", "lvert", "rvert"),
    matrix("Vmatrix", "lVert", "rVert"), matrix("array", nil, nil),
    MathEnvironment(name: "cases", left: "{", right: nil, alignment: .left, columnGap: 3),
    MathEnvironment(name: "dcases", left: "{", right: nil, alignment: .left, columnGap: 3),
    MathEnvironment(name: "gathered", left: nil, right: nil, alignment: .centre, columnGap: 0),
    MathEnvironment(name: "gather", left: nil, right: nil, alignment: .centre, columnGap: 0),
    MathEnvironment(name: "equation", left: nil, right: nil, alignment: .centre, columnGap: 0),
    aligned, equations("align"), equations("alignat"), equations("split"), equations("eqnarray"),
  ]

  private static let byName: [String: MathEnvironment] = Dictionary(
    table.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  private static func matrix(_ name: String, _ left: String?, _ right: String?) -> MathEnvironment {
    MathEnvironment(name: name, left: left, right: right, alignment: .centre, columnGap: 2)
  }

  private static func equations(_ name: String) -> MathEnvironment {
    var result = aligned
    result.name = name
    return result
  }
}
