// SPDX-License-Identifier: MIT

/// What a command that is more than a symbol does.
enum MathCommand: Hashable, Sendable {
  /// A fraction of two arguments.
  case fraction
  /// A binomial coefficient of two arguments.
  case binomial
  /// A root with an optional index.
  case root
  /// Words set as they are.
  case text
  /// A name set as a function's.
  case operatorName
  /// A change of letters, which a terminal does not show.
  case font
  /// Double-struck letters.
  case doubleStruck
  /// A mark over or under the argument.
  case accent(MathAccent)
  /// A growing delimiter and what it encloses.
  case left
  /// The end of what a growing delimiter encloses.
  case right
  /// The start of an environment.
  case begin
  /// The end of an environment.
  case end
  /// The end of a row.
  case newRow
  /// A blank of some cells.
  case space(Int)
  /// Nothing to show.
  case ignored
  /// Nothing to show of the command and its argument.
  case ignoredWithArgument
  /// The negation of the relation that follows.
  case not
  /// The first argument above the second.
  case above
  /// The first argument below the second.
  case below
  /// Rows in an argument.
  case rows
  /// An equation's label, in parentheses.
  case tag
  /// A modulus, in parentheses.
  case modulus
  /// Dots whose height depends on what stands before.
  case dots

  /// What a command of a name does; nil where it is a symbol or unknown.
  static func named(_ name: String) -> MathCommand? { byName[name] }

  private static let byName: [String: MathCommand] = {
    var result: [String: MathCommand] = [:]
    for (command, names) in table {
      for name in names.split(separator: " ") { result[String(name)] = command }
    }
    for (name, width) in blanks { result[name] = .space(width) }
    for accent in MathAccent.allCases { result[accent.rawValue] = .accent(accent) }
    return result
  }()

  private static let blanks = [
    (" ", 1), (",", 1), (":", 1), (">", 1), (";", 1), ("!", 0), ("quad", 2), ("qquad", 4),
    ("enspace", 1), ("thinspace", 1), ("medspace", 1), ("thickspace", 1), ("space", 1),
    ("hfill", 2),
  ]

  private static let table: [(MathCommand, String)] = [
    (.fraction, "frac dfrac tfrac cfrac"), (.binomial, "binom dbinom tbinom"), (.root, "sqrt"),
    (.text, "text textrm textbf textit texttt textsf textnormal mbox hbox"),
    (.operatorName, "operatorname"),
    (
      .font,
      """
      mathbf mathrm mathit mathsf mathtt mathcal mathscr mathfrak mathnormal boldsymbol bm pmb \
      boxed mathop mathbin mathrel mathord smash emph
      """
    ),
    (.doubleStruck, "mathbb"), (.left, "left"), (.right, "right"), (.begin, "begin"),
    (.end, "end"), (.newRow, "\\ cr newline"), (.not, "not"), (.above, "overset stackrel"),
    (.below, "underset"), (.rows, "substack"), (.tag, "tag"), (.modulus, "pmod"),
    (.dots, "dots dotsc dotsb dotsm"), (.ignoredWithArgument, "label color textcolor phantom"),
    (.accent(.hat), "widehat"), (.accent(.tilde), "widetilde"), (.accent(.bar), "overline"),
    (.accent(.vec), "overrightarrow"),
    (
      .ignored,
      """
      displaystyle textstyle scriptstyle limits nolimits nonumber notag middle hline rm bf it \
      big Big bigg Bigg bigl Bigl biggl Biggl bigr Bigr biggr Biggr bigm Bigm / allowbreak
      """
    ),
  ]
}
