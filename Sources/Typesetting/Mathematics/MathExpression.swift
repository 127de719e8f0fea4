// SPDX-License-Identifier: MIT

import TerminalText

/// A formula, read from LaTeX.
///
/// Reading never fails: a command that is not known is shown as its source in place and listed in
/// ``unknownCommands``; a brace without its partner and the like are listed in ``problems``, with
/// what could be understood still shown.
public struct MathExpression: Hashable, Sendable {
  /// A command that is not in the subset.
  public struct UnknownCommand: Hashable, Sendable {
    /// The command as written, such as `\foo`.
    public var name: String
    /// Where it starts, in bytes of UTF-8 from the start of the formula.
    public var offset: Int
  }

  /// A mistake in the source.
  public struct Problem: Hashable, Sendable {
    /// What is wrong, in one sentence.
    public var message: String
    /// Where it starts, in bytes of UTF-8 from the start of the formula.
    public var offset: Int
  }

  /// The deepest nesting that is laid out; what lies deeper is shown as its source.
  public static let maximumDepth = 100
  /// The longest source, in bytes of UTF-8, that is laid out; a longer one is shown as it is.
  public static let maximumSize = 20_000

  /// The LaTeX, without dollar signs.
  public let source: String
  /// The commands that are not known, in the order of the source.
  public let unknownCommands: [UnknownCommand]
  /// The mistakes, in the order in which they were met.
  public let problems: [Problem]
  /// What was understood.
  let nodes: [MathNode]

  /// Reads a formula of LaTeX in time linear in its length.
  public init(parsing source: String) {
    self.source = source
    guard source.utf8.count <= Self.maximumSize else {
      let limit = Self.maximumSize
      nodes = [.source(source)]
      unknownCommands = []
      problems = [
        Problem(
          message: "The formula has \(source.utf8.count) bytes; at most \(limit) are laid out.",
          offset: limit)
      ]
      return
    }
    var parser = MathParser(source)
    nodes = parser.parse()
    unknownCommands = parser.unknownCommands
    problems = parser.problems
  }
}

extension MathExpression {
  /// The formula in one row, in parts between which a line of prose may be broken.
  public func inlineSegments(glyphs: GlyphSet) -> [MathSegment] {
    MathInlineLayout(ascii: glyphs == .ascii).row(nodes).segments
  }

  /// The formula in one row.
  public func inlineText(glyphs: GlyphSet) -> String {
    MathInlineLayout(ascii: glyphs == .ascii).row(nodes).text
  }
}

extension MathExpression {
  /// The formula in two dimensions, no line wider than a width of at least two cells.
  ///
  /// A formula that is too wide is broken before relations, then before operators, and goes on
  /// under its right-hand side; a part that is still too wide is set in one row and wrapped.
  public func displayLines(width: Int, glyphs: GlyphSet) -> [Line] {
    Self.displayLines(nodes, width: max(width, 2), ascii: glyphs == .ascii)
  }

  private static func displayLines(_ nodes: [MathNode], width: Int, ascii: Bool) -> [Line] {
    let layout = MathDisplayLayout(nodes, ascii: ascii, width: width)
    let breaking = MathLineBreaking(width: width)
    if let lines = try? breaking.lines(layout.pieces(nodes)) { return lines }
    if nodes.count == 1, case .grid(let grid)? = nodes.first, grid.environment.isEquations {
      // Equations that are too wide side by side are broken one by one.
      let equations = grid.rows.map { row in
        displayLines(Array(row.joined()), width: width, ascii: ascii)
      }
      let areTall = equations.contains { $0.count > 1 }
      return Array(equations.joined(separator: areTall ? [Line()] : []))
    }
    return breaking.wrapped(MathInlineLayout(ascii: ascii).row(nodes).segments)
  }

  /// The formula in words, to be read aloud.
  public var spoken: String {
    var text = ""
    for character in MathGlyphs.shown(MathSpeech.words(nodes), ascii: false)
    where character != "," || text.last != "," {
      text.append(character)
    }
    while let last = text.last, last == "," || last == " " { text.removeLast() }
    return text
  }

  /// The formula in MathML, as a formula within a sentence.
  public var mathML: String { mathML(isDisplay: false) }

  /// The formula in MathML.
  public func mathML(isDisplay: Bool) -> String {
    "<math xmlns=\"http://www.w3.org/1998/Math/MathML\""
      + (isDisplay ? " display=\"block\"" : "") + "><semantics>" + MathMarkup.row(nodes)
      + "<annotation encoding=\"application/x-tex\">" + MathMarkup.escaped(source)
      + "</annotation></semantics></math>"
  }
}
