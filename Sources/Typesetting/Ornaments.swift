// SPDX-License-Identifier: MIT
import TerminalText

/// The characters that prose is set with, besides its own.
struct Ornaments {
  /// The marks of lists, by depth.
  var bullets: [String]
  /// A thin horizontal rule.
  var thin: String
  /// A thick horizontal rule.
  var thick: String
  /// The bar beside quotations and between a table's columns.
  var bar: String
  /// Where a bar crosses a thin rule.
  var cross: String
  /// The corners of a block of code.
  var top: String
  var bottom: String
  /// Before the rest of a line that was too long.
  var goesOn: String
  /// Between things of a list on one line.
  var dot: String
  /// From a question to where it leads.
  var arrow: String
  /// Between a name and a title.
  var dash: String

  /// The ornaments of a set of glyphs.
  init(_ glyphs: GlyphSet) { self = glyphs == .ascii ? Self.ascii : Self.unicode }

  private init(
    bullets: [String], thin: String, thick: String, bar: String, cross: String, top: String,
    bottom: String, goesOn: String, dot: String, arrow: String, dash: String
  ) {
    self.bullets = bullets
    self.thin = thin
    self.thick = thick
    self.bar = bar
    self.cross = cross
    self.top = top
    self.bottom = bottom
    self.goesOn = goesOn
    self.dot = dot
    self.arrow = arrow
    self.dash = dash
  }

  private static let unicode = Ornaments(
    bullets: ["•", "◦", "▪"], thin: "─", thick: "━", bar: "│", cross: "┼", top: "┌", bottom: "└",
    goesOn: "↪", dot: "·", arrow: "→", dash: "—")
  private static let ascii = Ornaments(
    bullets: ["*", "-", "+"], thin: "-", thick: "=", bar: "|", cross: "+", top: "+", bottom: "+",
    goesOn: ">", dot: "|", arrow: "->", dash: "--")
}
